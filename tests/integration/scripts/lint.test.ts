import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { DOCKER, EMPTY, ROOT, run, useInputFolder } from "#tests/support/run-command.ts";
import { SarifLog } from "#tests/support/sarif.schema.ts";

const { fileWith, pathOf } = useInputFolder();

describe("lint", () => {
  test("one line for each seam, with its place in the file, and exit code 1", async () => {
    const { code, out } = await run("lint", DOCKER);
    expect(code).toBe(1);
    expect(out).toMatch(
      /^content\/incidents\/docker-authz-2024\.json:\d+: error: Container daemon and Authorization plugin: [^\n]+\n$/,
    );
  });

  test("nothing and exit code 0 where there is no seam", async () => {
    expect(await run("lint", await fileWith(EMPTY))).toEqual({ code: 0, out: "", problem: "" });
  });

  test("a drawing without answers is not passed in silence: what is below the threshold is counted", async () => {
    const drawing = "tests/fixtures/interchange/structurizr/microservices.dsl";
    const { code, out, problem } = await run("lint", drawing);
    expect({ code, out }).toEqual({ code: 0, out: "" });
    const [, count, most] =
      /^Nothing is reported from a threshold of 50 % on, which does not say that there is no seam\. (\d+) possible seams below it are unstated, the most probable at (\d+) %: .+ and .+\. Answers .+\n$/.exec(
        problem,
      ) ?? [];
    expect(Number(most)).toBeLessThan(50);
    const all = await run("lint", drawing, "--threshold", "0", "--only-unstated");
    expect(all.out.trimEnd().split("\n")).toHaveLength(Number(count));
    expect(all.out).toContain(` ${most} %)`);
    expect(all.problem).toBe("");
    const sarif = await run("lint", drawing, "--sarif");
    expect(SarifLog.parse(JSON.parse(sarif.out)).runs[0].results).toEqual([]);
    expect(sarif.problem).toBe(problem);
  });

  test("an option that it does not know is refused with exit code 2", async () => {
    expect((await run("lint", DOCKER, "--sketch")).code).toBe(2);
  });

  test("a higher threshold leaves out what is less sure", async () => {
    const kddi = "content/incidents/kddi-2022.json";
    const lines = async (...args: readonly string[]) =>
      (await run("lint", kddi, ...args)).out.split("\n").length;
    expect(await lines("--threshold", "0.2")).toBeGreaterThan(await lines("--threshold", "0.99"));
  });

  test.each([["1.1"], ["half"], [""], ["-1"]])(
    "a threshold of “%s” is refused with exit code 2",
    async (value) => {
      const { code, problem } = await run("lint", DOCKER, `--threshold=${value}`);
      expect({ code, says: problem.includes("from 0 to 1") }).toEqual({ code: 2, says: true });
    },
  );

  test("a file that cannot be used is exit code 2, in SARIF too", async () => {
    const { code, out } = await run("lint", await fileWith("[]"), "--sarif");
    expect({ code, out }).toEqual({ code: 2, out: "" });
  });

  test("SARIF has what the standard asks for, and its places lead to the components in the file", async () => {
    const { code, out } = await run("lint", DOCKER, "--sarif");
    expect(code).toBe(1);
    const log = SarifLog.parse(JSON.parse(out));
    const [{ results, tool }] = log.runs;
    expect(tool.driver.rules).toHaveLength(24);
    const [result] = results;
    expect(result).toMatchObject({
      level: "error",
      partialFingerprints: { "seamarkSeam/v1": "daemon~plugin" },
    });
    expect(tool.driver.rules[result!.ruleIndex!]?.id).toBe(result?.ruleId);
    const file = await readFile(join(ROOT, DOCKER), "utf8");
    const lines = file.split("\n");
    const found = result!.locations.map(({ physicalLocation, logicalLocations: [logical] }) => {
      expect(physicalLocation.artifactLocation.uri).toBe(DOCKER);
      const start = physicalLocation.region.startLine - 1;
      const id = logical.fullyQualifiedName.replace("component:", "");
      expect(lines.slice(start, start + 3).join("")).toContain(`"id": "${id}"`);
      expect(lines.slice(start, start + 3).join("")).toContain(`"name": "${logical.name}"`);
      return id;
    });
    expect(found).toEqual(["daemon", "plugin"]);
  });

  test("a clean file is a SARIF document without results", async () => {
    const { code, out } = await run("lint", await fileWith(EMPTY), "--sarif");
    expect(code).toBe(0);
    expect(SarifLog.parse(JSON.parse(out)).runs[0].results).toEqual([]);
  });

  describe("on what was there before", () => {
    const WITHOUT = JSON.stringify({ ...JSON.parse(EMPTY), title: "Before" });

    test("--since passes over the seams of an earlier version", async () => {
      expect((await run("lint", DOCKER, "--since", DOCKER)).code).toBe(0);
      expect((await run("lint", DOCKER, "--since", await fileWith(WITHOUT))).code).toBe(1);
    });

    test("a list of known seams is written, and passed over from then on", async () => {
      const known = pathOf("known.json");
      expect((await run("lint", DOCKER, "--write-baseline", known)).code).toBe(0);
      expect(JSON.parse(await readFile(known, "utf8"))).toEqual({
        format: "seamark.baseline/1",
        seams: [{ between: ["daemon", "plugin"] }],
      });
      const { code, out, problem } = await run("lint", DOCKER, "--baseline", known);
      expect({ code, out }).toEqual({ code: 0, out: "" });
      expect(problem).toMatch(/^Nothing is reported .+ \d+ possible seams below it are unstated/);
      expect(problem).not.toContain("Container daemon and Authorization plugin.");
    });

    test("a list that is none is refused with what to do", async () => {
      const { code, problem } = await run("lint", DOCKER, "--baseline", await fileWith("[]"));
      expect({ code, says: problem.includes("--write-baseline") }).toEqual({ code: 2, says: true });
    });

    test("--only-unstated passes over an agreement that is stated", async () => {
      expect((await run("lint", DOCKER, "--only-unstated")).code).toBe(0);
    });
  });
});
