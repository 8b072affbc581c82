import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { ImportFormat } from "#core/interchange/importer.ts";
import { IMPORTERS } from "#core/interchange/importers.ts";
import { BOMBS } from "#tests/support/hostile-files.ts";
import { examplesOf } from "#tests/support/imported-examples.ts";

/** The limits that the design names (T13 and T14). */
const LIMITS = { seconds: 1, mebibytes: 64, milliseconds: 50 };
const CHARACTERS = 100_000;
const RUNS = 5;
const AT = { at: "2026-03-01T10:00:00Z" };

interface Hit {
  readonly seconds: number;
  readonly format: ImportFormat;
  /** The most memory beyond that before the first importer, and what stays of it once it is collected. */
  readonly most: number;
  readonly stays: number;
}

/** Processor time of this process, all its threads together. */
function seconds(work: () => unknown): number {
  const start = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(start);
  return (user + system) / 1e6;
}

const median = (values: readonly number[]) =>
  values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? NaN;

/** One importer after the other meets the text for the first time: the slowest of them, and the memory of all. */
function hit(text: string): Hit {
  global.gc?.();
  const before = process.memoryUsage().rss;
  const times = IMPORTERS.map((importer) => ({
    format: importer.format,
    seconds: seconds(() => {
      const file = { name: `bomb${importer.endings[0] ?? ""}`, text };
      importer.recognizes(file);
      importer.read([file], AT);
    }),
  }));
  const slowest = times.reduce((worst, each) => (each.seconds > worst.seconds ? each : worst));
  const most = process.resourceUsage().maxRSS / 1024;
  global.gc?.();
  const [base, after] = [before, process.memoryUsage().rss].map((bytes) => bytes / 1024 / 1024);
  return { ...slowest, most: most - (base ?? 0), stays: (after ?? 0) - (base ?? 0) };
}

/** A process for each bomb, so that none finds memory or compiled code that another has left. */
function measureBombs(folder: string): void {
  console.log(
    `${Object.keys(BOMBS).length} bombs, each in a process of its own and for all ${IMPORTERS.length} importers:`,
  );
  console.log(
    "processor seconds of the slowest importer, the most memory beyond that before the first, what stays, MiB.\n",
  );
  const path = join(folder, "bomb");
  const beyond = Object.entries(BOMBS).filter(([name, text]) => {
    writeFileSync(path, text);
    const output = execFileSync(process.execPath, ["--expose-gc", import.meta.filename, path], {
      encoding: "utf8",
    });
    const { seconds: time, format, most, stays } = JSON.parse(output) as Hit;
    const isBeyond = time > LIMITS.seconds || stays > LIMITS.mebibytes;
    const figures = [
      time.toFixed(2).padStart(6),
      most.toFixed(0).padStart(5),
      stays.toFixed(0).padStart(5),
    ].join("");
    console.log(`${name.padEnd(42)}${figures}  ${format}${isBeyond ? "  beyond the limit" : ""}`);
    return isBeyond;
  });
  console.log(`\n${beyond.length} beyond ${LIMITS.seconds} s or ${LIMITS.mebibytes} MiB that stay\n`);
}

/** Time to read as many characters of files that people have written, one after the other. */
function honestSeconds(format: ImportFormat): number {
  const importer = IMPORTERS.find((one) => one.format === format);
  const files = importer === undefined ? [] : examplesOf(importer);
  const characters = files.reduce((sum, { text }) => sum + text.length, 0);
  const once = () => seconds(() => files.forEach((file) => importer?.read([file], AT)));
  once();
  return (median(Array.from({ length: RUNS }, once)) * CHARACTERS) / characters;
}

function measureParsers(): void {
  console.log(
    `The beginning of each bomb, ${CHARACTERS / 1000} kB: ms of the one that takes longest, median of ${RUNS};`,
  );
  console.log("how many times that of half of it, and of as much text that somebody meant.\n");
  for (const { format, endings, read, recognizes } of IMPORTERS) {
    const timeOf = (text: string) =>
      median(
        Array.from({ length: RUNS }, () =>
          seconds(() => {
            const file = { name: `bomb${endings[0] ?? ""}`, text };
            recognizes(file);
            read([file], AT);
          }),
        ),
      );
    const times = Object.entries(BOMBS).map(
      ([name, text]) => [name, timeOf(text.slice(0, CHARACTERS))] as const,
    );
    const [name, worst] = times.reduce((most, each) => (each[1] > most[1] ? each : most));
    const half = timeOf((BOMBS[name] ?? "").slice(0, CHARACTERS / 2));
    const figures = [worst * 1_000, worst / half, worst / honestSeconds(format)];
    const isBeyond = worst * 1_000 > LIMITS.milliseconds;
    console.log(
      `${format.padEnd(20)}${figures.map((figure) => figure.toFixed(1).padStart(8)).join("")}  ${name}${isBeyond ? "  beyond the limit" : ""}`,
    );
  }
}

const [path] = process.argv.slice(2);
if (path === undefined) {
  const folder = mkdtempSync(join(tmpdir(), "bombs-"));
  try {
    measureParsers();
    console.log("");
    measureBombs(folder);
  } finally {
    rmSync(folder, { recursive: true });
  }
} else console.log(JSON.stringify(hit(readFileSync(path, "utf8"))));
