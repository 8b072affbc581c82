import {
  readErrorReport,
  type ErrorReportDraft,
  type ReportProblem,
} from "#core/intake/error-report-form.ts";
import { readSituation, type SituationDraft, type SituationProblem } from "#core/intake/situation-form.ts";
import { ownSituationPath } from "../services/own-situation.ts";
import { submitErrorReport } from "../services/submit-error-report.ts";
import { submitSituation } from "../services/submit-situation.ts";
import { receiveAccountForms } from "./account-forms.ts";
import { nameClient } from "./client-address.ts";
import { receiveOwnSituation } from "./own-situation-form.ts";
import { receiveForm, type Handle, type PageForm } from "./page-form.ts";
import { refusedErrorReport, refusedSituation } from "./refused-form.ts";

export interface FormOptions {
  readonly trustedHops: number;
  readonly publicOrigin: string | undefined;
}

const SITUATION: PageForm<SituationDraft, SituationProblem["field"]> = {
  path: "/situation",
  action: "situation.send",
  read: readSituation,
  submit: submitSituation,
  locate: ({ id }) => `${ownSituationPath(id)}?received`,
  refused: refusedSituation,
};

const ERROR_REPORT: PageForm<ErrorReportDraft, ReportProblem["field"]> = {
  path: "/report-an-error",
  action: "error-report.send",
  read: readErrorReport,
  submit: submitErrorReport,
  locate: ({ reference }) => `/report-an-error/received/${reference}`,
  refused: refusedErrorReport,
};

/** Names the caller for `handle`, and takes in the forms of the site before it. */
export function receiveForms(handle: Handle, { trustedHops, publicOrigin }: FormOptions): Handle {
  const withReports = receiveForm(handle, ERROR_REPORT, publicOrigin);
  const withSituations = receiveForm(withReports, SITUATION, publicOrigin);
  const withOwn = receiveOwnSituation(withSituations, publicOrigin);
  const receive = receiveAccountForms(withOwn, publicOrigin);
  return (request, response) => {
    nameClient(request, trustedHops);
    return receive(request, response);
  };
}
