import { describe, expect, test } from "vitest";
import { failover } from "#core/simulation/failover.ts";
import { settingsOf, type SettingValue } from "#core/simulation/model.ts";
import { inWords } from "#tests/support/lanes-in-words.ts";
import { policyOf } from "#tests/support/lanes-laws.ts";

/** Approve a change with `npx vitest run --project unit failover -u`, after reading it. */
describe("a partition between primary and replica", () => {
  test.each(failover.policies)("by $key", async (policy) => {
    await expect(inWords(failover, policy)).toMatchFileSnapshot(`approved/failover-${policy.key}.txt`);
  });
});

function outcomeOf(policy: string, differing: Record<string, SettingValue> = {}) {
  const settings = { ...settingsOf(failover, policyOf(failover, policy)), ...differing };
  return Object.fromEntries(
    failover.run(settings, failover.seed).outcome.map(({ label, value }) => [label, parseInt(value, 10)]),
  );
}

describe("what a failover costs", () => {
  test("is nothing where the partition ends before anybody acts", () => {
    for (const { key } of failover.policies) {
      expect(outcomeOf(key, { partition: 300, token: 300, silence: 300 })["Of these lost"]).toBe(0);
    }
  });

  test("is paid in writes that are not taken where none is lost", () => {
    const taken = (policy: string) => outcomeOf(policy)["Writes not taken"]!;
    expect(taken("fenced-and-confirmed")).toBeGreaterThan(taken("person"));
    expect(taken("person")).toBeGreaterThan(taken("silence"));
  });

  test("is less with a token alone, but not nothing", () => {
    const lost = (policy: string) => outcomeOf(policy)["Of these lost"]!;
    expect(lost("fenced")).toBeLessThan(lost("silence"));
    expect(lost("fenced")).toBeGreaterThan(0);
    expect(outcomeOf("fenced")["Two sides took writes for"]).toBe(0);
  });

  test("counts two sides from the promotion to the end of the partition", () => {
    expect(outcomeOf("silence", { partition: 800, silence: 300 })["Two sides took writes for"]).toBe(500);
  });
});
