import { readForm, type FieldProblem, type FormEntries } from "./form.ts";

/** Characters a reader may write, per field. Together they fit a form body of 64 KiB in any script. */
export const REPORT_LIMITS = {
  text: 200,
  version: 20,
  part: 40,
  wrong: 4000,
  shouldSay: 2000,
  source: 500,
  email: 254,
} as const;

/** A version as the links of the texts have it. */
export const REPORT_VERSION = /^\d{1,4}(\.\d{1,4}){2}$/;

/** After that many months a report is deleted, with everything in it. */
export const REPORT_KEPT_MONTHS = 12;

/** In the order in which the form asks. The first three come with the link, and only the text can be typed as well. */
export const REPORT_FIELDS = ["text", "version", "part", "wrong", "shouldSay", "source", "email"] as const;
export type ReportField = (typeof REPORT_FIELDS)[number];

/** "report" when it is not about one field: only machines can cause that. */
export type ReportProblem = FieldProblem<ReportField | "report">;

/** A report as it was typed, valid or not: what comes back to the reader when it is refused. */
export type ErrorReportDraft = Readonly<Record<ReportField, string>>;

export const EMPTY_REPORT: ErrorReportDraft = {
  text: "",
  version: "",
  part: "",
  wrong: "",
  shouldSay: "",
  source: "",
  email: "",
};

/** Reads the entries of a submitted form, whatever they are. */
export function readErrorReport(
  entries: Iterable<readonly [string, unknown]>,
): FormEntries<ErrorReportDraft> {
  return readForm(entries, (first) => ({
    text: first("text"),
    version: first("version"),
    part: first("part"),
    wrong: first("wrong"),
    shouldSay: first("shouldSay"),
    source: first("source"),
    email: first("email"),
  }));
}
