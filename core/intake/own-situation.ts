import type { FieldProblem } from "./form.ts";
import { readForm, type FormEntries } from "./form.ts";

export const SITUATION_STATES = [
  "new",
  "accepted",
  "inDiagnosis",
  "answered",
  "closed",
  "withdrawn",
  "erased",
] as const;
export type SituationState = (typeof SITUATION_STATES)[number];

/** How things stand, as whoever sent the situation reads it. */
export const STATE_WORDING: Readonly<
  Record<SituationState, { readonly heading: string; readonly text: string }>
> = {
  new: { heading: "Waiting to be read", text: "It is stored, and a person will read it." },
  accepted: { heading: "Read", text: "A person has read it and will go on with it." },
  inDiagnosis: {
    heading: "Being diagnosed",
    text: "Somebody is working on it: sketching, and asking what nobody wrote down.",
  },
  answered: {
    heading: "Answered",
    text: "An answer was written. It stands below, and went to the e-mail address you gave, if you gave one.",
  },
  closed: { heading: "Closed", text: "The work on it is over. You can still add to it until it is deleted." },
  withdrawn: {
    heading: "Withdrawn",
    text: "You took it back. Nobody works on it any more, and nothing can be added.",
  },
  erased: {
    heading: "Erased",
    text: "Everything you wrote was deleted. Only the reference and the dates are left.",
  },
};

/** Whether whoever sent it can still do something with it, besides having it erased. */
export function isOpen(state: SituationState): boolean {
  return state !== "withdrawn" && state !== "erased";
}

/** Characters of one addition. */
export const LONGEST_ADDITION = 4000;
/** Additions to one situation. */
export const MOST_ADDITIONS = 50;

export const ACTS = ["add", "withdraw", "erase"] as const;
export type Act = (typeof ACTS)[number];

/** What whoever holds the private link asks for, as it was typed. */
export interface OwnSituationDraft {
  readonly act: string;
  readonly text: string;
}

export type OwnSituationField = "text" | "act";
export type OwnSituationProblem = FieldProblem<OwnSituationField>;

export function readOwnSituation(
  entries: Iterable<readonly [string, unknown]>,
): FormEntries<OwnSituationDraft> {
  return readForm(entries, (first) => ({ act: first("act"), text: first("text") }));
}
