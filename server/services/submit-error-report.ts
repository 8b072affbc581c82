import { parseErrorReport, type ErrorReport } from "#core/intake/error-report.schema.ts";
import type { ReportProblem } from "#core/intake/error-report-form.ts";
import type { Result } from "#core/result.ts";
import { createErrorReport, findErrorReportId } from "../repositories/error-reports.ts";
import { submitOnce, type Kind, type Receipt, type Refusal, type Submission } from "./submit-once.ts";

const ERROR_REPORT: Kind<ErrorReport, ReportProblem["field"]> = {
  name: "error-report",
  parse: parseErrorReport,
  identify: ({ text, version, part, wrong, shouldSay, source, email }) => [
    "error-report",
    text,
    version,
    part,
    wrong,
    shouldSay,
    source,
    email,
  ],
  store: (transaction, report, { id, reference }) =>
    createErrorReport(transaction, { ...report, id, reference }),
  findId: findErrorReportId,
};

/** Stores a report of an error at most once per key. */
export function submitErrorReport(
  submission: Submission,
): Promise<Result<Receipt, Refusal<ReportProblem["field"]>>> {
  return submitOnce(ERROR_REPORT, submission);
}
