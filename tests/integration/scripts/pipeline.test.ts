import { execFile } from "node:child_process";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { parse } from "yaml";
import * as z from "zod";
import { SarifLog } from "#tests/support/sarif.schema.ts";
import { incident } from "#tests/support/incidents.ts";

const ROOT = join(import.meta.dirname, "../../..");

/** As far as the commands of the example are run here; what GitHub does around them is not. */
const Workflow = z.object({
  on: z.literal("pull_request"),
  permissions: z.object({ "security-events": z.literal("write") }),
  env: z.object({ SKETCH: z.string(), THRESHOLD: z.string(), SEAMARK: z.string() }),
  jobs: z.object({
    seams: z.object({
      steps: z.array(z.object({ run: z.string().optional(), uses: z.string().optional() })),
    }),
  }),
});

const { architecture } = incident("docker-authz-2024");
/** The sketch of the incident with everything that was ever said of the agreement taken out. */
const UNSTATED = JSON.stringify({ ...architecture, agreements: [] });
const QUIET = JSON.stringify({ ...architecture, connections: [], agreements: [] });

let folder = "";
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "seamark-pipeline-"));
  await git("init", "-q", "-b", "main");
});
afterEach(() => rm(folder, { recursive: true }));

function sh(command: string, args: readonly string[], env = {}): Promise<{ code: number; said: string }> {
  return new Promise((resolve) => {
    execFile(command, args, { cwd: folder, env: { ...process.env, ...env } }, (error, out, problem) => {
      resolve({ code: error === null ? 0 : Number(error.code), said: `${out}${problem}` });
    });
  });
}

const git = (...args: readonly string[]) =>
  sh("git", ["-c", "user.name=Ada", "-c", "user.email=ada@example.org", ...args]);

async function commit(branch: string, sketch: string | null): Promise<void> {
  await git("checkout", "-q", "-B", branch);
  if (sketch !== null) await writeFile(join(folder, "architecture.seamark.json"), sketch);
  await git("add", "-A");
  await git("commit", "-q", "--allow-empty", "-m", branch);
}

/** Runs the steps of the example one after the other, and comes to the first that fails. */
async function runPipeline(): Promise<number> {
  const text = await readFile(join(ROOT, "docs/examples/github-actions.yml"), "utf8");
  const { env, jobs } = Workflow.parse(parse(text));
  for (const { run } of jobs.seams.steps) {
    if (run === undefined) continue;
    const settings = { ...env, SEAMARK: join(ROOT, "scripts/seamark.mjs"), BASE: "main" };
    const { code, said } = await sh("bash", ["-e", "-o", "pipefail", "-c", run], settings);
    expect(said).not.toMatch(/ {4}at |cannot be/);
    if (code !== 0) return code;
  }
  return 0;
}

async function reported(): Promise<readonly string[]> {
  const log = SarifLog.parse(JSON.parse(await readFile(join(folder, "seams.sarif"), "utf8")));
  return log.runs[0].results.map(({ partialFingerprints }) => partialFingerprints["seamarkSeam/v1"] ?? "");
}

test("a change that brings an unstated seam fails, and the seam is shown", async () => {
  await commit("main", QUIET);
  await commit("change", UNSTATED);
  expect(await runPipeline()).toBe(1);
  expect(await reported()).toContain("daemon~plugin");
});

test("a change that brings none passes, although the seam is there", async () => {
  await commit("main", UNSTATED);
  await commit("change", JSON.stringify({ ...JSON.parse(UNSTATED), title: "Another title" }));
  expect(await runPipeline()).toBe(0);
  expect(await reported()).toEqual([]);
});

test("the first sketch of a repository is held against none", async () => {
  await commit("main", null);
  await commit("change", UNSTATED);
  expect(await runPipeline()).toBe(1);
});
