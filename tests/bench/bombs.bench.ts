import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import type { Importer } from "#core/interchange/importer.ts";
import { IMPORTERS } from "#core/interchange/importers.ts";
import { BOMBS } from "#tests/support/hostile-files.ts";
import { examplesOf } from "#tests/support/imported-examples.ts";
import type { ReadCost } from "./bombs/read-one.ts";

/** The limits that the design names (T13 and T14). */
const LIMITS = { seconds: 1, mebibytes: 64, milliseconds: 50 };
const CHARACTERS = 100_000;
const RUNS = 9;
const AT = { at: "2026-03-01T10:00:00Z" };
const PROCESSES = pathToFileURL(join(import.meta.dirname, "../../scripts/setup/processes.mjs")).href;
const { SMALL_HEAP } = (await import(PROCESSES)) as { readonly SMALL_HEAP: readonly string[] };
const READER = join(import.meta.dirname, "bombs", "read-one.ts");

/** Processor time of this process, all its threads together. */
function milliseconds(work: () => unknown): number {
  const start = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(start);
  return (user + system) / 1e3;
}

const median = (values: readonly number[]) =>
  values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? NaN;
const inColumns = (figures: readonly number[], digits: number, width = 8) =>
  figures.map((figure) => figure.toFixed(digits).padStart(width)).join("");

/** Reads a file in a process that has done nothing before, as the product does, or by the named format. */
function costOf(path: string, options: readonly string[], format?: string): ReadCost {
  const args = [...options, "--expose-gc", READER, path, ...(format === undefined ? [] : [format])];
  return JSON.parse(execFileSync(process.execPath, args, { encoding: "utf8" })) as ReadCost;
}

/** The way of the product; of the command line, which keeps its heap small, and with what Node takes of itself. */
function measureBombs(path: string): void {
  console.log(
    `${Object.keys(BOMBS).length} bombs, each read the way of the product in a process of its own:`,
  );
  console.log("processor seconds; MiB beyond those before: the most, what stays once it is collected, and");
  console.log("what of it is in use; the most without the limit that the command line sets.\n");
  let [beyond, beyondWithout] = [0, 0];
  for (const [name, text] of Object.entries(BOMBS)) {
    writeFileSync(path, text);
    const cost = costOf(path, SMALL_HEAP);
    const without = costOf(path, []).most;
    const isBeyond = cost.seconds > LIMITS.seconds || cost.most > LIMITS.mebibytes;
    beyond += isBeyond ? 1 : 0;
    beyondWithout += without > LIMITS.mebibytes ? 1 : 0;
    const figures = inColumns([cost.most, cost.stays, cost.inUse, without], 0, 6);
    const said = `${cost.outcome.slice(0, 50)}${isBeyond ? "  beyond the limit" : ""}`;
    console.log(`${name.padEnd(42)}${cost.seconds.toFixed(2).padStart(6)}${figures}  ${said}`);
  }
  console.log(
    `\n${beyond} beyond ${LIMITS.seconds} s or ${LIMITS.mebibytes} MiB, ${beyondWithout} without\n`,
  );
}

/** Whoever names a format has the file read by it, whatever it looks like. */
function measureFormats(path: string): void {
  console.log(
    "The same for each format that somebody may name: the longest and the most, and of which bomb.\n",
  );
  const costs = Object.entries(BOMBS).flatMap(([bomb, text]) => {
    writeFileSync(path, text);
    return IMPORTERS.map(({ format }) => ({ format, bomb, ...costOf(path, SMALL_HEAP, format) }));
  });
  for (const { format } of IMPORTERS) {
    const own = costs.filter((cost) => cost.format === format);
    const worstBy = (figure: "seconds" | "most", unit: string, digits: number) =>
      own
        .toSorted((a, b) => b[figure] - a[figure])
        .slice(0, 1)
        .map((cost) => `${cost[figure].toFixed(digits)} ${unit}  ${cost.bomb}`)
        .join("");
    console.log(`${format.padEnd(20)}${worstBy("seconds", "s", 2).padEnd(50)}${worstBy("most", "MiB", 0)}`);
  }
}

/** What it takes to recognize and read a text: the first time, and once the code is compiled. */
function timesOf({ recognizes, read }: Importer, text: string): { first: number; usual: number } {
  const file = { name: "bomb", text };
  const once = () =>
    milliseconds(() => {
      recognizes(file);
      read([file], AT);
    });
  const first = once();
  return { first, usual: median(Array.from({ length: RUNS }, once)) };
}

/** Time to read as many characters of files that people have written, one after the other. */
function honestTime(importer: Importer): number {
  const files = examplesOf(importer);
  const characters = files.reduce((sum, { text }) => sum + text.length, 0);
  const once = () => milliseconds(() => files.forEach((file) => importer.read([file], AT)));
  once();
  return (median(Array.from({ length: RUNS }, once)) * CHARACTERS) / characters;
}

function measureParsers(): void {
  console.log(
    `The beginning of each bomb, ${CHARACTERS / 1000} kB: ms of the one that takes longest, median of ${RUNS};`,
  );
  console.log("the first time; of half and of twice as much; of as much text that somebody meant.\n");
  for (const importer of IMPORTERS) {
    const times = Object.entries(BOMBS).map(([name, text]) => {
      return { name, text, ...timesOf(importer, text.slice(0, CHARACTERS)) };
    });
    const [worst] = times.toSorted((a, b) => b.usual - a.usual);
    if (worst === undefined) continue;
    const { name, text, usual } = worst;
    const first = Math.max(...times.map((one) => one.first));
    const [half, twice] = [0.5, 2].map((part) => timesOf(importer, text.slice(0, CHARACTERS * part)).usual);
    const figures = inColumns([usual, first, half ?? NaN, twice ?? NaN, honestTime(importer)], 1);
    const said = `${name}${usual > LIMITS.milliseconds ? "  beyond the limit" : ""}`;
    console.log(`${importer.format.padEnd(20)}${figures}  ${said}`);
  }
}

const folder = mkdtempSync(join(tmpdir(), "bombs-"));
try {
  if (process.argv[2] === "formats") measureFormats(join(folder, "bomb"));
  else {
    measureParsers();
    console.log("");
    measureBombs(join(folder, "bomb"));
  }
} finally {
  rmSync(folder, { recursive: true });
}
