import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { REPORT_FORMATS, type ReportFormat } from "#reports/report-formats.ts";

/** Each format in a process of its own, so that its memory is its own; beside it the same words on bare pages. */
const MEASURE = fileURLToPath(new URL("report/measure.ts", import.meta.url));
const SIZES = process.argv[2] === undefined ? ["200", "1000"] : [process.argv[2]];
/** What a report must do with. Where more is free, Node takes more before it looks for what it needs no longer. */
const MEMORY = ["--max-old-space-size=300", "--max-semi-space-size=8"];

interface Measured {
  readonly milliseconds: number;
  readonly seconds: number;
  readonly bytes: number;
  readonly megabytes: number;
  readonly document: number;
}

console.log(
  `Reports, each in a process of its own with a heap of at most 300 MB: processor time, seconds on the clock, size, most memory.
"bare" sets the same words as paragraphs of one font on pages, with nothing around them.`,
);
for (const size of SIZES) compare(size);

function compare(components: string): void {
  const formats = ["bare", ...(Object.keys(REPORT_FORMATS) as readonly ReportFormat[])];
  const rows = formats.map((format) => [format, measure(format, components)] as const);
  const [[, bare] = []] = rows;
  if (bare === undefined) return;
  console.log(`\n${components} components, a sketch of ${(bare.document / 1024 ** 2).toFixed(2)} MiB`);
  for (const [format, { milliseconds, seconds, bytes, megabytes }] of rows)
    console.log(
      [
        format.padEnd(10),
        `${milliseconds.toFixed(0).padStart(7)} ms`,
        `${(milliseconds / bare.milliseconds).toFixed(2).padStart(6)} x`,
        `${seconds.toFixed(1).padStart(6)} s`,
        `${(bytes / 1024).toFixed(0).padStart(7)} kB`,
        `${megabytes.toFixed(0).padStart(5)} MB`,
      ].join("  "),
    );
}

function measure(format: string, components: string): Measured {
  const { stdout, stderr, status } = spawnSync(process.execPath, [...MEMORY, MEASURE, format, components], {
    encoding: "utf8",
  });
  if (status !== 0) throw new Error(`${format} could not be measured: ${stderr}`);
  return JSON.parse(stdout) as Measured;
}
