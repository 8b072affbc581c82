import { readSituation, type SituationDraft, type SituationProblem } from "#core/intake/situation-form.ts";
import { submitSituation } from "../services/submit-situation.ts";
import { nameClient } from "./client-address.ts";
import { receiveForm, type Handle, type PageForm } from "./page-form.ts";
import { refusedSituation } from "./refused-form.ts";

export interface FormOptions {
  readonly trustedHops: number;
  readonly publicOrigin: string | undefined;
}

const SITUATION: PageForm<SituationDraft, SituationProblem["field"]> = {
  path: "/situation",
  read: readSituation,
  submit: submitSituation,
  locate: ({ reference }) => `/situation/received/${reference}`,
  refused: refusedSituation,
};

/** Names the caller for `handle`, and takes in the forms of the site before it. */
export function receiveForms(handle: Handle, { trustedHops, publicOrigin }: FormOptions): Handle {
  const receive = receiveForm(handle, SITUATION, publicOrigin);
  return (request, response) => {
    nameClient(request, trustedHops);
    return receive(request, response);
  };
}
