/** The files that a report can be made as. */
export const REPORT_FORMATS = {
  markdown: { name: "Markdown", ending: ".report.md", mediaType: "text/markdown" },
  json: { name: "JSON", ending: ".findings.json", mediaType: "application/json" },
} as const;
export type ReportFormat = keyof typeof REPORT_FORMATS;
