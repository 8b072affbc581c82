/** The files that a report can be made as. */
export const REPORT_FORMATS = {
  pdf: { name: "PDF", ending: ".report.pdf", mediaType: "application/pdf" },
  docx: {
    name: "Word",
    ending: ".report.docx",
    mediaType: "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
  },
  html: { name: "HTML", ending: ".report.html", mediaType: "text/html" },
  markdown: { name: "Markdown", ending: ".report.md", mediaType: "text/markdown" },
  json: { name: "JSON", ending: ".findings.json", mediaType: "application/json" },
  csv: { name: "CSV of the findings", ending: ".findings.csv", mediaType: "text/csv" },
  svg: { name: "SVG of the sketch", ending: ".svg", mediaType: "image/svg+xml" },
  png: { name: "PNG of the sketch", ending: ".png", mediaType: "image/png" },
  /** Several files, one for each accepted move, in one archive. */
  decisions: { name: "Decision records", ending: ".decisions.zip", mediaType: "application/zip" },
} as const;
export type ReportFormat = keyof typeof REPORT_FORMATS;
