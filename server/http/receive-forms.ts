import type { Action } from "#core/access/policy.ts";
import {
  readErrorReport,
  type ErrorReportDraft,
  type ReportProblem,
} from "#core/intake/error-report-form.ts";
import {
  readOwnSituation,
  type OwnSituationDraft,
  type OwnSituationField,
} from "#core/intake/own-situation.ts";
import { ok } from "#core/result.ts";
import { readSituation, type SituationDraft, type SituationProblem } from "#core/intake/situation-form.ts";
import { changeOwnSituation, ownSituationPath, type Done } from "../services/own-situation.ts";
import { submitErrorReport } from "../services/submit-error-report.ts";
import { submitSituation } from "../services/submit-situation.ts";
import { ACCOUNT_FORMS, receiveAccountForms } from "./account-forms.ts";
import { nameClient } from "./client-address.ts";
import { receiveForm, type Handle, type PageForm } from "./page-form.ts";
import { refusedErrorReport, refusedOwnSituation, refusedSituation } from "./refused-form.ts";
import { receiveSketchForms, SKETCH_FORMS } from "./sketch-forms.ts";

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

/** What whoever holds the private link adds, withdraws or has erased. */
const OWN_SITUATION: PageForm<OwnSituationDraft, OwnSituationField, Done> = {
  path: "/situation/mine/[token]",
  action: "situation.follow",
  isCapability: true,
  read: readOwnSituation,
  submit: ({ isTrapped, ...request }, { segments: { token = "" } }) =>
    // Only programs fill the hidden field. They are told the same as everybody.
    isTrapped ? Promise.resolve(ok("added")) : changeOwnSituation({ ...request, token }),
  locate: (done, { path }) => `${path}?${done}`,
  refused: refusedOwnSituation,
};

const ERROR_REPORT: PageForm<ErrorReportDraft, ReportProblem["field"]> = {
  path: "/report-an-error",
  action: "error-report.send",
  read: readErrorReport,
  submit: submitErrorReport,
  locate: ({ reference }) => `/report-an-error/received/${reference}`,
  refused: refusedErrorReport,
};

/** Every form that is taken in before Next, with the action of the policy table that it is. */
export const FORMS: readonly { readonly path: string; readonly action: Action }[] = [
  SITUATION,
  OWN_SITUATION,
  ERROR_REPORT,
  ...ACCOUNT_FORMS,
  SKETCH_FORMS,
];

/** Names the caller for `handle`, and takes in the forms of the site before it. */
export function receiveForms(handle: Handle, { trustedHops, publicOrigin }: FormOptions): Handle {
  const withSketches = receiveSketchForms(handle, publicOrigin);
  const withReports = receiveForm(withSketches, ERROR_REPORT, publicOrigin);
  const withOwn = receiveForm(withReports, OWN_SITUATION, publicOrigin);
  const withSituations = receiveForm(withOwn, SITUATION, publicOrigin);
  const receive = receiveAccountForms(withSituations, publicOrigin);
  return (request, response) => {
    nameClient(request, trustedHops);
    return receive(request, response);
  };
}
