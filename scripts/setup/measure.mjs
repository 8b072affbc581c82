import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { PROJECT, runNode, tool } from "./processes.mjs";
import { summarize } from "./results.mjs";
import { runVitest } from "./test.mjs";

export async function runFaults() {
  return summarize([await runVitest("faults", ["faults"])]);
}

/** Each benchmark is a program that prints its figures; they run one by one, since they measure. */
export async function runBenchmarks() {
  const folder = join(PROJECT, "tests", "bench");
  const files = existsSync(folder) ? readdirSync(folder).filter((file) => file.endsWith(".bench.ts")) : [];
  if (files.length === 0) console.log("There are no benchmarks in tests/bench yet.");
  let worst = 0;
  for (const file of files.sort()) worst = Math.max(worst, await runNode([join("tests", "bench", file)]));
  return worst;
}

/** Changes the engine in a thousand small ways and counts which of them a test notices. */
export function runMutation(args) {
  return runNode([tool("@stryker-mutator/core/bin/stryker.js"), "run", ...args]);
}
