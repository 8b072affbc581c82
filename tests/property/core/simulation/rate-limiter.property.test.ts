import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { limitRequests, type LimiterSettings } from "#core/simulation/rate-limiter.algorithms.ts";
import { rateLimiter } from "#core/simulation/rate-limiter.ts";
import {
  arbitrarySettings,
  expectContractKept,
  isBroken,
  lineOf,
  runOf,
  turned,
} from "#tests/support/series-models.ts";

const seeds = fc.nat({ max: 0xffff_ffff });
const settings = arbitrarySettings(rateLimiter);
const MANY = { numRuns: 500 };

/** Any client at all: silence, trickles and bursts, most of them near the edges of some window. */
const requests = fc
  .array(
    fc.record({
      silence: fc.oneof(fc.nat({ max: 3 }), fc.nat({ max: 40 })),
      asked: fc.array(fc.oneof(fc.nat({ max: 2 }), fc.nat({ max: 40 })), { minLength: 1, maxLength: 20 }),
    }),
    { minLength: 1, maxLength: 8 },
  )
  .map((parts) => parts.flatMap(({ silence, asked }) => [...Array<number>(silence).fill(0), ...asked]));

const limiters = fc.record({
  limit: fc.integer({ min: 1, max: 30 }),
  window: fc.integer({ min: 2, max: 20 }),
  bucket: fc.integer({ min: 1, max: 30 }),
  refill: fc.integer({ min: 1, max: 60 }),
});
type Limits = Omit<LimiterSettings, "algorithm">;

const admittedBy = (algorithm: LimiterSettings["algorithm"], limits: Limits, asked: readonly number[]) =>
  limitRequests({ algorithm, ...limits }, asked).map(({ admitted }) => admitted);

/** Whether a bucket with less than one request left may be full again before the next second, and spill the rest. */
const isSpilling = ({ window, bucket, refill }: Limits) => refill > (bucket - 1) * window;

const sum = (numbers: readonly number[]) => numbers.reduce((total, number) => total + number, 0);

/** Counted window by window, with no memory of the one before. */
const mostInAnyWindow = (admitted: readonly number[], window: number) =>
  Math.max(...admitted.map((_, last) => sum(admitted.slice(Math.max(0, last + 1 - window), last + 1))));

describe("the algorithms of a rate limiter, whatever a client does", () => {
  test("a log never admits more than the limit in any window", () => {
    fc.assert(
      fc.property(limiters, requests, (limits, asked) => {
        const admitted = admittedBy("sliding-window-log", limits, asked);
        expect(mostInAnyWindow(admitted, limits.window)).toBeLessThanOrEqual(limits.limit);
      }),
      MANY,
    );
  });

  test("a log refuses nobody whom it could admit", () => {
    fc.assert(
      fc.property(limiters, requests, (limits, asked) => {
        const admitted = admittedBy("sliding-window-log", limits, asked);
        for (const [now, taken] of admitted.entries()) {
          const before = sum(admitted.slice(Math.max(0, now + 1 - limits.window), now));
          expect(taken).toBe(Math.min(asked[now] ?? 0, limits.limit - before));
        }
      }),
      MANY,
    );
  });

  test("a fixed window never admits more than twice the limit in any window, and a burst at an edge gets it", () => {
    fc.assert(
      fc.property(limiters, requests, fc.nat({ max: 3 }), (limits, asked, windows) => {
        const { limit, window } = limits;
        expect(mostInAnyWindow(admittedBy("fixed-window", limits, asked), window)).toBeLessThanOrEqual(
          2 * limit,
        );
        const silence = Array<number>((windows + 1) * window - 1).fill(0);
        const burst = admittedBy("fixed-window", limits, [...silence, limit, limit]);
        expect(mostInAnyWindow(burst, 2)).toBe(2 * limit);
      }),
      MANY,
    );
  });

  test("a counter never admits more than limit + limit × (window − 2) ÷ window, and who knows it gets that", () => {
    fc.assert(
      fc.property(limiters, requests, (limits, asked) => {
        const { limit, window } = limits;
        const most = limit + Math.floor((limit * (window - 2)) / window);
        const admitted = admittedBy("sliding-window-counter", limits, asked);
        expect(mostInAnyWindow(admitted, window)).toBeLessThanOrEqual(most);
        const knowing = [...Array<number>(window - 1).fill(0), ...Array<number>(window).fill(limit)];
        expect(mostInAnyWindow(admittedBy("sliding-window-counter", limits, knowing), window)).toBe(most);
      }),
      MANY,
    );
  });

  test("a bucket never admits more than it holds and fills by in any window, and who goes on asking gets that", () => {
    fc.assert(
      fc.property(limiters, requests, (limits, asked) => {
        const { window, bucket, refill } = limits;
        // In a row of seconds the bucket fills between them, once less than there are.
        const most = bucket + Math.floor((refill * (window - 1)) / window);
        expect(mostInAnyWindow(admittedBy("token-bucket", limits, asked), window)).toBeLessThanOrEqual(most);
        const always = Array<number>(window).fill(bucket + refill);
        if (!isSpilling(limits)) expect(sum(admittedBy("token-bucket", limits, always))).toBe(most);
      }),
      MANY,
    );
  });

  test("a bucket decides as GCRA does, which keeps one number", () => {
    fc.assert(
      fc.property(limiters, requests, (limits, asked) => {
        const { window, bucket, refill } = limits;
        // In units of which a second has `refill` and the distance of two requests has `window`.
        let expectedAt = 0;
        const admitted = asked.map((count, second) => {
          const now = second * refill;
          let taken = 0;
          for (let request = 0; request < count; request++) {
            if (Math.max(expectedAt, now) - now > (bucket - 1) * window) continue;
            expectedAt = Math.max(expectedAt, now) + window;
            taken++;
          }
          return taken;
        });
        expect(admittedBy("token-bucket", limits, asked)).toEqual(admitted);
      }),
      MANY,
    );
  });
});

