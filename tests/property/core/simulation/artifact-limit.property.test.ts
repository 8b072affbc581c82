import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { DURATION, NOISE } from "#core/simulation/artifact-limit.play.ts";
import { artifactLimit } from "#core/simulation/artifact-limit.ts";
import {
  arbitrarySettings,
  expectContractKept,
  isBroken,
  lineOf,
  runOf,
  turned,
} from "#tests/support/series-models.ts";

const seeds = fc.nat({ max: 0xffff_ffff });
const settings = arbitrarySettings(artifactLimit);
const never = DURATION;
/** Artifacts after the first. */
const ARTIFACTS = 39;

const breaks = (policy: string, turning: object, seed: number) =>
  isBroken(runOf(artifactLimit, turned(artifactLimit, policy, { ...turning }), seed));

/** The condition with every limit moved. */
const holdsWith = (settings: Parameters<typeof artifactLimit.condition>[0], entries: number) =>
  artifactLimit.condition({
    ...settings,
    limit: Number(settings["limit"]) + entries,
    newLimit: Number(settings["newLimit"]) + entries,
  }).holds;

describe("the artifact beyond the limit of its loaders", () => {
  test("gives a run that keeps the contract, and the same one again, for all settings and seeds", () => {
    expectContractKept(artifactLimit);
  });

  test("hands out nothing beyond the smallest limit in the fleet where the loaders state theirs, whatever is set", () => {
    fc.assert(
      fc.property(settings, seeds, (settings, seed) => {
        const run = runOf(artifactLimit, { ...settings, check: "stated" }, seed);
        const limits = lineOf(run, "size", "smallestLimit");
        for (const [step, handed] of lineOf(run, "size", "largestHanded").entries())
          expect(handed).toBeLessThanOrEqual(limits[step] ?? 0);
        expect(isBroken(run)).toBe(false);
      }),
      { numRuns: 150 },
    );
  });

  test("never breaks where its formula holds with as much room as chance may need, whatever is set", () => {
    let held = 0;
    fc.assert(
      fc.property(settings, seeds, (settings, seed) => {
        if (!holdsWith(settings, -NOISE)) return;
        held++;
        expect(isBroken(runOf(artifactLimit, settings, seed))).toBe(false);
      }),
      { numRuns: 300 },
    );
    expect(held).toBeGreaterThan(50);
  });

  test("breaks where its formula fails by more than chance can mend, if nothing checks, whatever else is set", () => {
    let broke = 0;
    fc.assert(
      fc.property(settings, seeds, (settings, seed) => {
        const unchecked = { ...settings, check: "none", rollout: "at-once", onTooLarge: "stops" };
        if (holdsWith(unchecked, NOISE)) return;
        broke++;
        expect(isBroken(runOf(artifactLimit, unchecked, seed))).toBe(true);
      }),
      { numRuns: 300 },
    );
    expect(broke).toBeGreaterThan(50);
  });

  test("has its threshold where the last artifact reaches the limit", () => {
    fc.assert(
      fc.property(
        fc.nat({ max: 40 }),
        fc.constantFrom("unchecked", "staged"),
        seeds,
        (tenths, policy, seed) => {
          const growth = tenths / 10;
          const last = 120 + growth * ARTIFACTS;
          const broke = breaks(policy, { start: 120, growth, limit: 200, newVersionAt: never }, seed);
          // What chance adds or takes, and half an entry for rounding.
          if (last + NOISE + 0.5 <= 200) expect(broke).toBe(false);
          if (last - NOISE - 0.5 > 200) expect(broke).toBe(true);
        },
      ),
      { numRuns: 150 },
    );
  });

  test("breaks behind a check with a copied limit where the limit of a new version is less than the copy", () => {
    fc.assert(
      fc.property(fc.integer({ min: 100, max: 260 }), seeds, (newLimit, seed) => {
        const [limit, growth] = [200, 5];
        const broke = breaks("copied", { start: 120, growth, limit, newLimit, newVersionAt: 100 }, seed);
        if (newLimit >= limit) expect(broke).toBe(false);
        // Of the artifacts that the check lets through, the largest is no further below the copy than two are apart.
        if (newLimit < limit - growth - 2 * NOISE) expect(broke).toBe(true);
      }),
      { numRuns: 150 },
    );
  });

  test("risks one host for two steps at a time with a halt, as long as all loaders are alike", () => {
    fc.assert(
      fc.property(settings, seeds, (settings, seed) => {
        const halting = { check: "none", rollout: "staged-halt", onTooLarge: "stops", newVersionAt: never };
        const run = runOf(artifactLimit, { ...settings, ...halting }, seed);
        expect(Math.min(...lineOf(run, "hosts", "working"))).toBeGreaterThanOrEqual(99);
        for (const { from, to, state } of run.strip) if (state === "broken") expect(to - from).toBe(2);
      }),
      { numRuns: 100 },
    );
  });

  test("loses no host where a loader keeps the last that fits and the first one does, whatever else is set", () => {
    fc.assert(
      fc.property(settings, seeds, (settings, seed) => {
        const keeping = { ...settings, onTooLarge: "keeps-last" };
        if (!artifactLimit.condition(keeping).holds) return;
        expect(isBroken(runOf(artifactLimit, keeping, seed))).toBe(false);
      }),
      { numRuns: 150 },
    );
  });
});
