import { readFileSync } from "node:fs";
import { decodeFiles } from "#core/interchange/decode-text.ts";
import { importFiles } from "#core/interchange/importers.ts";
import type { ImportFormat } from "#core/interchange/importer.ts";

/** What reading one file costs a process that has done nothing before. */
export interface ReadCost {
  /** How it was read, or why it was refused. */
  readonly outcome: string;
  /** Processor time of this process, all its threads together. */
  readonly seconds: number;
  /** Memory of the process beyond that before, MiB: the most in between, and what is left of it once it is collected. */
  readonly most: number;
  readonly stays: number;
  /** Of these, what is still in use: the heap with the result in it, MiB. */
  readonly inUse: number;
}

const MIB = 1024 * 1024;

/** The way of the workbench and of the command line: from bytes to a sketch or a refusal. */
function read(path: string, format: ImportFormat | undefined) {
  const files = decodeFiles([{ name: path, bytes: readFileSync(path) }]);
  return files.ok ? importFiles(files.value, { at: "2026-03-01T10:00:00Z" }, format) : files;
}

const [path = "", format] = process.argv.slice(2);
global.gc?.();
const before = process.memoryUsage();
const start = process.cpuUsage();
const result = read(path, format as ImportFormat | undefined);
const { user, system } = process.cpuUsage(start);
const most = process.resourceUsage().maxRSS * 1024;
global.gc?.();
const after = process.memoryUsage();
const cost: ReadCost = {
  outcome: result.ok ? result.value.format : (result.error[0]?.message ?? ""),
  seconds: (user + system) / 1e6,
  most: (most - before.rss) / MIB,
  stays: (after.rss - before.rss) / MIB,
  inUse: (after.heapUsed - before.heapUsed) / MIB,
};
console.log(JSON.stringify(cost));
