import type { Queue } from "pg-boss";

/** What a job carries: ids and the trace that caused it, never what a person wrote. */
export interface JobData {
  readonly messageId: string;
  readonly traceparent: string | null;
}

/** What an existing queue can be changed to as well. */
type Settings = Omit<Queue, "name" | "policy" | "partition">;

const DAYS = 24 * 60 * 60;

/** Six tries over about two minutes and then a dead letter, where a job waits for somebody to send it again. */
const RETRIED: Settings = {
  retryLimit: 5,
  retryDelay: 2,
  retryBackoff: true,
  retryDelayMax: 120,
  expireInSeconds: 30,
  heartbeatSeconds: 10,
};

export const DELIVERY = "delivery";
export const DELIVERY_DEAD = "delivery-dead";
export const INTAKE_HOUSEKEEPING = "intake-housekeeping";

/** In the order in which they are made: a dead letter queue exists before the queue that uses it. */
export const QUEUES: readonly (readonly [name: string, settings: Settings])[] = [
  [DELIVERY_DEAD, { retentionSeconds: 60 * DAYS }],
  [DELIVERY, { ...RETRIED, deadLetter: DELIVERY_DEAD }],
  [INTAKE_HOUSEKEEPING, { retryLimit: 0 }],
];
