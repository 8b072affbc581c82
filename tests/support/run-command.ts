import { execFile } from "node:child_process";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll } from "vitest";

/** The folder from which commands are run. */
export const ROOT = join(import.meta.dirname, "../..");

/** A published architecture with a documented seam. */
export const DOCKER = "content/incidents/docker-authz-2024.json";

/** An architecture in which there is nothing. */
export const EMPTY = JSON.stringify({
  format: "seamark.architecture/1",
  title: "Empty",
  components: [],
  connections: [],
});

interface Outcome {
  readonly code: number;
  readonly out: string;
  readonly problem: string;
}

/** Runs one of the scripts, with what it reads from standard input. */
export function runScript(script: string, args: readonly string[], input = ""): Promise<Outcome> {
  return new Promise((resolve) => {
    const path = join(ROOT, "scripts", script);
    const child = execFile(process.execPath, [path, ...args], { cwd: ROOT }, (error, out, problem) => {
      resolve({ code: error === null ? 0 : Number(error.code), out, problem });
    });
    child.stdin?.end(input);
  });
}

/** Runs the command line. */
export function run(...args: readonly string[]): Promise<Outcome> {
  return runScript("seamark/main.ts", args);
}

/** The same, with what it reads from standard input. */
export function runOn(input: string, ...args: readonly string[]): Promise<Outcome> {
  return runScript("seamark/main.ts", args, input);
}

interface InputFolder {
  /** Where a file of that name lies, or would lie. */
  readonly pathOf: (name: string) => string;
  /** Writes the one input of a command, in place of the one before; its path. */
  readonly fileWith: (text: string) => Promise<string>;
}

/** A folder for the files of a test file, gone with it. */
export function useInputFolder(): InputFolder {
  let folder = "";
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), "seamark-"));
  });
  afterAll(() => rm(folder, { recursive: true }));
  const pathOf = (name: string) => join(folder, name);
  return {
    pathOf,
    fileWith: async (text) => {
      await writeFile(pathOf("input.json"), text);
      return pathOf("input.json");
    },
  };
}
