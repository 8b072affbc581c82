import { reportContext } from "#content/generated/report-context.ts";
import type { Diagnosis } from "#core/diagnosis/diagnosis.ts";
import type { Session } from "#core/document/session.schema.ts";
import { CATALOGUE } from "#core/mechanisms/catalogue.ts";
import { reportDocument } from "#core/report/blocks/compose.ts";
import { renderJson } from "#core/report/render-json.ts";
import { renderMarkdown } from "#core/report/render-markdown.ts";
import { ReportSettings } from "#core/report/report-settings.schema.ts";
import { reportOf, type Report } from "#core/report/report.ts";

const FORMATS = {
  markdown: {
    ending: ".findings.md",
    mediaType: "text/markdown",
    render: (report: Report) => renderMarkdown(reportDocument(report)),
  },
  json: { ending: ".findings.json", mediaType: "application/json", render: renderJson },
} as const;
export type FindingsFormat = keyof typeof FORMATS;

export function findingsFile(session: Session, diagnosis: Diagnosis, format: FindingsFormat) {
  const { ending, mediaType, render } = FORMATS[format];
  const settings = ReportSettings.parse({ date: new Date().toISOString().slice(0, 10) });
  const context = { ...reportContext, origin: window.location.origin };
  return { ending, mediaType, text: render(reportOf(session, diagnosis, CATALOGUE, context, settings)) };
}
