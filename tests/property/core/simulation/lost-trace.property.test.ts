import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { findCounterexample } from "#core/simulation/find-counterexample.ts";
import { drawJourneys } from "#core/simulation/lost-trace.journeys.ts";
import { lostTrace } from "#core/simulation/lost-trace.ts";
import { settingsOf, type Settings } from "#core/simulation/model.ts";
import { seededRandom } from "#core/simulation/random.ts";
import { arbitrarySeed, arbitrarySettings, isBroken, policyOf } from "#tests/support/lanes-laws.ts";
import { lawsOfLanesModel } from "#tests/support/lanes-model-laws.ts";

lawsOfLanesModel(lostTrace, {
  holding: ["traceparent", "truncated"],
  collapsing: ["dropped", "restarted"],
});

function outcomeOf(settings: Settings, seed: number) {
  const [traces, spans, candidates, customer] = lostTrace
    .run(settings, seed)
    .outcome.map(({ value }) => value);
  return {
    traces: parseInt(traces!, 10),
    spans: parseInt(spans!, 10),
    candidates: Number(candidates),
    customer: customer!,
  };
}

describe("what an operator can reconstruct", () => {
  test("is as many traces as the stated formula says", () => {
    fc.assert(
      fc.property(arbitrarySettings(lostTrace), arbitrarySeed, (settings, seed) => {
        const { filledIn } = lostTrace.condition(settings);
        const stated = Number(/\) = (\d+)/.exec(filledIn)?.[1]);
        expect(outcomeOf(settings, seed).traces).toBe(stated);
      }),
      { numRuns: 1_000 },
    );
  });

  test("is the one request that failed just where the trace is whole", () => {
    fc.assert(
      fc.property(arbitrarySettings(lostTrace), arbitrarySeed, (settings, seed) => {
        const { spans, candidates } = outcomeOf(settings, seed);
        const isWhole = !isBroken(lostTrace.run(settings, seed));
        expect(spans).toBe(isWhole ? 4 : 2);
        if (isWhole) expect(candidates).toBe(1);
        expect(candidates).toBeLessThanOrEqual(Number(settings["requests"]));
      }),
      { numRuns: 1_000 },
    );
  });

  test("leaves several requests open where the trace is lost, and names no customer where headers are", () => {
    const settings = settingsOf(lostTrace, policyOf(lostTrace, "dropped"));
    let several = 0;
    for (let seed = 0; seed < 1_000; seed++) {
      const { candidates, customer } = outcomeOf(settings, seed);
      expect(customer).toBe("unknown");
      if (candidates > 1) several += 1;
    }
    expect(several).toBeGreaterThan(500);
  });

  test("is a whole trace without its customer where the baggage is cut off before it, and only there", () => {
    const settings = settingsOf(lostTrace, policyOf(lostTrace, "truncated"));
    const customers = Array.from({ length: 200 }, (_, seed) => outcomeOf(settings, seed).customer);
    expect(customers).toContain("unknown");
    expect(customers.some((customer) => /^c\d\d$/.test(customer))).toBe(true);
    expect(findCounterexample(lostTrace, settings).broken).toBe(0);
    for (let seed = 0; seed < 200; seed++) {
      expect(outcomeOf({ ...settings, limit: 8_192 }, seed).customer).toMatch(/^c\d\d$/);
    }
  });
});

describe("the journeys of requests", () => {
  test("never have a participant do two things at once, and go hop by hop", () => {
    fc.assert(
      fc.property(arbitrarySeed, fc.integer({ min: 1, max: 3 }), (seed, count) => {
        const journeys = drawJourneys(seededRandom(seed), count);
        expect(journeys.map(({ number }) => number)).toEqual(Array.from({ length: count }, (_, i) => i + 1));
        for (const { gateway, service, queued, worker, store } of journeys) {
          expect(gateway.to).toBeLessThan(service.from);
          expect(service.to).toBeLessThan(queued.from);
          expect(queued.from).toBeLessThanOrEqual(queued.to);
          expect(queued.to).toBeLessThan(worker.from);
          expect(worker.from < store.from && store.to < worker.to).toBe(true);
        }
        for (const hop of ["gateway", "service", "worker", "store"] as const) {
          const spans = journeys.map((journey) => journey[hop]).toSorted((a, b) => a.from - b.from);
          spans.slice(1).forEach(({ from }, index) => expect(from).toBeGreaterThanOrEqual(spans[index]!.to));
        }
      }),
      { numRuns: 500 },
    );
  });
});
