import { reportDocument } from "#core/report/blocks/compose.ts";
import { renderCsv } from "#core/report/render-csv.ts";
import { renderDecisions } from "#core/report/render-decisions.ts";
import { renderHtml } from "#core/report/render-html.ts";
import { renderJson } from "#core/report/render-json.ts";
import { renderMarkdown } from "#core/report/render-markdown.ts";
import { renderSvg } from "#core/report/render-svg.ts";
import type { Report } from "#core/report/report.ts";
import { parse } from "yaml";
import { htmlProblems } from "./check-html.ts";
import { markdownProblems } from "./check-markdown.ts";
import { readCsv } from "./read-csv.ts";

const FORMULA = /^[\s\p{Cc}\p{Cf}]*[=+\-@\uFF1D\uFF0B\uFF0D\uFF20]|^[\t\r\n]/u;

/** What is wrong with any of the text formats of one report. */
export function reportProblems(report: Report): readonly string[] {
  const document = reportDocument(report);
  const cells = readCsv(renderCsv(report));
  const width = cells[0]?.length;
  return [
    ...htmlProblems(renderHtml(document)),
    ...htmlProblems(renderSvg(report)),
    ...markdownProblems(renderMarkdown(document)),
    ...cells.flat().filter((cell) => FORMULA.test(cell)),
    ...cells.filter((row) => row.length !== width).map((row) => `a row of ${row.length}`),
    ...[...renderDecisions(report)].flatMap(([name, text]) => recordProblems(name, text)),
    ...(JSON.parse(renderJson(report)) === null ? ["no JSON"] : []),
  ];
}

function recordProblems(name: string, text: string): readonly string[] {
  const [, front = "", body = ""] = /^---\n(.*?)\n---\n(.*)$/s.exec(text) ?? [];
  const matter = parse(front) as Record<string, unknown>;
  return [
    ...(/^[0-9]{4}-[a-z0-9-]+\.md$/.test(name) ? [] : [`a file called ${name}`]),
    ...(matter["status"] === "accepted" || matter["status"] === "proposed" ? [] : [`a status in ${front}`]),
    ...Object.keys(matter).filter((key) => !["status", "date", "decision-makers"].includes(key)),
    ...markdownProblems(body),
  ];
}
