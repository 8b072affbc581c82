import type { FieldProblem } from "./form.ts";

/** Why what was sent in was not accepted, as form, page and machine interface call it. */
export const REFUSAL_KINDS = [
  "invalid",
  "no-key",
  "key-reused",
  "too-many",
  "unavailable",
  "foreign",
  "too-large",
  "not-found",
] as const;
export type RefusalKind = (typeof REFUSAL_KINDS)[number];

/** What is sent in, as a visitor calls it. */
export type Subject = "situation" | "report";

/** A refusal as it comes back to the form. */
export interface Refused<Field extends string, Kind extends string = RefusalKind> {
  readonly kind: Kind;
  /** Seconds to wait before sending again; 0 where waiting does not help. */
  readonly retryAfter: number;
  readonly problems: readonly FieldProblem<Field>[];
}

export interface Notice {
  readonly heading: string;
  readonly text: string;
}

const KEPT = "Everything you typed is still here.";

const NOTICES: Record<RefusalKind | "unreachable", (wait: string, subject: Subject) => Notice> = {
  invalid: () => ({ heading: "Some answers need another look", text: KEPT }),
  "too-many": (wait, subject) => ({
    heading: `Too many ${subject}s came from your network`,
    text: `${KEPT} Please send it again in ${wait}.`,
  }),
  unavailable: (wait) => ({
    heading: "We could not store it just now",
    text: `${KEPT} Please send it again in ${wait}: it will not be stored twice.`,
  }),
  unreachable: () => ({
    heading: "We could not be reached",
    text: `${KEPT} Check your connection and send it again: it will not be stored twice.`,
  }),
  "key-reused": () => ({
    heading: "This form was sent before, with another text",
    text: `The earlier text is with us. ${KEPT} Send it again if you want this one to arrive as well.`,
  }),
  "no-key": () => ({
    heading: "The form had lost its mark",
    text: `${KEPT} It has a new one now: please send it again.`,
  }),
  foreign: (_, subject) => ({
    heading: "This did not come from our own form",
    text: `For your protection it was not read. Please write your ${subject} here.`,
  }),
  "not-found": () => ({
    heading: "There is nothing here",
    text: "Nothing was changed.",
  }),
  "too-large": () => ({
    heading: "That was more than the form takes",
    text: "It was too large to be read, so go back in your browser to find your text, and shorten it.",
  }),
};

/** What a visitor reads when a form comes back. An "invalid" one is followed by its fields. */
export function noticeOf(
  { kind, retryAfter }: Pick<Refused<string, RefusalKind | "unreachable">, "kind" | "retryAfter">,
  subject: Subject,
): Notice {
  return NOTICES[kind](describeSeconds(retryAfter), subject);
}

function describeSeconds(seconds: number): string {
  if (seconds <= 1) return "a second";
  return seconds < 90 ? `${seconds} seconds` : `${Math.ceil(seconds / 60)} minutes`;
}
