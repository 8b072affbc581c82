import { planFailover, type FailoverPlan } from "./failover.plan.ts";
import { tellBefore, tellEnd, tellPartition } from "./failover.story.ts";
import { drawAttempts, fateOf, type Write } from "./failover.writes.ts";
import { LanesRecorder } from "./lanes-recorder.ts";
import type { LanesRun, Settings } from "./model.ts";
import type { Random } from "./random.ts";
import { numberOf } from "./setting.ts";

const LANES = [
  { key: "client-1", label: "client 1" },
  { key: "primary", label: "primary" },
  { key: "replica", label: "replica" },
  { key: "controller", label: "controller" },
  { key: "client-2", label: "client 2" },
];

/** What the writes of a run come to. */
interface Count {
  readonly acknowledged: number;
  /** Acknowledged by the old primary, and never at the side that takes writes at the end. */
  readonly lost: number;
  readonly refused: number;
  /** For how long two sides took writes, in milliseconds. */
  readonly twoSides: number;
}

export function runFailover(settings: Settings, random: Random): LanesRun {
  const plan = planFailover(settings, random);
  const attempts = drawAttempts(random, numberOf(settings, "rate"), plan.duration);
  const writes = attempts.map((attempt) => fateOf(attempt, plan));
  const count = countOf(writes, plan);
  const record = new LanesRecorder();
  judge(record, plan, count);
  tellBefore(record, plan, writes);
  tellPartition(record, plan, writes);
  tellEnd(record, plan, writes, count.lost);
  return finish(record, plan, count);
}

function countOf(writes: readonly Write[], plan: FailoverPlan): Count {
  const acknowledged = writes.filter((write) => write.acknowledged !== null);
  const { promoted, stopped } = plan;
  return {
    acknowledged: acknowledged.length,
    lost: acknowledged.filter(({ replicated }) => replicated === null).length,
    refused: writes.length - acknowledged.length,
    twoSides: promoted === null ? 0 : Math.max(0, (stopped?.from ?? plan.duration) - promoted),
  };
}

function judge(record: LanesRecorder, { promoted }: FailoverPlan, { lost, twoSides }: Count): void {
  if (promoted === null) return;
  record.judge(promoted, twoSides === 0 && lost === 0);
  if (twoSides > 0) record.judge(promoted + twoSides, lost === 0);
}

function finish(record: LanesRecorder, plan: FailoverPlan, count: Count): LanesRun {
  const { promoted, partition, duration } = plan;
  return record.finish({
    duration,
    unit: "ms",
    invariant: "At any time at most one side takes writes, and it has every acknowledged write",
    shaded: [{ ...partition, label: "partition" }],
    lanes: LANES,
    summary: `${promoted === null ? "Nobody is promoted" : `The replica is promoted after ${promoted - partition.from} ms`}. ${
      count.twoSides > 0 ? `For ${count.twoSides} ms both sides take writes. ` : ""
    }Of ${count.acknowledged} acknowledged writes ${count.lost === 0 ? "none is" : count.lost === 1 ? "one is" : `${count.lost} are`} lost; ${count.refused} were not taken.`,
    outcome: [
      { label: "Acknowledged writes", value: `${count.acknowledged}` },
      { label: "Of these lost", value: `${count.lost}` },
      { label: "Two sides took writes for", value: `${count.twoSides} ms` },
      { label: "Writes not taken", value: `${count.refused}` },
    ],
  });
}
