import { readdirSync } from "node:fs";
import { join } from "node:path";
import { findBrowser } from "./browser.mjs";
import { PROJECT, runNode, tool } from "./processes.mjs";
import { summarize } from "./results.mjs";
import { findSpreadsheet } from "./spreadsheet.mjs";
import { runVitest } from "./test.mjs";

const BENCHMARKS = join("tests", "bench");
const ENDING = ".bench.ts";

/** The same as in `npm test`, with more of each fault, and what a spreadsheet makes of a table of findings. */
export async function runFaults() {
  const variables = { FAULTS: "many", SPREADSHEET: findSpreadsheet() };
  return summarize([await runVitest("faults", ["faults", "office"], variables)]);
}

/**
 * Each benchmark is a program that prints its figures; they run one by one, since they measure. A name runs that one
 * alone, with what follows as its options.
 */
export async function runBenchmarks([name, ...options]) {
  const names = readdirSync(join(PROJECT, BENCHMARKS)).filter((file) => file.endsWith(ENDING));
  const wanted = names.filter((file) => name === undefined || file === `${name}${ENDING}`).sort();
  if (wanted.length === 0)
    console.error(
      `There is no benchmark ${name}: ${names.map((file) => file.slice(0, -ENDING.length)).join(", ")}.`,
    );
  let worst = wanted.length === 0 ? 1 : 0;
  const env = { CHROMIUM: findBrowser() };
  for (const file of wanted)
    worst = Math.max(worst, await runNode([join(BENCHMARKS, file), ...options], { env }));
  return worst;
}

/** Changes the engine in a thousand small ways and counts which of them a test notices. */
export function runMutation(args) {
  return runNode([tool("@stryker-mutator/core/bin/stryker.js"), "run", ...args]);
}
