import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { dualWrite } from "#core/simulation/dual-write.ts";
import { findCounterexample } from "#core/simulation/find-counterexample.ts";
import { settingsOf } from "#core/simulation/model.ts";
import { arbitrarySeed, arbitrarySettings, policyOf } from "#tests/support/lanes-laws.ts";
import { lawsOfLanesModel } from "#tests/support/lanes-model-laws.ts";

lawsOfLanesModel(dualWrite, {
  holding: ["outbox-idempotent"],
  collapsing: ["write-then-publish", "publish-then-write", "outbox"],
});

describe("the invariant of the end", () => {
  test("is broken at the end of the strip just where order and effect do not belong together", () => {
    fc.assert(
      fc.property(arbitrarySettings(dualWrite), arbitrarySeed, (settings, seed) => {
        const { strip, outcome } = dualWrite.run(settings, seed);
        const [order, effect] = outcome.map(({ value }) => value);
        const isRight = order === "exists" ? effect === "once" : effect === "never";
        expect(strip.at(-1)?.state).toBe(isRight ? "holds" : "broken");
      }),
      { numRuns: 2_000 },
    );
  });

  test("stays broken once it is: nothing in the design puts it right", () => {
    fc.assert(
      fc.property(arbitrarySettings(dualWrite), arbitrarySeed, (settings, seed) => {
        const { strip } = dualWrite.run(settings, seed);
        expect(strip.slice(0, -1).every(({ state }) => state === "holds")).toBe(true);
      }),
      { numRuns: 2_000 },
    );
  });

  test.each(["write-then-publish", "publish-then-write", "outbox"])(
    "breaks by %s in the share of seeds that the stated count of faults says",
    (key) => {
      const settings = settingsOf(dualWrite, policyOf(dualWrite, key));
      const [breaking, all] = dualWrite.condition(settings).filledIn.split(" of ").map(Number);
      const share = breaking! / all!;
      const tolerance = 4 * Math.sqrt((share * (1 - share)) / 1_000);
      const { broken } = findCounterexample(dualWrite, settings);
      expect(Math.abs(broken / 1_000 - share)).toBeLessThan(tolerance);
    },
  );
});
