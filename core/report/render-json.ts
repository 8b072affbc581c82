import type { Report } from "./report.ts";

/**
 * The findings for machines: the same value that the other reports show, under a format name. The session they were
 * made from goes along, so that whoever is handed them can open it and goes on from the same state.
 */
export function renderJson({ findings, session }: Report): string {
  return `${JSON.stringify({ format: "seamark.findings/1", ...findings, session }, null, 2)}\n`;
}
