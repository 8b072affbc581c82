/** Everything that leaves the product: mails to visitors, staff and people with an account, and the webhook. */
export const DELIVERY_KINDS = [
  "receiptMail",
  "staffMail",
  "staffWebhook",
  "replyMail",
  "additionMail",
  "invitationMail",
  "resetMail",
  "securityMail",
] as const;
export type DeliveryKind = (typeof DELIVERY_KINDS)[number];

/** What the console calls them. */
export const KIND_WORDING: Readonly<Record<DeliveryKind, string>> = {
  receiptMail: "Receipt",
  staffMail: "Notice to staff",
  staffWebhook: "Webhook",
  replyMail: "Reply",
  additionMail: "Notice of an addition",
  invitationMail: "Invitation",
  resetMail: "Password reset",
  securityMail: "Notice about an account",
};

/** Their mails hold a link that makes whoever opens it somebody: reading one is as good as having the account. */
const ENTRANCES: ReadonlySet<DeliveryKind> = new Set(["invitationMail", "resetMail"]);

export function holdsEntrance(kind: DeliveryKind): boolean {
  return ENTRANCES.has(kind);
}

/** Where a delivery stands; "failed" is tried again by itself, "dead" waits for somebody. */
export const DELIVERY_STATES = ["pending", "failed", "dead", "delivered"] as const;
export type DeliveryState = (typeof DELIVERY_STATES)[number];

export const STATE_WORDING: Readonly<Record<DeliveryState, string>> = {
  pending: "Pending",
  failed: "Failed",
  dead: "Dead",
  delivered: "Delivered",
};

export interface DeliveryTimes {
  readonly deliveredAt: unknown;
  readonly deadAt: unknown;
  readonly problem: unknown;
}

export function stateOfDelivery({ deliveredAt, deadAt, problem }: DeliveryTimes): DeliveryState {
  if (deliveredAt !== null) return "delivered";
  if (deadAt !== null) return "dead";
  return problem === null ? "pending" : "failed";
}

interface ProblemShape {
  readonly text: string;
  /** Trying the same again by itself cannot help. */
  readonly isFinal: boolean;
}

const later = (text: string): ProblemShape => ({ text, isFinal: false });
const final = (text: string): ProblemShape => ({ text, isFinal: true });

/** Why a try failed, in words of ours: what the other side said is nowhere kept. */
export const DELIVERY_PROBLEMS = {
  "mail-unreachable": later("The mail server could not be reached, or hung up."),
  "mail-slow": later("The mail server took longer than 20 seconds."),
  "mail-not-now": later("The mail server said: not now."),
  "mail-sign-in": later("The mail server did not accept the user and password in SMTP_URL."),
  "mail-tls": later("The mail server offered no connection that can be trusted."),
  "mail-refused": final("The mail server refused this mail or its recipient for good."),
  "no-recipient": final("There is no address that a mail can be sent to."),
  "subject-gone": final("What it is about is no longer there, or its link is no longer good."),
  "webhook-off": final("There is no WEBHOOK_URL to send it to."),
  "webhook-forbidden": final("WEBHOOK_URL leads to an address inside a network, which is not allowed."),
  "webhook-redirected": final(
    "The other side sent us on to another address, and redirects are not followed.",
  ),
  "webhook-unreachable": later("The address in WEBHOOK_URL could not be reached."),
  "webhook-slow": later("The address in WEBHOOK_URL took longer than 10 seconds."),
  "webhook-refused": later("The address in WEBHOOK_URL answered with an error."),
  interrupted: later("The process that was at it ended, or took too long."),
  unexpected: later("Something went wrong in the product itself. The log has where."),
} as const satisfies Record<string, ProblemShape>;

export type DeliveryProblem = keyof typeof DELIVERY_PROBLEMS;

export function isDeliveryProblem(text: string): text is DeliveryProblem {
  return Object.hasOwn(DELIVERY_PROBLEMS, text);
}
