import { existsSync, mkdirSync, readFileSync, rmSync } from "node:fs";
import { dirname, join } from "node:path";
import { PROJECT, tool } from "./processes.mjs";

const resultFile = (name) => join(PROJECT, ".data", "results", `${name}.json`);

/** A fresh place for a runner's results: those of an earlier run must not be counted again. */
export function prepareResults(name) {
  const file = resultFile(name);
  mkdirSync(dirname(file), { recursive: true });
  rmSync(file, { force: true });
  return file;
}

export function vitestArguments(name, projects) {
  return [
    tool("vitest/vitest.mjs"),
    ...["run", "--passWithNoTests"],
    ...projects.flatMap((project) => ["--project", project]),
    ...["--reporter=default", "--reporter=json", `--outputFile.json=${prepareResults(name)}`],
  ];
}

export function readVitest(name, code) {
  return count(name, code, ({ numPassedTests, numFailedTests }) => [numPassedTests, numFailedTests]);
}

export function readPlaywright(name, code) {
  return count(name, code, ({ stats }) => [stats.expected + stats.flaky, stats.unexpected]);
}

/** A runner that broke before, between or after its tests is a failure even when no test of it is. */
function count(name, code, read) {
  const file = resultFile(name);
  const [passed, failed] = existsSync(file) ? read(JSON.parse(readFileSync(file, "utf8"))) : [0, 0];
  return { passed, failed: code !== 0 && failed === 0 ? 1 : failed };
}

/** Ends a command: the sum on a line of its own, and the exit code. */
export function summarize(counts) {
  const passed = counts.reduce((sum, count) => sum + count.passed, 0);
  const failed = counts.reduce((sum, count) => sum + count.failed, 0);
  console.log(`\n${passed} passed, ${failed} failed`);
  return failed === 0 ? 0 : 1;
}
