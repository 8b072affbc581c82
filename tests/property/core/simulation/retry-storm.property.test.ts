import fc from "fast-check";
import { expect, test } from "vitest";
import { settingsOf, type SettingValue } from "#core/simulation/model.ts";
import { figuresOf } from "#core/simulation/retry-run.ts";
import { retrySetup, retryStorm } from "#core/simulation/retry-storm.ts";
import { retry } from "#core/simulation/retrying.ts";

const PLAIN = settingsOf(retryStorm, { settings: {} });
const SEED = fc.integer({ min: 0, max: 99_999 });

function figures(differing: Record<string, SettingValue>, seed: number) {
  const setup = retrySetup({ ...PLAIN, ...differing });
  return figuresOf(setup, retry(setup, seed));
}

function recovers(differing: Record<string, SettingValue>, seed: number): boolean {
  return figures(differing, seed).recovered !== null;
}

test("a storm ends with its trigger where the queue can be served within the timeout, and lasts where it is twice as long", () => {
  fc.assert(
    fc.property(SEED, fc.constantFrom(500, 1000, 2000), (seed, timeout) => {
      const limit = (100 * timeout) / 1000;
      const queues = Array.from({ length: 16 }, (_, i) => Math.round(limit * (0.6 + i * 0.1)));
      const lasting = queues.find((queue) => !recovers({ queue, timeout, length: 20 }, seed)) ?? Infinity;
      // Retries pile up at the edge, and service times vary: the formula is met within a third.
      expect(lasting / limit).toBeGreaterThan(0.67);
      expect(lasting / limit).toBeLessThan(1.34);
    }),
    { numRuns: 8 },
  );
});

test("a storm ends with its trigger where load × (1 + budget) stays below the capacity", () => {
  fc.assert(
    fc.property(SEED, fc.constantFrom("none", "full", "exponential"), (seed, delay) => {
      expect(recovers({ delay, budgeted: "budget", budget: 10, duration: 240 }, seed)).toBe(true);
      expect(recovers({ delay, duration: 240 }, seed)).toBe(false);
    }),
    { numRuns: 10 },
  );
});

test("without a trigger every load up to nine tenths of the capacity is served", () => {
  fc.assert(
    fc.property(SEED, fc.integer({ min: 4, max: 17 }), (seed, fives) => {
      const { atEnd, perRequest } = figures({ load: fives * 5, trigger: "none" }, seed);
      expect(atEnd).toBeGreaterThan(fives * 5 * 0.8);
      expect(perRequest).toBeLessThan(1.2);
    }),
    { numRuns: 20 },
  );
});

test("more is never answered than arrives, nor by more than there are workers", () => {
  fc.assert(
    fc.property(
      SEED,
      fc.constantFrom(...retryStorm.policies),
      fc.constantFrom("capacity", "load", "none"),
      (seed, policy, trigger) => {
        const setup = retrySetup({ ...settingsOf(retryStorm, policy), trigger });
        const seen = retry(setup, seed);
        const sum = (values: readonly number[]) => values.slice(1).reduce((total, value) => total + value, 0);
        expect(sum(seen.answered)).toBeLessThanOrEqual(sum(seen.arriving));
        expect(sum(seen.answered) + sum(seen.wasted)).toBeLessThan(110 * setup.duration);
        expect(sum(seen.attempts)).toBeLessThanOrEqual(setup.attempts * sum(seen.arriving));
        expect(retry(setup, seed)).toEqual(seen);
      },
    ),
    { numRuns: 25 },
  );
});
