import type { Interval, Settings } from "./model.ts";
import type { Random } from "./random.ts";
import { choiceOf, numberOf } from "./setting.ts";

export const PROMOTIONS = {
  silence: "When the primary is silent",
  fenced: "When its token has run out",
  confirmed: "When its token has run out and every write is confirmed",
  person: "When a person has seen both sides",
};
export const REPLICATIONS = {
  async: "After the acknowledgement",
  sync: "Before the acknowledgement",
};

/** One way of a message of control, in milliseconds. */
export const CONTROL = 10;
const EARLIEST_CUT = 500;
const LATEST_CUT = 700;
const AFTERWARDS = 500;

/** When what happens, in milliseconds. */
export interface FailoverPlan {
  readonly promotion: keyof typeof PROMOTIONS;
  readonly replication: keyof typeof REPLICATIONS;
  readonly lag: number;
  readonly duration: number;
  /** The primary and client 1 are on one side; replica, controller and client 2 on the other. */
  readonly partition: Interval;
  /** When the controller takes the primary for dead; null where it hears from it before. */
  readonly noticed: number | null;
  /** From when on the replica takes writes; null where it is not promoted. */
  readonly promoted: number | null;
  /** When the old primary takes no writes; it may never stop, or stop and go on. */
  readonly stopped: Interval | null;
}

export function planFailover(settings: Settings, random: Random): FailoverPlan {
  const promotion = choiceOf(settings, "promotion", PROMOTIONS);
  const replication = choiceOf(settings, "replication", REPLICATIONS);
  const lag = numberOf(settings, "lag");
  const from = EARLIEST_CUT + Math.floor(random() * (LATEST_CUT - EARLIEST_CUT));
  const partition = { from, to: from + numberOf(settings, "partition") };
  const duration = LATEST_CUT + numberOf(settings, "partition") + AFTERWARDS;
  const token = promotion === "silence" || promotion === "person" ? null : numberOf(settings, "token");
  const isNoticed = isFailover(settings);
  const plan = { promotion, replication, lag, duration, partition };
  const promoted = isNoticed ? promotionOf(plan, noticeAfter(settings)) : null;
  return {
    ...plan,
    noticed: isNoticed ? from + noticeAfter(settings) : null,
    promoted,
    stopped: stopOf(plan, promoted, token),
  };
}

/** How long after the last sign of the primary somebody acts, in milliseconds. */
export function noticeAfter(settings: Settings): number {
  const silence = numberOf(settings, "silence");
  const promotion = choiceOf(settings, "promotion", PROMOTIONS);
  return promotion === "silence" || promotion === "person"
    ? silence
    : Math.max(silence, numberOf(settings, "token"));
}

/** Whether the partition lasts long enough for somebody to act. */
export function isFailover(settings: Settings): boolean {
  return noticeAfter(settings) < numberOf(settings, "partition");
}

type Known = Pick<FailoverPlan, "promotion" | "replication" | "lag" | "duration" | "partition">;

function promotionOf({ promotion, replication, lag, partition }: Known, after: number): number | null {
  if (promotion === "person") return null;
  // Position asked, missing writes sent, position confirmed, token given: all of it after the partition.
  if (promotion === "confirmed" && replication === "async") return partition.to + lag + 3 * CONTROL;
  return partition.from + after;
}

function stopOf({ replication, partition, duration }: Known, promoted: number | null, token: number | null) {
  const to = promoted === null ? partition.to : duration;
  if (replication === "sync") return { from: partition.from, to };
  if (token !== null) {
    const from = partition.from + token;
    return from < partition.to ? { from, to } : null;
  }
  return promoted === null ? null : { from: partition.to, to: duration };
}
