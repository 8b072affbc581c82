import { execFile } from "node:child_process";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { SarifLog } from "#tests/support/sarif.schema.ts";

const ROOT = join(import.meta.dirname, "../../..");
const DOCKER = "content/incidents/docker-authz-2024.json";

interface Outcome {
  readonly code: number;
  readonly out: string;
  readonly problem: string;
}

function run(script: string, ...args: readonly string[]): Promise<Outcome> {
  return new Promise((resolve) => {
    execFile(process.execPath, [`scripts/${script}.ts`, ...args], { cwd: ROOT }, (error, out, problem) => {
      resolve({ code: error === null ? 0 : Number(error.code), out, problem });
    });
  });
}

let folder = "";
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "seamark-"));
});
afterAll(() => rm(folder, { recursive: true }));

async function fileWith(text: string): Promise<string> {
  const path = join(folder, "input.json");
  await writeFile(path, text);
  return path;
}

const EMPTY = JSON.stringify({
  format: "seamark.architecture/1",
  title: "Empty",
  components: [],
  connections: [],
});

describe("diagnose", () => {
  test("ranks the documented pair of a bare sketch first", async () => {
    const { code, out } = await run("diagnose", DOCKER, "--sketch", "--json");
    const { verdict, candidates, next } = JSON.parse(out) as Record<string, never[] & { about: unknown }>;
    expect(code).toBe(0);
    expect(verdict).toBe("seams-found");
    expect(candidates?.[0]).toMatchObject({
      between: ["daemon", "plugin"],
      zone: "authorization",
      rung: "unstated",
    });
    expect(next).toMatchObject({ about: { agreement: ["daemon", expect.any(String)] }, fact: "enforced" });
  });

  test("replays a session question by question", async () => {
    const { out } = await run("diagnose", DOCKER, "--replay", "--json");
    const { asked } = JSON.parse(out) as { asked: { answer: unknown; first: unknown }[] };
    expect(asked.length).toBeGreaterThan(0);
    expect(asked.length).toBeLessThanOrEqual(12);
    expect(asked.at(-1)).toMatchObject({ first: ["daemon", "plugin"] });
  });

  test("says which answers would change a verdict that names no seam", async () => {
    const { out } = await run("diagnose", "content/incidents/knight-order-router-2012.json", "--sketch");
    expect(out).toContain("Too little is known yet.");
    expect(out).toContain("What would change this:\n- Where is it written what Capital thresholds");
    expect(out).toContain(
      "“Nowhere”, “Nobody knows”, “In a document” or another answer like these would make a seam",
    );
  });

  test("reads a bare architecture as well", async () => {
    expect(await run("diagnose", await fileWith(EMPTY))).toMatchObject({
      code: 0,
      out: "No structural seam found so far.\n",
    });
  });

  test.each([
    ["is not JSON", "{", /is not JSON/],
    [
      "has an unknown kind",
      `{"format":"seamark.architecture/1","title":"t","components":[{"id":"a","name":"A","kind":"gizmo"}],"connections":[]}`,
      /\/components\/0\/kind {2}"person", .* must stand here, and it is "gizmo"\n/,
    ],
  ])("a file that %s is refused with its place and exit code 2", async (_, text, sentence) => {
    const { code, out, problem } = await run("diagnose", await fileWith(text));
    expect({ code, out }).toEqual({ code: 2, out: "" });
    expect(problem).toMatch(sentence);
    expect(problem).not.toContain("    at ");
  });

  test("without a file it says how it is used", async () => {
    expect(await run("diagnose")).toMatchObject({
      code: 2,
      problem: expect.stringContaining("Usage:") as string,
    });
  });
});

describe("evaluate", () => {
  test("prints every figure and a line for each file", async () => {
    const { code, out } = await run("evaluate", "content/incidents");
    expect(code).toBe(0);
    for (const figure of ["sketch@1", "sketch@5", "guided@1", "mechanism", "wasted", "repaired", "healthy"])
      expect(out).toContain(figure);
    expect(out).toContain("docker-authz-2024");
  });

  test("--ablation prints the engine whole, with each part switched off, and the baselines", async () => {
    const { code, out } = await run("evaluate", "content/incidents", "--ablation", "--json");
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
    const { out: table } = await run("evaluate", "content/incidents", "--ablation");
    expect(table).toMatch(/^two busiest components +0\.\d\d ~0\.\d\d/m);
  });

  test("a folder that is not there is one plain sentence", async () => {
    const { code, problem } = await run("evaluate", "no-such-folder");
    expect(code).toBe(2);
    expect(problem).toBe("no-such-folder cannot be read.\n");
  });
});

describe("explain", () => {
  test("says why, on which elements, on which rung, and what would change it", async () => {
    const { code, out } = await run("explain", DOCKER);
    expect(code).toBe(0);
    expect(out).toContain("1. Container daemon and Authorization plugin");
    expect(out).toMatch(/Rung +stated, shown only within limits/);
    expect(out).toMatch(/\+1\.6 {2}what is judged is cut short on the way to the decision\n +on API request/);
    expect(out).toMatch(/What would change it\n +What enforces it: The construction itself \(\d+ %\)/);
  });

  test("of a bare sketch it names the next question with what each answer would mean", async () => {
    const { out } = await run("explain", DOCKER, "--sketch");
    expect(out).toMatch(/Next question {2}.+\?\n[^]+- Nobody knows: Speaks for a seam/);
  });
});

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
      const [, list = "", index = ""] =
        /^\/architecture\/(components)\/(\d+)$/.exec(logical.fullyQualifiedName) ?? [];
      const element = (JSON.parse(file) as Record<string, Record<string, { id: string; name: string }[]>>)[
        "architecture"
      ]?.[list]?.[Number(index)];
      expect(element?.name).toBe(logical.name);
      expect(physicalLocation.artifactLocation.uri).toBe(DOCKER);
      const start = physicalLocation.region.startLine - 1;
      expect(lines.slice(start, start + 3).join("")).toContain(`"id": "${element?.id}"`);
      return element?.id;
    });
    expect(found).toEqual(["daemon", "plugin"]);
  });

  test("a clean file is a SARIF document without results", async () => {
    const { code, out } = await run("lint", await fileWith(EMPTY), "--sarif");
    expect(code).toBe(0);
    expect(SarifLog.parse(JSON.parse(out)).runs[0].results).toEqual([]);
  });
});
