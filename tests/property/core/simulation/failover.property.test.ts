import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { planFailover } from "#core/simulation/failover.plan.ts";
import { failover } from "#core/simulation/failover.ts";
import { drawAttempts, fateOf, type Write } from "#core/simulation/failover.writes.ts";
import { settingsOf, type Settings } from "#core/simulation/model.ts";
import { seededRandom } from "#core/simulation/random.ts";
import { arbitrarySeed, arbitrarySettings, policyOf } from "#tests/support/lanes-laws.ts";
import { lawsOfLanesModel } from "#tests/support/lanes-model-laws.ts";

lawsOfLanesModel(failover, {
  holding: ["fenced-and-confirmed", "person", "synchronous"],
  collapsing: ["silence", "fenced"],
});

const SEEDS = 1_000;

function writesOf(settings: Settings, seed: number) {
  const random = seededRandom(seed);
  const plan = planFailover(settings, random);
  const rate = Number(settings["rate"]);
  return { plan, writes: drawAttempts(random, rate, plan.duration).map((attempt) => fateOf(attempt, plan)) };
}

/** What the invariant says at one moment, from the writes alone and not from the strip. */
function isKept(
  writes: readonly Write[],
  at: number,
  primaryStopped: boolean,
  promoted: number | null,
): boolean {
  if (promoted === null || at < promoted) return true;
  const isComplete = writes.every(
    ({ acknowledged, replicated }) =>
      acknowledged === null || acknowledged > at || (replicated ?? Infinity) <= at,
  );
  return primaryStopped && isComplete;
}

describe("the strip of a failover", () => {
  test("says at every moment what the writes say", () => {
    fc.assert(
      fc.property(arbitrarySettings(failover), arbitrarySeed, fc.nat(2_999), (settings, seed, moment) => {
        const { plan, writes } = writesOf(settings, seed);
        const at = moment % plan.duration;
        const stopped = plan.stopped !== null && plan.stopped.from <= at && at < plan.stopped.to;
        const { strip } = failover.run(settings, seed);
        const piece = strip.find(({ from, to }) => from <= at && at < to);
        expect(piece?.state === "holds").toBe(isKept(writes, at, stopped, plan.promoted));
      }),
      { numRuns: 2_000 },
    );
  });

  test("never has a write acknowledged by a side that does not take writes", () => {
    fc.assert(
      fc.property(arbitrarySettings(failover), arbitrarySeed, (settings, seed) => {
        const { plan, writes } = writesOf(settings, seed);
        for (const { side, acknowledged } of writes) {
          if (acknowledged === null) continue;
          if (side === "replica") expect(acknowledged).toBeGreaterThanOrEqual(plan.promoted!);
          else if (plan.stopped) {
            expect(acknowledged < plan.stopped.from || acknowledged >= plan.stopped.to).toBe(true);
          }
        }
      }),
      { numRuns: 1_000 },
    );
  });
});

describe("the partition", () => {
  test("lets no write through to the replica, and none is there sooner than the lag allows", () => {
    fc.assert(
      fc.property(arbitrarySettings(failover), arbitrarySeed, (settings, seed) => {
        const { plan, writes } = writesOf(settings, seed);
        for (const { side, at, replicated } of writes) {
          if (side === "replica" || replicated === null) continue;
          expect(replicated).toBeGreaterThanOrEqual(at + plan.lag);
          expect(replicated < plan.partition.from || replicated >= plan.partition.to).toBe(true);
        }
      }),
      { numRuns: 1_000 },
    );
  });

  test("lets no message through from one side to the other", () => {
    const oldSide = new Set(["primary", "client-1"]);
    fc.assert(
      fc.property(arbitrarySettings(failover), arbitrarySeed, (settings, seed) => {
        const { messages, shaded } = failover.run(settings, seed);
        for (const { from, to, received } of messages) {
          if (oldSide.has(from) === oldSide.has(to) || received === null) continue;
          expect(received < shaded[0]!.from || received >= shaded[0]!.to).toBe(true);
        }
      }),
      { numRuns: 1_000 },
    );
  });

  test("ends before anybody is promoted who waits for every write", () => {
    fc.assert(
      fc.property(
        arbitrarySettings(failover, { promotion: "confirmed", replication: "async" }),
        arbitrarySeed,
        (settings, seed) => {
          const { plan } = writesOf(settings, seed);
          expect(plan.promoted ?? Infinity).toBeGreaterThanOrEqual(plan.partition.to + plan.lag);
        },
      ),
    );
  });
});

describe("the writes that are lost", () => {
  test.each([
    { policy: "silence", differing: {}, expected: 0.1 * 40 + 0.8 * 20 },
    { policy: "silence", differing: { lag: 0, rate: 100 }, expected: 0.8 * 50 },
    { policy: "silence", differing: { lag: 400, partition: 400 }, expected: 0.4 * 40 + 0.4 * 20 },
    { policy: "fenced", differing: {}, expected: 0.1 * 40 + 0.3 * 20 },
    { policy: "fenced", differing: { lag: 400, token: 100 }, expected: 0.4 * 40 + 0.1 * 20 },
  ])(
    "by $policy with $differing are lag × rate + unseen time × half the rate",
    ({ policy, differing, expected }) => {
      const settings = { ...settingsOf(failover, policyOf(failover, policy)), ...differing };
      let lost = 0;
      for (let seed = 0; seed < SEEDS; seed++) {
        const value = failover
          .run(settings, seed)
          .outcome.find(({ label }) => label === "Of these lost")?.value;
        lost += Number(value);
      }
      // Arrivals at random: the mean of a thousand counts strays by about the square root of expected ÷ 1,000.
      expect(Math.abs(lost / SEEDS - expected)).toBeLessThan(4 * Math.sqrt(expected / SEEDS));
      expect(failover.condition(settings).filledIn).toContain(`= ${expected.toFixed(1)}`);
    },
  );
});
