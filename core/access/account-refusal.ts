/** Why a form of accounts or the console was not taken. */
export const ACCOUNT_REFUSAL_KINDS = [
  "invalid",
  "too-many",
  "unavailable",
  "foreign",
  "too-large",
  /** Somebody else was quicker, or what it was about is not there any more. */
  "gone",
  "forbidden",
] as const;
export type AccountRefusalKind = (typeof ACCOUNT_REFUSAL_KINDS)[number];

export interface AccountProblem {
  /** The control on the page that it is about. */
  readonly field: string;
  /** What is wrong and what to do about it, as one sentence. */
  readonly message: string;
}

export interface AccountRefusal {
  readonly kind: AccountRefusalKind;
  /** Seconds to wait before sending again; 0 where waiting does not help. */
  readonly retryAfter: number;
  readonly problems: readonly AccountProblem[];
}

/** A form that comes back to its page. */
export interface RefusedAccountForm {
  readonly refusal: AccountRefusal;
  /** Which of the forms of the page; undefined when it was not read. */
  readonly form: string | undefined;
  /** What was typed, by control, and never a password. */
  readonly typed: Readonly<Record<string, string>>;
}

export interface AccountNotice {
  readonly heading: string;
  readonly text: string;
}

const NOTICES: Record<AccountRefusalKind, (wait: string) => AccountNotice> = {
  invalid: () => ({ heading: "Something needs another look", text: "Nothing was done yet." }),
  "too-many": (wait) => ({
    heading: "That was too often in a short time",
    text: `For the safety of the account the next try is possible in ${wait}.`,
  }),
  unavailable: (wait) => ({
    heading: "This could not be done just now",
    text: `Nothing was changed, as far as we can tell. Please try again in ${wait}.`,
  }),
  foreign: () => ({
    heading: "This did not come from our own form",
    text: "For your protection it was not read. Please use the form on this page.",
  }),
  "too-large": () => ({
    heading: "That was more than the form takes",
    text: "It was too large to be read. Please shorten it.",
  }),
  gone: () => ({
    heading: "Somebody changed this meanwhile",
    text: "Nothing was done. What you see here is how it stands now.",
  }),
  forbidden: () => ({ heading: "Your role does not allow this", text: "Nothing was changed." }),
};

/** What somebody reads when a form comes back. An "invalid" one is followed by its problems. */
export function accountNoticeOf({ kind, retryAfter }: AccountRefusal): AccountNotice {
  return NOTICES[kind](describeSeconds(retryAfter));
}

function describeSeconds(seconds: number): string {
  if (seconds <= 1) return "a second";
  return seconds < 90 ? `${seconds.toString()} seconds` : `${Math.ceil(seconds / 60).toString()} minutes`;
}
