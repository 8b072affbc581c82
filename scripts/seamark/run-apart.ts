import { statSync } from "node:fs";
import { parseArgs } from "node:util";
import { Worker } from "node:worker_threads";
import { LARGEST_FILE } from "#core/interchange/session-json.ts";
import { fail } from "./exit.ts";

/** Megabytes of a heap in which a sketch of `COMMON` bytes has room in each format, and what each MiB beyond them gets. */
const ENOUGH = 260;
const COMMON = 5 * 1024 * 1024;
const EACH_MEBIBYTE = 60;
/** How much standard input holds nobody knows before it is read. */
const MOST = LARGEST_FILE;
/** In less, nothing is made. */
const LEAST = 64;
/** Garbage of a report is short-lived: with more room for it, the process grows and is no quicker. */
const YOUNG = 24;

/**
 * Runs a command in a thread with a heap of its own. V8 takes memory as long as there is some before it looks for what
 * is not needed any more; under a bound, a report takes half of it. Resolves to the exit code.
 */
export async function runApart(args: readonly string[]): Promise<number> {
  const megabytes = megabytesFor(args);
  const { promise, resolve, reject } = Promise.withResolvers<number>();
  const worker = new Worker(new URL("main.ts", import.meta.url), {
    argv: [...args],
    resourceLimits: { maxOldGenerationSizeMb: megabytes, maxYoungGenerationSizeMb: YOUNG },
  });
  worker.once("error", (error: NodeJS.ErrnoException) => {
    if (error.code === "ERR_WORKER_OUT_OF_MEMORY")
      fail(`This takes more than ${megabytes} MB of memory: allow it more with --memory ${2 * megabytes}.`);
    reject(error);
  });
  worker.once("exit", resolve);
  return await promise;
}

function megabytesFor(args: readonly string[]): number {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    strict: false,
    options: { memory: { type: "string" } },
  });
  if (values.memory === undefined)
    return Math.ceil(ENOUGH + (EACH_MEBIBYTE * beyondCommon(positionals)) / 1024 ** 2);
  const given = Number(values.memory);
  return Number.isInteger(given) && given >= LEAST
    ? given
    : fail(
        `--memory is a whole number of megabytes, at least ${LEAST}, and “${String(values.memory)}” is none.`,
      );
}

function beyondCommon(paths: readonly string[]): number {
  const bytes = paths.map(
    (path) => statSync(path, { throwIfNoEntry: false })?.size ?? (path === "-" ? MOST : 0),
  );
  return Math.max(0, bytes.reduce((sum, size) => sum + size, 0) - COMMON);
}
