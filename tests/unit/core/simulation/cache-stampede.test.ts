import { describe, expect, test } from "vitest";
import { cacheStampede } from "#core/simulation/cache-stampede.ts";
import { isBroken, lineOf, outcomeOf, policyOf, runOf, turned } from "#tests/support/series-models.ts";

const runWith = (policy: string, settings = {}) =>
  runOf(cacheStampede, turned(cacheStampede, policy, settings));

/** Read and found right: after 20 s nobody is answered any more, and one recomputation for each end of life is enough. */
const ON_THE_DEFAULT_SEED: Readonly<Record<string, readonly string[]>> = {
  "every-reader": ["649", "8,072", "40 s", "40 s", "0 %", "64 %", "0 s"],
  "single-flight": ["1", "2", "0 s", "1 s", "0 %", "0 %", "0.5 s"],
  early: ["4", "6", "0 s", "0 s", "0 %", "0 %", "0 s"],
  stale: ["1", "2", "0 s", "1 s", "2 %", "0 %", "0 s"],
  "stale-single-flight": ["1", "2", "0 s", "1 s", "2 %", "0 %", "0 s"],
};

describe("the cache stampede", () => {
  test.each(Object.entries(ON_THE_DEFAULT_SEED))("comes out with %s as reviewed", (policy, expected) => {
    expect(runWith(policy).outcome.map(({ value }) => value)).toEqual(expected);
  });

  test("has a reviewed outcome for every policy, and the same figures for all", () => {
    expect(Object.keys(ON_THE_DEFAULT_SEED)).toEqual(cacheStampede.policies.map(({ key }) => key));
    const labels = cacheStampede.policies.map(({ key }) => runWith(key).outcome.map(({ label }) => label));
    expect(new Set(labels.map((list) => list.join("; "))).size).toBe(1);
  });

  test("collapses with its first policy and holds with its second", () => {
    expect(cacheStampede.policies.slice(0, 2).map(({ key }) => isBroken(runWith(key)))).toEqual([
      true,
      false,
    ]);
  });

  test("never brings the value back where every reader recomputes, until the end", () => {
    const run = runWith("every-reader");
    expect(run.strip.at(-1)).toMatchObject({ state: "broken", to: run.duration });
    expect(run.shaded).toEqual([{ from: 20_000, to: run.duration, label: "not fresh" }]);
  });

  test("brings it back where the first recomputation is still done in time, after having asked for too much", () => {
    const run = runWith("every-reader", { recompute: 300 });
    expect(isBroken(run)).toBe(true);
    expect(run.strip.at(-1)?.state).toBe("holds");
    expect(run.shaded.at(-1)?.to).toBeLessThan(run.duration);
  });

  test("shows that early and stale answers are no help where there is no value at all, and one for all is", () => {
    const emptied = (policy: string) => isBroken(runWith(policy, { trigger: "emptied" }));
    expect(["early", "stale"].map(emptied)).toEqual([true, true]);
    expect(["single-flight", "stale-single-flight"].map(emptied)).toEqual([false, false]);
  });

  test("lets everyone wait where one recomputes, and nobody where the old value is served", () => {
    expect(Math.max(...lineOf(runWith("single-flight"), "readers", "waiting"))).toBeGreaterThan(50);
    const stale = runWith("stale");
    expect(Math.max(...lineOf(stale, "readers", "waiting"))).toBe(0);
    expect(Math.max(...lineOf(stale, "readers", "stale"))).toBeGreaterThan(50);
  });

  test("states its formula with the numbers that are set", () => {
    const condition = cacheStampede.condition(turned(cacheStampede, "every-reader", { recompute: 100 }));
    expect(condition).toEqual({
      formula: "readers × time to recompute ≤ what the store takes at once",
      filledIn: "200/s × 0.1 s = 20 ≤ 20",
      holds: true,
    });
    expect(cacheStampede.condition(turned(cacheStampede, "early", { beta: 0.3 })).filledIn).toBe(
      "min(e^(1 ÷ 0.3), 200/s × 0.5 s) = 28 ≤ 20",
    );
  });

  test("says in its summary what the outcome says", () => {
    const run = runWith("every-reader");
    expect(run.summary).toContain(`up to ${outcomeOf(run)["Most recomputations at once"] ?? "?"}`);
    expect(run.summary).toContain(`${outcomeOf(run)["Readers who gave up"] ?? "?"} gave up`);
    expect(policyOf(cacheStampede, "every-reader").says).not.toBe("");
  });
});
