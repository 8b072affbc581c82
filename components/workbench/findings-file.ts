import type { Diagnosis } from "#core/diagnosis/diagnosis.ts";
import type { Session } from "#core/document/session.schema.ts";
import { CATALOGUE } from "#core/mechanisms/catalogue.ts";
import { findingsOf } from "#core/report/findings.ts";
import { renderJson } from "#core/report/render-json.ts";
import { renderMarkdown } from "#core/report/render-markdown.ts";

const FORMATS = {
  markdown: { ending: ".findings.md", mediaType: "text/markdown", render: renderMarkdown },
  json: { ending: ".findings.json", mediaType: "application/json", render: renderJson },
} as const;
export type FindingsFormat = keyof typeof FORMATS;

export function findingsFile(session: Session, diagnosis: Diagnosis, format: FindingsFormat) {
  const { ending, mediaType, render } = FORMATS[format];
  return { ending, mediaType, text: render(findingsOf(session, diagnosis, CATALOGUE), session) };
}
