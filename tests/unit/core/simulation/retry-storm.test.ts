import { describe, expect, test } from "vitest";
import { settingsOf } from "#core/simulation/model.ts";
import { retryHysteresis } from "#core/simulation/retry-hysteresis.ts";
import { figuresOf } from "#core/simulation/retry-run.ts";
import { retrySetup, retryStorm } from "#core/simulation/retry-storm.ts";
import { BURST, retry } from "#core/simulation/retrying.ts";
import { outcomesInWords } from "#tests/support/outcomes-in-words.ts";

/** Approve a change with `npx vitest run --project unit retry-storm -u`, after reading it. */
test("a server that is slow for ten seconds, by policy", async () => {
  await expect(outcomesInWords(retryStorm)).toMatchFileSnapshot("approved/retry-storm.txt");
});

test("the load that is carried after a disturbance, by policy", async () => {
  await expect(outcomesInWords(retryHysteresis)).toMatchFileSnapshot("approved/retry-hysteresis.txt");
}, 30_000);

function figures(policy: string, seed = retryStorm.seed) {
  const found = retryStorm.policies.find(({ key }) => key === policy)!;
  const setup = retrySetup(settingsOf(retryStorm, found));
  return figuresOf(setup, retry(setup, seed));
}

const SEEDS = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10];

/** Found with a prototype before this model was written; ten seeds were of one mind there, and are to be here. */
describe("agrees with what was found before it", () => {
  test.each(["immediate", "fixed", "exponential", "jitter", "drop-expired"])(
    "by %s it never recovers",
    (policy) => {
      for (const seed of SEEDS) {
        const { recovered, atEnd, perRequest } = figures(policy, seed);
        expect(recovered).toBeNull();
        expect(atEnd).toBeLessThan(10);
        expect(perRequest).toBeGreaterThan(3.7);
      }
    },
  );

  test.each([
    ["no-retry", [8, 20]],
    ["jitter-budget", [8, 28]],
    ["immediate-budget", [8, 28]],
    ["short-queue", [0, 0]],
    ["newest-first", [0, 0]],
    ["all", [0, 0]],
  ])("by %s it recovers", (policy, [least, most]) => {
    for (const seed of SEEDS) {
      const { before, atEnd, recovered, perRequest } = figures(policy, seed);
      expect(recovered).toBeGreaterThanOrEqual(least!);
      expect(recovered).toBeLessThanOrEqual(most!);
      expect(Math.abs(atEnd - before)).toBeLessThan(10);
      expect(perRequest).toBeLessThan(1.1);
    }
  });

  test("during the trigger, only what is served early is served in time", () => {
    for (const policy of ["no-retry", "jitter", "immediate-budget"])
      expect(Math.round(figures(policy).during)).toBeLessThanOrEqual(15);
    expect(figures("newest-first").during).toBeGreaterThan(45);
  });

  test("it has a hidden capacity of about half of what its workers have", () => {
    const policy = retryHysteresis.policies.find(({ key }) => key === "immediate")!;
    const run = retryHysteresis.run(settingsOf(retryHysteresis, policy), retryHysteresis.seed);
    const [, alone, disturbed] = run.outcome.map(({ value }) => parseInt(value, 10));
    expect(alone).toBeGreaterThanOrEqual(90);
    expect(disturbed).toBeGreaterThanOrEqual(44);
    expect(disturbed).toBeLessThanOrEqual(56);
  }, 30_000);
});

test("policies meet the same arrivals", () => {
  const arriving = retryStorm.policies.map((policy) => {
    const setup = retrySetup(settingsOf(retryStorm, policy));
    return retry(setup, 3).arriving;
  });
  for (const other of arriving) expect(other).toEqual(arriving[0]);
});

test("a budget bounds the retries by the successes, second by second", () => {
  const policy = retryStorm.policies.find(({ key }) => key === "immediate-budget")!;
  const setup = retrySetup(settingsOf(retryStorm, policy));
  for (const seed of SEEDS) {
    const { attempts, arriving, answered } = retry(setup, seed);
    let [retries, successes] = [0, 0];
    attempts.slice(1).forEach((made, i) => {
      retries += made - arriving[i + 1]!;
      successes += answered[i + 1]!;
      expect(retries).toBeLessThanOrEqual((setup.budget! / 100) * successes + BURST + 1e-6);
    });
  }
});

test("the queue never holds more than it may", () => {
  const policy = retryStorm.policies.find(({ key }) => key === "short-queue")!;
  const setup = retrySetup(settingsOf(retryStorm, policy));
  expect(Math.max(...retry(setup, 1).waiting)).toBeLessThanOrEqual(50);
});
