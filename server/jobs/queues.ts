import type { DeliveryKind } from "#core/delivery/delivery.ts";
import type { Queue } from "pg-boss";

/** What a job carries: ids and the traces that caused it, never what a person wrote. */
export interface JobData {
  readonly messageId: string;
  /** Of the request it continues. */
  readonly traceparent: string | null;
  /** Of the request that caused it in the first place, where somebody sent it again. */
  readonly linked?: string;
}

/** What an existing queue can be changed to as well. */
type Settings = Omit<Queue, "name" | "policy" | "partition">;

const DAYS = 24 * 60 * 60;

/**
 * Twelve tries over about an hour and then a dead letter. pg-boss waits `retryDelay` times 2, 4, 8, … times a random number
 * between a half and one, halved at the first: 1 to 2 seconds, 2 to 4, and so on, so that what failed together does
 * not come back together.
 */
const RETRIED: Settings = {
  retryLimit: 11,
  retryDelay: 1,
  retryBackoff: true,
  retryDelayMax: 30 * 60,
  expireInSeconds: 60,
  heartbeatSeconds: 10,
  // What waits longer than this is deleted by pg-boss without a word.
  retentionSeconds: 365 * DAYS,
};

export const DELIVERY = "delivery";
/** Apart, so that a mail server that holds us up holds up mails only, and the other way round. */
export const WEBHOOK = "delivery-webhook";
export const DELIVERY_DEAD = "delivery-dead";
export const INTAKE_HOUSEKEEPING = "intake-housekeeping";

export function queueOf(kind: DeliveryKind): string {
  return kind === "staffWebhook" ? WEBHOOK : DELIVERY;
}

/** In the order in which they are made: a dead letter queue exists before the queue that uses it. */
export const QUEUES: readonly (readonly [name: string, settings: Settings])[] = [
  // Its jobs only say that a delivery is dead; the delivery itself waits in its table for somebody to send it again.
  [DELIVERY_DEAD, { ...RETRIED, retryLimit: 1000, retentionSeconds: 365 * DAYS }],
  [DELIVERY, { ...RETRIED, deadLetter: DELIVERY_DEAD }],
  [WEBHOOK, { ...RETRIED, deadLetter: DELIVERY_DEAD }],
  [INTAKE_HOUSEKEEPING, { retryLimit: 0 }],
];
