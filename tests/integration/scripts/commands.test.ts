import { execFile } from "node:child_process";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";

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

describe("diagnose", () => {
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
    expect(next?.about).toEqual({ agreement: ["daemon", "plugin"] });
  });

  test("replays a session question by question", async () => {
    const { out } = await run("diagnose", DOCKER, "--replay", "--json");
    const { asked } = JSON.parse(out) as { asked: { answer: unknown; first: unknown }[] };
    expect(asked.length).toBeGreaterThan(0);
    expect(asked.length).toBeLessThanOrEqual(12);
    expect(asked.at(-1)).toMatchObject({ first: ["daemon", "plugin"] });
  });

  test("reads a bare architecture as well", async () => {
    const path = await fileWith(
      JSON.stringify({ format: "seamark.architecture/1", title: "Empty", components: [], connections: [] }),
    );
    expect(await run("diagnose", path)).toMatchObject({ code: 0, out: "No structural seam found.\n" });
  });

  test.each([
    ["is not JSON", "{", /is not JSON/],
    [
      "has an unknown kind",
      `{"format":"seamark.architecture/1","title":"t","components":[{"id":"a","name":"A","kind":"gizmo"}],"connections":[]}`,
      /\/components\/0\/kind/,
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

  test("a folder that is not there is one plain sentence", async () => {
    const { code, problem } = await run("evaluate", "no-such-folder");
    expect(code).toBe(2);
    expect(problem).toBe("no-such-folder cannot be read.\n");
  });
});
