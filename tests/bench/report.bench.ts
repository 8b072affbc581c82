import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { REPORT_FORMATS, type ReportFormat } from "#reports/report-formats.ts";

/** Each format in a process of its own, so that its memory is its own; beside it the same words on bare pages. */
const MEASURE = fileURLToPath(new URL("report/measure.ts", import.meta.url));
const COMPONENTS = process.argv[2] ?? "200";

interface Measured {
  readonly milliseconds: number;
  readonly bytes: number;
  readonly megabytes: number;
}

const formats = Object.keys(REPORT_FORMATS) as readonly ReportFormat[];
const rows = ["bare", ...formats].map((format) => [format, measure(format)] as const);
const [, bare] = rows[0] ?? ["bare", { milliseconds: 1, bytes: 1, megabytes: 1 }];

console.log(
  `A report on ${COMPONENTS} components: processor time, size, most memory (each in a process of its own, with a heap of at most 512 MB)`,
);
console.log(`"bare" sets the same words as paragraphs of one font on pages, with nothing around them.\n`);
for (const [format, { milliseconds, bytes, megabytes }] of rows)
  console.log(
    [
      format.padEnd(10),
      `${milliseconds.toFixed(0).padStart(7)} ms`,
      `${(milliseconds / bare.milliseconds).toFixed(2).padStart(6)} x`,
      `${(bytes / 1024).toFixed(0).padStart(7)} kB`,
      `${megabytes.toFixed(0).padStart(5)} MB`,
    ].join("  "),
  );

function measure(format: string): Measured {
  const { stdout, stderr, status } = spawnSync(
    process.execPath,
    ["--max-old-space-size=512", MEASURE, format, COMPONENTS],
    {
      encoding: "utf8",
    },
  );
  if (status !== 0) throw new Error(`${format} could not be measured: ${stderr}`);
  return JSON.parse(stdout) as Measured;
}
