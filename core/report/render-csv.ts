import type { Finding } from "./finding.ts";
import type { Findings } from "./findings.ts";
import type { Report } from "./report.ts";

/** One row: an explanation of a seam, and how it stands. */
interface Explained {
  readonly standing: "seam" | "kept" | "possible";
  readonly finding: Finding;
}

/** The columns in their order. A new one comes last, so that what reads the file by place goes on reading it. */
const COLUMNS: readonly (readonly [name: string, value: (row: Explained) => string])[] = [
  ["seam", ({ finding }) => finding.pair],
  ["side_a", ({ finding }) => finding.between[0]],
  ["side_b", ({ finding }) => finding.between[1]],
  ["standing", ({ standing }) => standing],
  ["rests_on_answers", ({ finding }) => (finding.restsOnAnswers ? "yes" : "no")],
  ["mechanism", ({ finding }) => finding.mechanism ?? ""],
  ["mechanism_title", ({ finding }) => finding.title],
  ["zone", ({ finding }) => finding.zone ?? ""],
  ["failure_class", ({ finding }) => finding.failureClass ?? ""],
  ["probability", ({ finding }) => finding.probability.toFixed(4)],
  ["likelihood", ({ finding }) => finding.likelihood],
  ["rung", ({ finding }) => (finding.restsOnAnswers ? finding.rung : "not asked yet")],
  ["owner", ({ finding }) => finding.owner],
  ["invariant", ({ finding }) => finding.invariant],
  ["contradiction", ({ finding }) => finding.contradiction],
  ["stance", ({ finding }) => finding.stance.stance],
  ["absent_layer", ({ finding }) => finding.absentLayer],
  ["structural_moves", ({ finding }) => finding.moves.map(({ text }) => text).join(" / ")],
  ["moves_taken", ({ finding }) => countIn(finding.moves, ({ isTaken }) => isTaken)],
  ["agreement_check", ({ finding }) => finding.agreementCheck?.sentence ?? ""],
  ["answers", ({ finding }) => String(finding.answers.length)],
  ["answered_differently", ({ finding }) => countIn(finding.answers, ({ isDisputed }) => isDisputed)],
  ["nobody_knew", ({ finding }) => countIn(finding.answers, ({ isUnknown }) => isUnknown)],
  ["proxy_fixes", ({ finding }) => String(finding.proxyFixes.fixes.length)],
  ["published_cases", ({ finding }) => finding.cases.map(({ slug }) => slug).join(" ")],
];

function countIn<T>(all: readonly T[], counts: (one: T) => boolean): string {
  return String(all.filter(counts).length);
}

/** The findings as a table (RFC 4180), one row for each explanation of a seam. No cell is ever a formula. */
export function renderCsv({ findings }: Report): string {
  const head = COLUMNS.map(([name]) => name);
  const rows = explained(findings).map((row) => COLUMNS.map(([, value]) => value(row)));
  return [head, ...rows].map((cells) => `${cells.map(csvCell).join(",")}\r\n`).join("");
}

function explained({ seams, kept, possible }: Findings): readonly Explained[] {
  const standing = (name: Explained["standing"]) => (finding: Finding) => ({ standing: name, finding });
  return [
    ...seams.map(standing("seam")),
    ...kept.map(standing("kept")),
    ...possible.map(standing("possible")),
  ];
}

/** What a spreadsheet takes for the beginning of a formula, whatever blanks stand before it. */
const FORMULA = /^[\s\p{Cc}\p{Cf}]*[=+\-@]|^[\t\r\n]/u;

/** One cell: quoted, and kept from being read as a formula by an apostrophe before it. */
export function csvCell(value: string): string {
  const plain = value.toWellFormed().replaceAll("\u0000", "");
  // Full, small and raised widths of a sign are that sign to some of them.
  const safe = FORMULA.test(plain.normalize("NFKC")) ? `'${plain}` : plain;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
