import { FINDINGS_FORMAT, FINDINGS_SCHEMA_PATH } from "./findings-format.ts";
import type { Report } from "./report.ts";

/**
 * The findings for machines: the same value that the other reports show, under a format name. The session they were
 * made from goes along, so that whoever is handed them can open it and goes on from the same state.
 */
export function renderJson({ findings, session, settings, context }: Report): string {
  const { title, client, author, date, confidentiality, isAnonymous } = settings;
  const file = {
    $schema: `${context.origin}${FINDINGS_SCHEMA_PATH}`,
    format: FINDINGS_FORMAT,
    report: { title, client, author, date, confidentiality, isAnonymous },
    ...findings,
    session,
  };
  return `${JSON.stringify(file, null, 2)}\n`;
}
