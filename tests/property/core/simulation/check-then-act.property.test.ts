import { describe, expect, test } from "vitest";
import { checkThenAct } from "#core/simulation/check-then-act.ts";
import { findCounterexample } from "#core/simulation/find-counterexample.ts";
import { settingsOf, type SettingValue } from "#core/simulation/model.ts";
import { isBroken, policyOf } from "#tests/support/lanes-laws.ts";
import { lawsOfLanesModel } from "#tests/support/lanes-model-laws.ts";

const SEEDS = 1_000;

lawsOfLanesModel(checkThenAct, {
  holding: ["atomic", "serializable", "fenced"],
  collapsing: ["plain", "lease", "fenced-writes"],
});

function brokenShare(differing: Record<string, SettingValue>): number {
  const settings = { ...settingsOf(checkThenAct, policyOf(checkThenAct, "plain")), ...differing };
  return findCounterexample(checkThenAct, settings).broken / SEEDS;
}

describe("the window between check and act", () => {
  test.each([
    { work: 5, spread: 100 },
    { work: 10, spread: 40 },
    { work: 30, spread: 60 },
    { work: 40, spread: 200 },
  ])(
    "of $work ms of work meets another in window × rate of the runs, at 1 in $spread ms",
    ({ work, spread }) => {
      const expected = (4 + work) / spread;
      // Four standard deviations of a share among a thousand.
      const tolerance = 4 * Math.sqrt((expected * (1 - expected)) / SEEDS);
      expect(Math.abs(brokenShare({ work, spread, pause: 0 }) - expected)).toBeLessThan(tolerance);
    },
  );

  test("meets the other always where it is longer than the time until the other", () => {
    expect(brokenShare({ work: 60, spread: 60, pause: 0 })).toBe(1);
  });

  test("is the only thing that breaks: a run is broken just when the other checked in it", () => {
    const settings = settingsOf(checkThenAct, policyOf(checkThenAct, "plain"));
    for (let seed = 0; seed < SEEDS; seed++) {
      const run = checkThenAct.run(settings, seed);
      const others = run.outcome.find(({ label }) => label === "Checks between check and act");
      expect(isBroken(run)).toBe(others?.value !== "0");
    }
  });

  test("needs no more than both reading before either writes", () => {
    const settings = settingsOf(checkThenAct, policyOf(checkThenAct, "plain"));
    const { shortest } = findCounterexample(checkThenAct, settings);
    const { messages } = checkThenAct.run(settings, shortest!.seed);
    const before = messages.filter(({ sent }) => sent < shortest!.until).map(({ label }) => label);
    // Two questions, two answers, two writes; the answer to the first write is under way by then or not.
    expect(before.filter((label) => label !== "done").toSorted()).toEqual([
      "9",
      "9",
      "GET",
      "GET",
      "SET 10",
      "SET 10",
    ]);
    expect(shortest!.messages).toBeLessThanOrEqual(7);
  });
});

describe("a lease", () => {
  test("keeps the other out as long as it outlasts the window, and not a millisecond longer", () => {
    const lasting = { structure: "lease", work: 10, pause: 0, spread: 10 };
    const settings = { ...settingsOf(checkThenAct, { settings: lasting }) };
    expect(findCounterexample(checkThenAct, { ...settings, lease: 14 }).broken).toBe(0);
    expect(findCounterexample(checkThenAct, { ...settings, lease: 13 }).broken).toBe(SEEDS);
  });
});