describe("the rate limiter", () => {
  test("gives a run that keeps the contract, and the same one again, for all settings and seeds", () => {
    expectContractKept(rateLimiter);
  });

  test("draws what was admitted in the last window as one counts it", () => {
    fc.assert(
      fc.property(settings, seeds, (settings, seed) => {
        const run = runOf(rateLimiter, settings, seed);
        const most = Math.max(...lineOf(run, "in-window", "admitted"));
        expect(most).toBe(mostInAnyWindow(lineOf(run, "requests", "let-in"), Number(settings["window"])));
        expect(isBroken(run)).toBe(most > Number(settings["limit"]));
      }),
      { numRuns: 100 },
    );
  });

  test("never breaks where its formula holds, whatever is set", () => {
    let held = 0;
    fc.assert(
      fc.property(settings, seeds, (settings, seed) => {
        if (!rateLimiter.condition(settings).holds) return;
        held++;
        expect(isBroken(runOf(rateLimiter, settings, seed))).toBe(false);
      }),
      { numRuns: 300 },
    );
    expect(held).toBeGreaterThan(30);
  });

  test("breaks where its formula does not hold, for a client who asks for all it can get", () => {
    let broke = 0;
    fc.assert(
      fc.property(settings, seeds, (settings, seed) => {
        const greedy = { ...settings, burst: 600, asking: 50, ordinary: 0 };
        if (rateLimiter.condition(greedy).holds) return;
        const { algorithm, ...limits } = greedy as typeof greedy & LimiterSettings;
        // A window of whole seconds misses one second's filling, and what is less than a request.
        const missed = limits.refill / limits.window + 1;
        const getsLess = limits.bucket + limits.refill <= limits.limit + missed || isSpilling(limits);
        if (algorithm === "token-bucket" && getsLess) return;
        broke++;
        expect(isBroken(runOf(rateLimiter, greedy, seed))).toBe(true);
      }),
      { numRuns: 300 },
    );
    expect(broke).toBeGreaterThan(30);
  });

  test("has its threshold where what the bucket holds and fills by in a window is the limit", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 160 }), seeds, (bucket, seed) => {
        const sizes = { limit: 100, window: 60, refill: 60, bucket, burst: 600, asking: 50, ordinary: 0 };
        const breaks = isBroken(runOf(rateLimiter, turned(rateLimiter, "token-bucket", sizes), seed));
        // One request either way: the one that is filled in a second.
        if (bucket + 60 <= 100) expect(breaks).toBe(false);
        if (bucket + 60 > 101) expect(breaks).toBe(true);
      }),
      { numRuns: 200 },
    );
  });

  test("breaks a fixed window where what comes before the edge and after it is more than the limit", () => {
    fc.assert(
      fc.property(fc.nat({ max: 15 }), fc.nat({ max: 4 }), seeds, (tens, asking, seed) => {
        const [limit, window, burst] = [100, 60, tens * 10];
        const client = { limit, window, burst, asking, ordinary: 0 };
        const breaks = isBroken(runOf(rateLimiter, turned(rateLimiter, "fixed-window", client), seed));
        // Two seconds of asking either way: as long as the burst may be ahead of the edge.
        const before = Math.min(burst, limit);
        if (before + Math.min(asking * window, limit) <= limit) expect(breaks).toBe(false);
        if (before > 0 && before + Math.min(asking * (window - 2), limit) > limit) expect(breaks).toBe(true);
      }),
      { numRuns: 200 },
    );
  });
});
