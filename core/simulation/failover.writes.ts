import type { FailoverPlan } from "./failover.plan.ts";
import type { Random } from "./random.ts";

/** A write that a client wanted. */
export interface Attempt {
  readonly at: number;
  readonly client: 1 | 2;
}

/** What became of it. */
export interface Write extends Attempt {
  /** Where the client sent it. */
  readonly side: "primary" | "replica";
  /** When that side said yes; null where it never did. */
  readonly acknowledged: number | null;
  /** From when on the replica has it; null where it never gets it. */
  readonly replicated: number | null;
}

/** Writes at random moments, by both clients alike. */
export function drawAttempts(random: Random, rate: number, duration: number): readonly Attempt[] {
  const attempts: Attempt[] = [];
  for (let at = 0; at < duration; at++) {
    if (random() < rate / 1_000) attempts.push({ at, client: random() < 0.5 ? 1 : 2 });
  }
  return attempts;
}

export function fateOf(attempt: Attempt, plan: FailoverPlan): Write {
  const { at, client } = attempt;
  const { partition, promoted } = plan;
  const isCut = at >= partition.from && at < partition.to;
  const canReachReplica = client === 2 || !isCut;
  if (promoted !== null && at >= promoted && canReachReplica) {
    return { ...attempt, side: "replica", acknowledged: at, replicated: at };
  }
  const canReachPrimary = client === 1 || !isCut;
  const acknowledged = canReachPrimary ? acknowledgedByPrimary(at, plan) : null;
  return { ...attempt, side: "primary", acknowledged, replicated: replicatedAt(at, acknowledged, plan) };
}

function acknowledgedByPrimary(at: number, plan: FailoverPlan): number | null {
  const { stopped, replication, lag, partition, promoted, duration } = plan;
  if (replication === "async") return stopped && at >= stopped.from && at < stopped.to ? null : at;
  const isThrough = at + lag < partition.from || at >= partition.to;
  if (!isThrough && promoted !== null) return null;
  const acknowledged = isThrough ? at + lag : partition.to + lag;
  return acknowledged < duration ? acknowledged : null;
}

/** A primary that stays one sends what is missing after the partition; one that is replaced has nobody to send it to. */
function replicatedAt(at: number, acknowledged: number | null, plan: FailoverPlan): number | null {
  const { replication, lag, partition, promoted, promotion } = plan;
  if (acknowledged === null || replication === "sync") return acknowledged;
  if (at + lag < partition.from || at >= partition.to) return at + lag;
  if (promoted === null) return partition.to + lag;
  return promotion === "confirmed" ? promoted : null;
}
