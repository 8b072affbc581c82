import { findBrowser } from "./browser.mjs";
import { runStep } from "./check.mjs";
import { findRedis } from "./redis.mjs";
import { runNode, tool } from "./processes.mjs";
import { prepareResults, readPlaywright, readVitest, summarize, vitestArguments } from "./results.mjs";

/** The rules that need types once more, from where they come from: what the check asks for them knows some less well. */
const LINT_BY_TYPES = {
  name: "lint by types",
  // Types of the whole project are short-lived for the most part: with room for them less is collected.
  args: () => {
    const config = ["--config", "eslint.types.config.mjs"];
    return ["--max-semi-space-size=128", tool("eslint/bin/eslint.js"), ".", ...config];
  },
};

/** Every test there is; `--beyond-check` leaves out those `npm run check` has just run. */
export async function test(args) {
  const counts = [];
  if (!args.includes("--beyond-check")) counts.push(await runVitest("quick", ["unit", "property"]));
  counts.push(await runStep(LINT_BY_TYPES));
  counts.push(await runVitest("integration", ["thorough", "integration"]));
  counts.push(await runVitest("faults", ["faults"]));
  counts.push(await runBrowserTests());
  return summarize(counts);
}

export async function runVitest(name, projects, variables = {}) {
  const env = { CHROMIUM: findBrowser(), REDIS_SERVER: findRedis(), ...variables };
  return readVitest(name, await runNode(vitestArguments(name, projects), { env }));
}

async function runBrowserTests() {
  const args = [tool("@playwright/test/cli.js"), "test", "--pass-with-no-tests", "--reporter=list,json"];
  const env = { PLAYWRIGHT_JSON_OUTPUT_FILE: prepareResults("e2e"), CHROMIUM: findBrowser() };
  return readPlaywright("e2e", await runNode(args, { env }));
}
