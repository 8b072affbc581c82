import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { writeSession } from "#core/interchange/session-json.ts";
import { REPORT_FORMATS, type ReportFormat } from "#reports/report-formats.ts";
import { largeSession } from "#tests/support/large-session.ts";
import type { Cost } from "./report/say-cost.ts";

/** Each format as `seamark report` makes it, in a process of its own; beside it the same words on bare pages. */
const COMMAND = join(import.meta.dirname, "../../scripts/seamark/main.ts");
const BARE = join(import.meta.dirname, "report/bare.ts");
const SAY_COST = join(import.meta.dirname, "report/say-cost.ts");
const SIZES = process.argv[2] === undefined ? [200, 1000] : [Number(process.argv[2])];

console.log(
  `Reports as “seamark report” makes them: processor time, seconds on the clock, size, most memory of the process.
“bare” sets the same words as paragraphs of one font on pages, with nothing around them.`,
);
const folder = mkdtempSync(join(tmpdir(), "seamark-"));
try {
  for (const size of SIZES) compare(size);
} finally {
  rmSync(folder, { recursive: true });
}

function compare(components: number): void {
  const sketch = join(folder, "sketch.json");
  writeFileSync(sketch, writeSession(largeSession(components)));
  console.log(
    `\n${components} components, a sketch of ${(statSync(sketch).size / 1024 ** 2).toFixed(2)} MiB`,
  );
  const out = join(folder, "report");
  const bare = measure([BARE, sketch, out]);
  say("bare", bare, bare, statSync(out).size);
  for (const format of Object.keys(REPORT_FORMATS) as readonly ReportFormat[]) {
    const cost = measure([COMMAND, "report", sketch, "--as", format, "-o", out, "--quiet"]);
    say(format, cost, bare, statSync(out).size);
  }
}

function say(format: string, { milliseconds, seconds, megabytes }: Cost, bare: Cost, bytes: number): void {
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

function measure(args: readonly string[]): Cost {
  const { stderr, status } = spawnSync(process.execPath, ["--import", SAY_COST, ...args], {
    encoding: "utf8",
  });
  if (status !== 0) throw new Error(`${args.join(" ")} could not be measured: ${stderr}`);
  return JSON.parse(stderr.trim().split("\n").at(-1) ?? "") as Cost;
}
