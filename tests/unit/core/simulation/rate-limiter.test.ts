import { describe, expect, test } from "vitest";
import { limiterOf } from "#core/simulation/rate-limiter.algorithms.ts";
import { rateLimiter } from "#core/simulation/rate-limiter.ts";
import { isBroken, lineOf, outcomeOf, runOf, turned } from "#tests/support/series-models.ts";

const runWith = (policy: string, settings = {}) => runOf(rateLimiter, turned(rateLimiter, policy, settings));

/** Read and found right against the bounds 200, 100, 196, 120 and 100, of which chance in the burst keeps a little. */
const ON_THE_DEFAULT_SEED: Readonly<Record<string, readonly string[]>> = {
  "fixed-window": ["199", "100", "59 s", "218", "1,165", "2"],
  "sliding-window-log": ["100", "100", "0 s", "167", "1,216", "100"],
  "sliding-window-counter": ["186", "100", "58 s", "215", "1,168", "3"],
  "token-bucket": ["118", "20", "12 s", "147", "1,236", "2"],
  "token-bucket-within": ["98", "20", "0 s", "127", "1,256", "2"],
};

describe("the rate limiter", () => {
  test.each(Object.entries(ON_THE_DEFAULT_SEED))("comes out with %s as reviewed", (policy, expected) => {
    expect(runWith(policy).outcome.map(({ value }) => value)).toEqual(expected);
  });

  test("has a reviewed outcome for every policy, and the same figures for all", () => {
    expect(Object.keys(ON_THE_DEFAULT_SEED)).toEqual(rateLimiter.policies.map(({ key }) => key));
    const labels = rateLimiter.policies.map(({ key }) => runWith(key).outcome.map(({ label }) => label));
    expect(new Set(labels.map((list) => list.join("; "))).size).toBe(1);
  });

  test("collapses with its first policy and holds with its second", () => {
    expect(rateLimiter.policies.slice(0, 2).map(({ key }) => isBroken(runWith(key)))).toEqual([true, false]);
  });

  test("asks every algorithm for the same requests", () => {
    const asked = rateLimiter.policies.map(({ key }) => lineOf(runWith(key), "requests", "asked"));
    for (const requests of asked) expect(requests).toEqual(asked[0]);
  });

  test("gives a client who comes just before an edge and right after it twice the limit within seconds", () => {
    const run = runWith("fixed-window", { ordinary: 0 });
    const inWindow = lineOf(run, "in-window", "admitted");
    expect([inWindow[117], inWindow[119], inWindow[124]]).toEqual([0, 100, 200]);
    expect(Math.max(...lineOf(run, "in-window", "counted"))).toBe(100);
  });

  test("lets a client who goes on asking through the counter as the window before fades", () => {
    const inWindow = lineOf(runWith("sliding-window-counter", { ordinary: 0 }), "in-window", "admitted");
    // After half a window a half of the hundred that came in the last two seconds is taken to be gone.
    expect([inWindow[119], inWindow[150]]).toEqual([100, 150]);
  });

  test("forgets with the counter what was before a window in which nobody asked", () => {
    const limiter = limiterOf({
      algorithm: "sliding-window-counter",
      limit: 1,
      window: 10,
      bucket: 1,
      refill: 1,
    });
    expect([limiter.admits(0), limiter.admits(10), limiter.admits(20)]).toEqual([true, false, true]);
    const idle = limiterOf({
      algorithm: "sliding-window-counter",
      limit: 1,
      window: 10,
      bucket: 1,
      refill: 1,
    });
    expect([idle.admits(0), idle.admits(20)]).toEqual([true, true]);
  });

  test("keeps a moment for each admitted request with the log alone", () => {
    const kept = (policy: string) =>
      outcomeOf(runWith(policy, { limit: 500, burst: 600 }))["Most numbers kept for the client"];
    expect(kept("sliding-window-log")).toBe("500");
    expect(["fixed-window", "sliding-window-counter", "token-bucket"].map(kept)).toEqual(["2", "3", "2"]);
  });

  test("states its formula with the numbers that are set", () => {
    const filledIn = (policy: string) =>
      rateLimiter.condition(turned(rateLimiter, policy, { window: 10 })).filledIn;
    expect(rateLimiter.policies.map(({ key }) => filledIn(key))).toEqual([
      "2 × 100 = 200 ≤ 100",
      "100 ≤ 100",
      "100 + 100 × (10 − 2) ÷ 10 = 180 ≤ 100",
      "20 + 100 = 120 ≤ 100",
      "20 + 80 = 100 ≤ 100",
    ]);
  });

  test("says in its summary what the outcome says", () => {
    const run = runWith("sliding-window-counter");
    expect(run.summary).toContain(
      `up to ${outcomeOf(run)["Most admitted in any window"] ?? "?"} requests in 60 s`,
    );
    expect(run.summary).toContain(`refused ${outcomeOf(run)["Refused"] ?? "?"} of 1,383`);
  });
});
