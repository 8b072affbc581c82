import type { Findings } from "./findings.ts";

/** The findings for machines: the same value that the other reports show, under a format name. */
export function renderJson(findings: Findings): string {
  return `${JSON.stringify({ format: "seamark.findings/1", ...findings }, null, 2)}\n`;
}
