import { expect, test } from "vitest";
import { compareRuns } from "#core/simulation/compare-runs.ts";
import { parseConfiguration } from "#core/simulation/configuration.ts";
import { dualWrite } from "#core/simulation/dual-write.ts";
import { columnsOf, momentsOf, readAt, rowsOf } from "#core/simulation/read-run.ts";
import type { Model } from "#core/simulation/model.ts";

test("a comparison runs each side and states its condition once, and reading it does neither", () => {
  const asked = { runs: 0, conditions: 0 };
  const counted: Model = {
    ...dualWrite,
    run: (settings, seed) => {
      asked.runs += 1;
      return dualWrite.run(settings, seed);
    },
    condition: (settings) => {
      asked.conditions += 1;
      return dualWrite.condition(settings);
    },
  };
  const configuration = parseConfiguration(counted, {});
  if (!configuration.ok) throw new Error(configuration.error.join("; "));
  const sides = compareRuns(counted, configuration.value, "figure");
  expect(asked).toEqual({ runs: 2, conditions: 2 });
  for (const { run } of sides) {
    expect([columnsOf(run).length, rowsOf(run).length > 1]).toEqual([2, true]);
    for (const at of momentsOf(run)) readAt(run, at);
  }
  expect(asked).toEqual({ runs: 2, conditions: 2 });
});
