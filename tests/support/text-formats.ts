import { reportDocument } from "#core/report/blocks/compose.ts";
import { renderCsv } from "#core/report/render-csv.ts";
import { renderDecisions } from "#core/report/render-decisions.ts";
import { renderHtml } from "#core/report/render-html.ts";
import { renderJson } from "#core/report/render-json.ts";
import { renderMarkdown } from "#core/report/render-markdown.ts";
import { renderSvg } from "#core/report/render-svg.ts";
import type { Report } from "#core/report/report.ts";

/** Every format of a report that is text, each as one text. */
export const TEXT_FORMATS = {
  html: (report: Report) => renderHtml(reportDocument(report)),
  markdown: (report: Report) => renderMarkdown(reportDocument(report)),
  json: renderJson,
  csv: renderCsv,
  svg: renderSvg,
  decisions: (report: Report) => [...renderDecisions(report)].flat().join("\n"),
} as const;
