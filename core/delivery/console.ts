import type { DeliveryKind, DeliveryProblem, DeliveryState } from "./delivery.ts";

/** One line of the list in the console. Times are ISO 8601. */
export interface DeliverySummary {
  readonly id: string;
  readonly kind: DeliveryKind;
  readonly state: DeliveryState;
  /** Of the situation it is about; null where it is about none. */
  readonly reference: string | null;
  readonly attempts: number;
  readonly problem: DeliveryProblem | null;
  readonly createdAt: string;
  readonly triedAt: string | null;
  readonly deliveredAt: string | null;
  readonly deadAt: string | null;
}

/** A mail that was kept because there is no mail server. */
export interface KeptMailShown {
  readonly messageId: string;
  readonly recipient: string;
  readonly subject: string;
  readonly text: string;
  readonly html: string;
  readonly keptAt: string;
}

export interface DeliveryShown extends DeliverySummary {
  readonly situationId: string | null;
  /** Of the request that caused it, as the log names it. */
  readonly traceId: string | null;
  readonly mail: KeptMailShown | null;
  /** Whether there is a mail that whoever asks may not read. */
  readonly isMailWithheld: boolean;
}

/** What of all deliveries is listed; null is every state or kind. */
export interface DeliveryFilter {
  readonly state: DeliveryState | null;
  readonly kind: DeliveryKind | null;
  /** The id of the last one on the page before. */
  readonly before: string | null;
}

export interface DeliveryList {
  readonly deliveries: readonly DeliverySummary[];
  /** Whether older ones are not in the list. */
  readonly hasMore: boolean;
  /** Of all deliveries of that kind, in whatever state. */
  readonly counts: Readonly<Record<DeliveryState, number>>;
  /** When the server looked. */
  readonly asOf: string;
}

/** Dead deliveries that are to be tried again: these, or all of a kind that somebody has looked at. */
export type Redrive =
  | { readonly ids: readonly string[] }
  /** `until`, ISO 8601: what died after the list was made has been seen by nobody. */
  | { readonly kind: DeliveryKind; readonly until: string };

export interface Redriven {
  /** How many are tried again; fewer than asked for when somebody was quicker. */
  readonly count: number;
}
