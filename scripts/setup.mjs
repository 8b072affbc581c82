/**
 * `node scripts/setup.mjs <command>`: brings whatever the command needs and runs it. The only place that installs
 * anything. It depends on nothing but Node 20 or newer; everything else runs on the Node it installs.
 */
import { runBenchmarks, runFaults, runMutation } from "./setup/measure.mjs";
import { check } from "./setup/check.mjs";
import { runNode, serve } from "./setup/processes.mjs";
import {
  browser,
  build,
  client,
  content,
  dependencies,
  pdfPrograms,
  programs,
  prepare,
  redis,
  reportAssets,
  routeTypes,
  spreadsheet,
} from "./setup/steps.mjs";
import { test } from "./setup/test.mjs";

const SOURCES = [dependencies, programs, client, content, reportAssets];

const COMMANDS = {
  start: { needs: [...SOURCES, build], run: () => serve("production") },
  dev: { needs: SOURCES, run: () => serve("development") },
  check: { needs: [...SOURCES, routeTypes], run: check },
  test: { needs: [...SOURCES, build, browser, redis, pdfPrograms], run: test },
  faults: { needs: [...SOURCES, build, browser, redis, spreadsheet], run: runFaults },
  bench: { needs: [...SOURCES, build, browser], run: runBenchmarks },
  evaluate: { needs: [dependencies], run: (args) => runNode(["scripts/evaluate.ts", ...args]) },
  mutation: { needs: [dependencies], run: runMutation },
  generate: { needs: SOURCES, run: () => 0 },
  migration: { needs: SOURCES, run: ([name = ""]) => runNode(["scripts/db-migration.ts", name]) },
};

const [name = "start", ...args] = process.argv.slice(2);
const command = COMMANDS[name];
if (!command) {
  console.error(`There is no command ${name}: use one of ${Object.keys(COMMANDS).join(", ")}.`);
  process.exit(1);
}
const problem = await prepare(command.needs);
if (problem) console.error(problem);
process.exitCode = problem ? 1 : await command.run(args);
