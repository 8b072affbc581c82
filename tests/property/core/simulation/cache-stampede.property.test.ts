import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { playStampede, type StampedeSettings } from "#core/simulation/cache-stampede.play.ts";
import { cacheStampede } from "#core/simulation/cache-stampede.ts";
import {
  arbitrarySettings,
  expectContractKept,
  isBroken,
  runOf,
  turned,
} from "#tests/support/series-models.ts";

const seeds = fc.nat({ max: 0xffff_ffff });
const settings = arbitrarySettings(cacheStampede);

/** By how much a count of independent arrivals may miss its mean here: five standard deviations. */
const spread = (mean: number) => 5 * Math.sqrt(mean);

describe("the cache stampede", () => {
  test("gives a run that keeps the contract, and the same one again, for all settings and seeds", () => {
    expectContractKept(cacheStampede);
  });

  test("breaks where readers × time to recompute is more than the store takes, and holds where it is less", () => {
    const [capacity, recompute] = [60, 500];
    let [held, broke] = [0, 0];
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 40 }),
        fc.constantFrom("expires", "emptied"),
        seeds,
        (tens, trigger, seed) => {
          const readers = tens * 10;
          const atOnce = (readers * recompute) / 1000;
          const turning = { readers, recompute, capacity, trigger };
          const run = runOf(cacheStampede, turned(cacheStampede, "every-reader", turning), seed);
          if (atOnce + spread(atOnce) <= capacity) {
            held++;
            expect(isBroken(run)).toBe(false);
          } else if (atOnce - spread(atOnce) > capacity) {
            broke++;
            expect(isBroken(run)).toBe(true);
          }
        },
      ),
      { numRuns: 150 },
    );
    expect(Math.min(held, broke)).toBeGreaterThan(20);
  });

  test("asks once for all where one recomputes, whatever is set", () => {
    fc.assert(
      fc.property(settings, seeds, (settings, seed) => {
        const run = runOf(cacheStampede, { ...settings, onMiss: "one" }, seed);
        expect(isBroken(run)).toBe(false);
        expect(cacheStampede.condition({ ...settings, onMiss: "one" }).holds).toBe(true);
      }),
      { numRuns: 60 },
    );
  });

  test("lets nobody wait and nobody give up while there is an old value to serve", () => {
    fc.assert(
      fc.property(settings, seeds, (settings, seed) => {
        const run = runOf(cacheStampede, { ...settings, refresh: "stale", trigger: "expires" }, seed);
        expect(
          run.panels[1]?.lines.filter(({ key }) => key !== "stale").flatMap(({ values }) => values),
        ).toEqual(Array(2 * run.times.length).fill(0));
      }),
      { numRuns: 60 },
    );
  });

  test("loses no reader: each is answered, gives up or is still waiting, and they are the same for all policies", () => {
    fc.assert(
      fc.property(arbitraryPlay(), arbitraryPlay(), seeds, (one, other, seed) => {
        const readersOf = (play: StampedeSettings) => {
          const { ticks } = playStampede(play, seed);
          const gone = ticks.reduce((sum, t) => sum + t.fresh + t.stale + t.afterWait + t.givenUp, 0);
          return gone + (ticks.at(-1)?.waiting ?? 0);
        };
        expect(readersOf({ ...other, readersPerSecond: one.readersPerSecond })).toBe(readersOf(one));
      }),
      { numRuns: 40 },
    );
  });

  test("is early about e^(1 ÷ β) times for each end of life, however many read", () => {
    for (const [beta, readersPerSecond] of [
      [1, 200],
      [1, 1000],
      [0.5, 1000],
      [2, 200],
    ] as const) {
      let [begun, times] = [0, 0];
      for (let seed = 1; seed <= 60; seed++) {
        const { ticks, ...play } = playStampede({ ...EARLY, beta, readersPerSecond }, seed);
        begun += play.begun;
        times += ticks.filter(({ atOnce }, i) => atOnce > 0 && (ticks[i - 1]?.atOnce ?? 0) === 0).length;
      }
      // A fifth either way: the mean of some 150 numbers that are spread about as widely as they are large.
      expect(begun / times / Math.exp(1 / beta)).toBeGreaterThan(0.8);
      expect(begun / times / Math.exp(1 / beta)).toBeLessThan(1.2);
    }
  });

  test("never brings the value back where sharing makes the first recomputation last longer than its time", () => {
    const [capacity, recompute] = [20, 500];
    fc.assert(
      fc.property(
        fc.integer({ min: 5, max: 30 }),
        fc.integer({ min: 5, max: 20 }),
        seeds,
        (tens, halves, seed) => {
          const [readersPerSecond, timeout] = [tens * 10, halves * 500];
          const ratio = (readersPerSecond * recompute) / 1000 / capacity;
          // With n = readers × t at once, a share of capacity ÷ n adds up to the time to recompute after this time.
          const first = ratio <= 1 ? recompute : (capacity / readersPerSecond) * Math.exp(ratio - 1) * 1000;
          const play = { ...EARLY, refresh: "at-expiry" as const, trigger: "emptied" as const };
          const { ticks } = playStampede({ ...play, readersPerSecond, timeout }, seed);
          const isBack = ticks.some(({ isFresh }, i) => isFresh && ticks[i - 1]?.isFresh === false);
          // A factor of four either way: when the first twenty come is chance, and it stretches the rest exponentially.
          if (first * 4 <= timeout) expect(isBack).toBe(true);
          if (first >= timeout * 4) expect(isBack).toBe(false);
        },
      ),
      { numRuns: 150 },
    );
  });
});

const EARLY: StampedeSettings = {
  readersPerSecond: 200,
  recompute: 500,
  capacity: 20,
  timeToLive: 20_000,
  timeout: 3000,
  beta: 1,
  trigger: "expires",
  onMiss: "everyone",
  refresh: "early",
};

function arbitraryPlay(): fc.Arbitrary<StampedeSettings> {
  return fc.record({
    readersPerSecond: fc.integer({ min: 10, max: 1000 }),
    recompute: fc.integer({ min: 100, max: 2000 }),
    capacity: fc.integer({ min: 1, max: 200 }),
    timeToLive: fc.integer({ min: 12_000, max: 40_000 }),
    timeout: fc.integer({ min: 2500, max: 10_000 }),
    beta: fc.double({ min: 0.1, max: 3, noNaN: true }),
    trigger: fc.constantFrom("expires", "emptied"),
    onMiss: fc.constantFrom("everyone", "one"),
    refresh: fc.constantFrom("at-expiry", "early", "stale"),
  });
}
