import fc from "fast-check";
import { expect, test } from "vitest";
import { massReconnect } from "#core/simulation/mass-reconnect.ts";
import { settingsOf, type SettingValue } from "#core/simulation/model.ts";

const PLAIN = settingsOf(massReconnect, { settings: {} });
const SEED = fc.integer({ min: 0, max: 99_999 });
/** A threshold is found where the model says it is, to within this share of it: the formula leaves the handshake out. */
const TOLERANCE = 0.15;

function runWith(differing: Record<string, SettingValue>, seed: number) {
  const settings = { ...PLAIN, ...differing };
  const { outcome, strip } = massReconnect.run(settings, seed);
  const [, all] = outcome.map(({ value }) => parseFloat(value));
  return {
    /** In seconds; NaN where it never comes to it. */
    all: all!,
    isEverBroken: strip.some(({ state }) => state === "broken"),
    condition: massReconnect.condition(settings),
  };
}

/** The first of ascending values from which `holds` is true, or from which it is false. */
function turnsAt(values: readonly number[], holds: (value: number) => boolean): number {
  const first = holds(values[0]!);
  return values.find((value) => holds(value) !== first) ?? Infinity;
}

function range(from: number, to: number, step: number): readonly number[] {
  return Array.from({ length: Math.floor((to - from) / step) + 1 }, (_, i) => from + i * step);
}

test("answers are in vain from a backlog of capacity × timeout on, and with two thirds more nobody comes back", () => {
  fc.assert(
    fc.property(SEED, fc.constantFrom(3, 5, 8), fc.constantFrom(300, 500), (seed, timeout, capacity) => {
      const limit = capacity * timeout;
      // A clientele that asks for more than the capacity as long as it is not answered.
      const differing = { timeout, capacity, clients: 20_000, cap: 30, duration: 900 };
      const backlogs = range(limit * 0.8, limit * 1.2, limit * 0.02);
      const found = turnsAt(backlogs, (backlog) => runWith({ ...differing, backlog }, seed).isEverBroken);
      expect(found / limit).toBeGreaterThan(1 - TOLERANCE);
      expect(found / limit).toBeLessThan(1 + TOLERANCE);
      expect(runWith({ ...differing, backlog: backlogs[0]! }, seed).all).toBeLessThan(900);
      expect(runWith({ ...differing, backlog: limit * 1.7 }, seed).all).toBeNaN();
    }),
    { numRuns: 4 },
  );
});

test("a deep backlog is survived where all clients together come to ask for less than the capacity", () => {
  fc.assert(
    fc.property(SEED, fc.constantFrom("full", "equal"), (seed, delay) => {
      const share = delay === "full" ? 1 / 2 : 3 / 4;
      // 20,000 / (5 s + mean) = 500/s
      const limit = 35 / share;
      const caps = range(Math.round(limit * 0.8), Math.round(limit * 1.2), 1);
      const found = turnsAt(caps, (cap) => runWith({ delay, cap, duration: 900 }, seed).all > 0);
      expect(found / limit).toBeGreaterThan(1 - TOLERANCE);
      expect(found / limit).toBeLessThan(1 + TOLERANCE);
    }),
    { numRuns: 3 },
  );
});

test("nobody is answered in vain from a spread of clients / capacity on", () => {
  fc.assert(
    fc.property(SEED, fc.constantFrom(400, 500, 800), (seed, capacity) => {
      const limit = 20_000 / capacity;
      const spreads = range(Math.round(limit * 0.7), Math.round(limit * 1.2), 1);
      const found = turnsAt(spreads, (spread) => !runWith({ spread, capacity }, seed).isEverBroken);
      // What waits for its timeout at the end of the spread may be too many for it by as much.
      expect(found).toBeGreaterThan(limit - 5 - 2);
      expect(found).toBeLessThanOrEqual(limit + 2);
    }),
    { numRuns: 6 },
  );
});

test("wherever the backlog can be answered in time, no answer is in vain", () => {
  fc.assert(
    fc.property(
      SEED,
      fc.constantFrom("full", "equal", "exponential", "decorrelated", "fixed", "slots", "none"),
      fc.integer({ min: 1, max: 20 }),
      (seed, delay, thousands) => {
        const settings = { delay, backlog: 2400, clients: thousands * 1000, duration: 120 };
        expect(runWith(settings, seed).isEverBroken).toBe(false);
      },
    ),
    { numRuns: 20 },
  );
});

test("the same seed gives the same run", () => {
  fc.assert(
    fc.property(SEED, (seed) => {
      const settings = { ...PLAIN, clients: 3000, duration: 60 };
      expect(massReconnect.run(settings, seed)).toEqual(massReconnect.run(settings, seed));
    }),
    { numRuns: 5 },
  );
});
