import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { findCounterexample, lengthOf } from "#core/simulation/find-counterexample.ts";
import type { LanesModel } from "#core/simulation/lanes-recorder.ts";
import { settingsOf } from "#core/simulation/model.ts";
import { arbitrarySeed, arbitrarySettings, expectDrawable, isBroken, policyOf } from "./lanes-laws.ts";

const RUNS = { numRuns: 500 };
const SEEDS = 1_000;

interface Expected {
  /** Policies that hold on every seed, whatever else is set. */
  readonly holding: readonly string[];
  /** Policies that some seed breaks, with everything else as it is at first. */
  readonly collapsing: readonly string[];
}

/** What every model of a few participants keeps, whatever it is about. */
export function lawsOfLanesModel(model: LanesModel, { holding, collapsing }: Expected): void {
  describe(`every run of ${model.key}`, () => {
    test("can be drawn, and is the same again with the same seed", () => {
      fc.assert(
        fc.property(arbitrarySettings(model), arbitrarySeed, (settings, seed) => {
          const run = model.run(settings, seed);
          expectDrawable(run);
          expect(model.run(settings, seed)).toEqual(run);
        }),
        RUNS,
      );
    });

    test("keeps the invariant where the stated condition holds", () => {
      fc.assert(
        fc.property(arbitrarySettings(model), arbitrarySeed, (settings, seed) => {
          fc.pre(model.condition(settings).holds);
          expect(isBroken(model.run(settings, seed))).toBe(false);
        }),
        RUNS,
      );
    });

    test.each(holding)("keeps the invariant by %s, whatever else is set", (key) => {
      const { settings: fixed } = policyOf(model, key);
      fc.assert(
        fc.property(arbitrarySettings(model, fixed), arbitrarySeed, (settings, seed) => {
          expect([isBroken(model.run(settings, seed)), model.condition(settings).holds]).toEqual([
            false,
            true,
          ]);
        }),
        RUNS,
      );
    });
  });

  describe(`the policies of ${model.key}`, () => {
    test("are the ones that are known to hold and to collapse; the first collapses and the second holds", () => {
      const keys = model.policies.map(({ key }) => key);
      expect(keys.toSorted()).toEqual([...holding, ...collapsing].toSorted());
      expect([collapsing.includes(keys[0]!), holding.includes(keys[1]!)]).toEqual([true, true]);
    });

    test("show on the default seed what the first two are shown for", () => {
      const [first, second] = model.policies.map((policy) =>
        model.run(settingsOf(model, policy), model.seed),
      );
      expect([isBroken(first!), isBroken(second!)]).toEqual([true, false]);
    });

    test("set only what the model has", () => {
      for (const { settings } of model.policies) {
        for (const [key, value] of Object.entries(settings)) {
          const setting = model.settings.find((one) => one.key === key);
          const isOne = setting?.shape === "choice" && setting.choices.some((choice) => choice.key === value);
          const isWithin = setting?.shape === "number" && setting.min <= +value && +value <= setting.max;
          expect(isOne || isWithin).toBe(true);
        }
      }
    });

    test("end with the same figures in the same order", () => {
      const labels = model.policies.map((policy) =>
        model.run(settingsOf(model, policy), model.seed).outcome.map(({ label }) => label),
      );
      expect(new Set(labels.map((list) => list.join("|"))).size).toBe(1);
    });

    test.each(collapsing)("%s has a counterexample among the seeds, and a shortest one", (key) => {
      const settings = settingsOf(model, policyOf(model, key));
      const { first, shortest, broken } = findCounterexample(model, settings);
      expect(model.condition(settings).holds).toBe(false);
      expect(first !== null && shortest !== null && broken > 0).toBe(true);
      const lengths = Array.from({ length: SEEDS }, (_, seed) => lengthOf(model.run(settings, seed)));
      expect(lengths.filter((length) => length !== null)).toHaveLength(broken);
      expect(lengths.slice(0, first!.seed).every((length) => length === null)).toBe(true);
      for (const length of lengths) {
        if (length === null) continue;
        const [messages, until] = [length.messages - shortest!.messages, length.until - shortest!.until];
        expect(messages > 0 || (messages === 0 && until >= 0)).toBe(true);
      }
    });
  });
}
