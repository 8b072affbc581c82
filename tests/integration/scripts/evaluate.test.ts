import { describe, expect, test } from "vitest";
import { runScript } from "#tests/support/run-command.ts";

const evaluate = (...args: readonly string[]) => runScript("evaluate.ts", args);

describe("evaluate", () => {
  test("prints every figure and a line for each file", async () => {
    const { code, out } = await evaluate("content/incidents");
    expect(code).toBe(0);
    for (const figure of ["sketch@1", "sketch@5", "guided@1", "mechanism", "wasted", "repaired", "healthy"])
      expect(out).toContain(figure);
    expect(out).toContain("docker-authz-2024");
  });

  test("--ablation prints the engine whole, with each part switched off, and the baselines", async () => {
    const { code, out } = await evaluate("content/incidents", "--ablation", "--json");
    const { engine, baselines } = JSON.parse(out) as Record<string, { name: string; rows: object[] }[]>;
    expect(code).toBe(0);
    expect(engine?.map(({ name }) => name)).toEqual([
      "everything",
      "structure only",
      "random order",
      "fixed order",
      "no “nobody knows”",
      "no agreement evidence",
      "uniform weights",
    ]);
    expect(baselines).toHaveLength(4);
    const { out: table } = await evaluate("content/incidents", "--ablation");
    expect(table).toMatch(/^two busiest components +0\.\d\d ~0\.\d\d/m);
  });

  test("a folder that is not there is one plain sentence", async () => {
    const { code, problem } = await evaluate("no-such-folder");
    expect(code).toBe(2);
    expect(problem).toBe("no-such-folder cannot be read.\n");
  });
});
