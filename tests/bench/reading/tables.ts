import type { Audit } from "./audit.ts";
import type { Loaded, Reading, Transfer } from "./transfer.ts";

export type Named<Value> = readonly [name: string, value: Value];

const TRANSFER = [
  "HTML",
  "JS",
  "JS/empty",
  "CSS",
  "fonts",
  "prefetch",
  "others",
  "requests",
  "+JS",
  "+requests",
];
const AUDIT = ["perf.", "range", "access.", "practices", "SEO", "FCP ms", "LCP ms", "TBT ms", "CLS"];

/** The first reading is that of the empty page. */
export function tellTransfers(readings: readonly Named<Reading>[]): string {
  const empty = readings[0]?.[1].opened.scripts.bytes ?? NaN;
  return [
    "\nKilobytes (of 1000 bytes, with brotli) and requests before anybody does anything; + is what scrolling adds.\n",
    row("", TRANSFER),
    ...readings.map(([name, { opened, scrolled }]) => {
      const { html, scripts, styles, fonts, prefetched, others } = opened;
      return row(name, [
        kilobytes(html),
        told(scripts),
        (scripts.bytes / empty).toFixed(3),
        ...[styles, fonts, prefetched, others].map(told),
        requestsOf(opened),
        told(scrolled.scripts),
        requestsOf(scrolled),
      ]);
    }),
  ].join("\n");
}

export function tellAudits(audits: readonly Named<readonly Audit[]>[]): string {
  const [, [first] = []] = audits[0] ?? [];
  return [
    `\nLighthouse ${first?.version ?? ""}, mobile, on this machine: medians, and the range of performance.\n`,
    row("", AUDIT),
    ...audits.map(([name, runs]) => row(name, figuresOf(runs))),
    "",
    ...audits.flatMap(([name, runs]) =>
      [...new Set(runs.flatMap(({ failed }) => failed))].map((problem) => `${name}: ${problem}`),
    ),
  ].join("\n");
}

function figuresOf(runs: readonly Audit[]): readonly string[] {
  const of = (pick: (run: Audit) => number | undefined) => runs.map((run) => pick(run) ?? NaN);
  const performance = of(({ scores }) => scores[0]);
  return [
    median(performance).toFixed(0),
    `${Math.min(...performance)}–${Math.max(...performance)}`,
    ...[1, 2, 3].map((i) => median(of(({ scores }) => scores[i])).toFixed(0)),
    ...[0, 1, 2].map((i) => median(of(({ metrics }) => metrics[i])).toFixed(0)),
    median(of(({ metrics }) => metrics[3])).toFixed(3),
  ];
}

function row(name: string, columns: readonly string[]): string {
  return name.padEnd(34) + columns.map((column) => column.padStart(10)).join("");
}

function kilobytes({ bytes }: Loaded): string {
  return (bytes / 1000).toFixed(1);
}

function told(loaded: Loaded): string {
  return `${kilobytes(loaded)}/${loaded.requests}`;
}

function requestsOf(transfer: Transfer): string {
  return String(Object.values(transfer).reduce((sum, { requests }) => sum + requests, 0));
}

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? NaN;
}
