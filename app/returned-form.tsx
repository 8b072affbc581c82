import type { ReactNode } from "react";
import { errorsOf, NOTHING_TYPED, type Returned } from "#components/account/typed-fields.tsx";
import { FormNotice } from "#components/intake/form-notice.tsx";
import { accountNoticeOf } from "#core/access/account-refusal.ts";
import { refusedAccountForm } from "#server/http/refused-form.ts";

/** The forms of a page, one of which may have come back. */
export interface ReturnedForms {
  readonly notice: ReactNode;
  /** What came back in the form of that name. */
  readonly of: (form: string) => Returned;
}

/** What the request at hand brought back, for the page that has the form. */
export function returnedForms(): ReturnedForms {
  const refused = refusedAccountForm.find();
  if (refused === undefined) return { notice: undefined, of: () => NOTHING_TYPED };
  const { refusal, form, typed } = refused;
  return {
    notice: <FormNotice notice={accountNoticeOf(refusal)} problems={refusal.problems} attempt={0} />,
    of: (name) => (name === form ? { typed, errors: errorsOf(refusal) } : NOTHING_TYPED),
  };
}
