import { createHash } from "node:crypto";
import { existsSync, readFileSync } from "node:fs";
import { availableParallelism } from "node:os";
import { join } from "node:path";
import { installedNode, PROJECT, runQuietly, tool } from "./processes.mjs";
import { readVitest, summarize, vitestArguments } from "./results.mjs";

const LAYERS = ["app", "core", "components", "live", "reports", "server", "scripts", "tests"];

/** TypeScript as a native program. The one that Next.js and ESLint work with is `typescript`. */
const COMPILER = tool("typescript-native/bin/tsc");

/** The longest first, so that the others fill the time beside it. */
const STEPS = [
  {
    name: "unit and property tests",
    args: () => vitestArguments("check", ["unit", "property"]),
    read: readVitest,
  },
  { name: "lint", args: lint },
  { name: "lint by types", args: () => [tool("oxlint/bin/oxlint"), "--deny-warnings"] },
  { name: "types", args: () => [COMPILER, "--noEmit"] },
  { name: "boundaries", args: boundaries },
  { name: "types of core", args: typesOfCore },
  { name: "format", args: format },
];

function boundaries() {
  const folders = LAYERS.filter((folder) => existsSync(join(PROJECT, folder)));
  const program = tool("dependency-cruiser/bin/dependency-cruiser.mjs");
  return [program, ...folders, "--config", ".dependency-cruiser.mjs"];
}

/** What was found before is kept with the content that it was found for. Rules that look at types see other files as well. */
const kept = (name) => join(PROJECT, ".data", "results", name);

function typesOfCore() {
  const file = kept("types-of-core.tsbuildinfo");
  return [COMPILER, "--noEmit", "-p", "core", "--incremental", "--tsBuildInfoFile", file];
}

/** Plugins do not always say which version they are of: the lockfile does. */
function lint() {
  const installed = createHash("sha256")
    .update(readFileSync(join(PROJECT, "package-lock.json")))
    .digest("hex");
  const file = kept(`linted-${installed.slice(0, 16)}.json`);
  return [
    tool("eslint/bin/eslint.js"),
    ".",
    "--cache",
    "--cache-strategy",
    "content",
    "--cache-location",
    file,
  ];
}

function format() {
  const cache = ["--cache", "--cache-strategy", "content", "--cache-location", kept("formatted.json")];
  return [tool("prettier/bin/prettier.cjs"), "--check", ".", ...cache];
}

/** Everything that proves a change without a database or a browser. Each step counts, as does each test. */
export async function check() {
  const waiting = [...STEPS];
  const counts = [];
  const worker = async () => {
    for (let step = waiting.shift(); step; step = waiting.shift()) counts.push(await runStep(step));
  };
  await Promise.all(Array.from({ length: Math.max(2, Math.min(4, availableParallelism())) }, worker));
  return summarize(counts);
}

export async function runStep({ name, args, read }) {
  const startedAt = Date.now();
  const { code, output } = await runQuietly(installedNode(), args());
  const seconds = ((Date.now() - startedAt) / 1000).toFixed(1);
  console.log(`${code === 0 ? "ok  " : "FAIL"}  ${name} (${seconds} s)`);
  if (code !== 0) console.log(output);
  return read ? read("check", code) : { passed: code === 0 ? 1 : 0, failed: code === 0 ? 0 : 1 };
}
