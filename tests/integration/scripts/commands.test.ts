import { execFile, spawn } from "node:child_process";
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

function runScript(script: string, args: readonly string[], input = "", cwd = ROOT): Promise<Outcome> {
  return new Promise((resolve) => {
    const path = join(ROOT, "scripts", script);
    const child = execFile(process.execPath, [path, ...args], { cwd }, (error, out, problem) => {
      resolve({ code: error === null ? 0 : Number(error.code), out, problem });
    });
    child.stdin?.end(input);
  });
}

const evaluate = (...args: readonly string[]) => runScript("evaluate.ts", args);
const run = (...args: readonly string[]) => runScript("seamark/main.ts", args);
const runOn = (input: string, ...args: readonly string[]) => runScript("seamark/main.ts", args, input);

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

  test("--explain says why, on which elements, on which rung, and what would change it", async () => {
    const { code, out } = await run("diagnose", DOCKER, "--explain");
    expect(code).toBe(0);
    expect(out).toContain("1. Container daemon and Authorization plugin");
    expect(out).toMatch(/Rung +stated, shown only within limits/);
    expect(out).toMatch(/\+1\.6 {2}what is judged is cut short on the way to the decision\n +on API request/);
    expect(out).toMatch(/What would change it\n +What enforces it: The construction itself \(\d+ %\)/);
  });

  test("--explain of a bare sketch names the next question with what each answer would mean", async () => {
    const { out } = await run("diagnose", DOCKER, "--sketch", "--explain");
    expect(out).toMatch(/Next question {2}.+\?\n[^]+- Nobody knows: Speaks for a seam/);
  });

  test("reads standard input, and files of other tools", async () => {
    const { code, out } = await runOn("services:\n  web: { depends_on: [db] }\n  db: {}\n", "diagnose", "-");
    expect({ code, says: out.length > 0 }).toEqual({ code: 0, says: true });
  });

  test.each([
    ["is not JSON", "{", /input\.json:1: it is not JSON/],
    [
      "has an unknown kind",
      `{"format":"seamark.architecture/1","title":"t","components":[{"id":"a","name":"A","kind":"gizmo"}],"connections":[]}`,
      /input\.json:1: at \/components\/0\/kind: "person", .* must stand here, and it is "gizmo"\n/,
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
      problem: "Name a file, or - for standard input. “seamark diagnose --help” says how it is used.\n",
    });
  });
});

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
      const known = join(folder, "known.json");
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

describe("import", () => {
  const COMPOSE = "services:\n  web: { depends_on: [db, gone] }\n  db: {}\n";

  test("writes a session that it reads again as it is, and says what became of the file", async () => {
    const { code, out, problem } = await runOn(COMPOSE, "import", "-");
    expect(code).toBe(0);
    expect(problem).toContain("docker-compose: 2 components, 1 connections, 0 boundaries");
    expect(problem).toMatch(/ 2 recognized \(2 kinds guessed\), 1 guessed, 1 left out\.$/m);
    expect(problem).toMatch(/standard input:2: recognized: service “web”; its kind is a guess: .+/);
    expect(problem).toMatch(/standard input:2: guessed: “web” depends on “db”.+/);
    expect(problem).toMatch(/standard input:2: left out: .*“gone”/);
    const again = await runOn(out, "import", "-", "--quiet");
    expect(again.out).toBe(out);
  });

  test("what is of no format names those that are", async () => {
    const { code, problem } = await runOn("Dear all,", "import", "-");
    expect({ code, says: problem.includes("Docker Compose") }).toEqual({ code: 2, says: true });
  });

  test("a format that is none is refused with those there are", async () => {
    const { code, problem } = await runOn(COMPOSE, "import", "-", "--format", "visio");
    expect({ code, says: problem.includes("docker-compose") }).toEqual({ code: 2, says: true });
  });
});

describe("seamark", () => {
  test.each(["import", "export", "diagnose", "lint", "report"])(
    "%s --help is enough to use it",
    async (name) => {
      const { code, out } = await run(name, "--help");
      expect(code).toBe(0);
      for (const part of [`seamark ${name} FILE`, "Exit code", "Example:"]) expect(out).toContain(part);
    },
  );

  test("--help lists every command, --version says which it is, and an unknown command is refused", async () => {
    const { out } = await run("--help");
    for (const name of ["import", "export", "diagnose", "lint", "report"])
      expect(out).toContain(`  ${name} `);
    expect((await run("--version")).out).toMatch(/^\d+\.\d+\.\d+\n$/);
    expect((await run("toString")).code).toBe(2);
  });

  test("a reader that stops early is no fault", async () => {
    const child = spawn(
      "sh",
      ["-c", `"$0" scripts/seamark/main.ts export - --to mermaid --quiet | head -c 1`, process.execPath],
      {
        cwd: ROOT,
      },
    );
    child.stdin.end(EMPTY);
    let problem = "";
    child.stderr.on("data", (chunk: Buffer) => (problem += chunk.toString()));
    await new Promise((resolve) => child.once("close", resolve));
    expect(problem).toBe("");
  });
});
