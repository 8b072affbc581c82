import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Imported } from "#core/interchange/importer.ts";
import { traces } from "#core/interchange/traces/traces.ts";
import { generateTraces } from "#tests/support/generate-traces.ts";

const MEGABYTES = [1, 5, 20];
const RUNS = 5;

/** Processor time of this process, all its threads together. */
function seconds(work: () => unknown): number {
  const start = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(start);
  return (user + system) / 1e6;
}

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? NaN;
}

function importOf(text: string): Imported {
  const read = traces.read([{ name: "traces.json", text }], { at: "2026-03-01T10:00:00Z" });
  if (!read.ok) throw new Error(JSON.stringify(read.error));
  return read.value;
}

const WORK: Readonly<Record<string, (text: string) => unknown>> = {
  nothing: () => undefined,
  parse: (text) => JSON.parse(text) as unknown,
  import: importOf,
};

/** The most memory that a process of its own held, in megabytes, beyond one that only reads the file. */
function memoryOf(work: string, path: string): number {
  const most = (what: string) =>
    Number(execFileSync(process.execPath, [import.meta.filename, what, path], { encoding: "utf8" }));
  return (most(work) - most("nothing")) / 1_000;
}

const column = (text: string | number) => String(text).padStart(12);

function measure(format: "otlp" | "jaeger", megabytes: number, path: string): string {
  const text = generateTraces(format, megabytes * 1e6);
  writeFileSync(path, text);
  const runs = Array.from({ length: RUNS }, () => ({
    parse: seconds(() => JSON.parse(text) as unknown),
    whole: seconds(() => importOf(text)),
  }));
  const parse = median(runs.map((run) => run.parse));
  const whole = median(runs.map((run) => run.whole));
  const size = text.length / 1e6;
  const spans = /with (\d+) spans/.exec(importOf(text).session.architecture.summary)?.[1] ?? "";
  const figures = [size.toFixed(1), spans, (parse * 1_000).toFixed(0), (whole * 1_000).toFixed(0)];
  const ratios = [(size / whole).toFixed(1), (whole / parse).toFixed(1)];
  const memory = [memoryOf("parse", path).toFixed(0), memoryOf("import", path).toFixed(0)];
  return [format.padEnd(8), ...[...figures, ...ratios, ...memory].map(column)].join("");
}

function measureAll(): void {
  const folder = mkdtempSync(join(tmpdir(), "traces-"));
  console.log(
    `Import of traces as a sketch beside JSON.parse of the same text: median of ${RUNS} runs, ms of processor time;`,
  );
  console.log("then the most memory of a process that does it once, beyond one that only reads the file.\n");
  const heads = ["MB", "spans", "parse ms", "import ms", "MB/s", "times", "parse MB", "import MB"];
  console.log(["format".padEnd(8), ...heads.map(column)].join(""));
  try {
    for (const format of ["otlp", "jaeger"] as const)
      for (const megabytes of MEGABYTES) console.log(measure(format, megabytes, join(folder, "traces.json")));
  } finally {
    rmSync(folder, { recursive: true });
  }
}

const [work, path] = process.argv.slice(2);
const once = WORK[work ?? ""];
if (once === undefined || path === undefined) measureAll();
else {
  once(readFileSync(path, "utf8"));
  console.log(process.resourceUsage().maxRSS);
}
