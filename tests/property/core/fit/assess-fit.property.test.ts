import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { assessFit, type FitVerdict } from "#core/fit/assess-fit.ts";
import { SIGNAL_IDS, SIGNALS } from "#core/fit/signals.ts";

const arbitrarySignals = fc.subarray([...SIGNAL_IDS]);
const RANK: Record<FitVerdict, number> = { elsewhere: 0, unclear: 1, structural: 2 };

describe("assessFit", () => {
  test("depends on the set of signals, not on their order or number", () => {
    fc.assert(
      fc.property(fc.shuffledSubarray([...SIGNAL_IDS]), (signals) => {
        expect(assessFit([...signals, ...signals.toReversed()])).toEqual(assessFit(signals));
      }),
    );
  });

  test("one more signal never moves the verdict against what it says", () => {
    fc.assert(
      fc.property(arbitrarySignals, fc.constantFrom(...SIGNAL_IDS), (signals, added) => {
        const before = RANK[assessFit(signals).verdict];
        const after = RANK[assessFit([...signals, added]).verdict];
        if (SIGNALS[added].speaks === "for") expect(after).toBeGreaterThanOrEqual(before);
        else expect(after).toBeLessThanOrEqual(before);
      }),
    );
  });

  test("gives one reason per signal, and help instead for each that speaks against", () => {
    fc.assert(
      fc.property(arbitrarySignals, (signals) => {
        const fit = assessFit(signals);
        expect(new Set(fit.reasons).size).toBe(signals.length);
        expect(fit.instead.length).toBe(signals.filter((id) => SIGNALS[id].speaks === "against").length);
      }),
    );
  });
});
