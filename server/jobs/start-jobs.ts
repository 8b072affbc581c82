import type { Job, JobResult } from "pg-boss";
import { z } from "zod";
import { databaseUrl } from "../db/database.ts";
import { describeError, log } from "../telemetry/log.ts";
import { continueTrace, parseTraceparent, startTrace, withTrace } from "../telemetry/trace.ts";
import { openBoss } from "./boss.ts";
import { keepIntakeHouse } from "./intake-housekeeping.ts";
import { INTAKE_HOUSEKEEPING, SITUATION_RECEIVED } from "./queues.ts";
import { handleSituationReceived } from "./situation-received.ts";

const JobData = z.object({ messageId: z.uuid(), traceparent: z.string().nullable() });

/** Each job of a batch is settled for itself: one that fails does not repeat the others. */
const BATCHES = {
  batchSize: 10,
  perJobResults: true,
  pollingIntervalSeconds: 1,
  burstWhenBatchFull: true,
} as const;

/** Installs the queues and works on them; what it resolves to stops that, after the jobs at hand. */
export async function startJobs(): Promise<() => Promise<void>> {
  const boss = await openBoss(databaseUrl());
  await boss.work(SITUATION_RECEIVED, BATCHES, (jobs: Job<unknown>[]) => Promise.all(jobs.map(settle)));
  await boss.work(INTAKE_HOUSEKEEPING, { pollingIntervalSeconds: 60 }, () => keepIntakeHouse(new Date()));
  await boss.schedule(INTAKE_HOUSEKEEPING, "17 * * * *");
  return () => boss.stop({ graceful: true, timeout: 5000 });
}

/** A failed job is tried again by pg-boss, and what went wrong is in the log. */
async function settle({ id, name, data }: Job<unknown>): Promise<JobResult> {
  const parsed = JobData.safeParse(data);
  const parent = parseTraceparent(parsed.data?.traceparent ?? undefined);
  return withTrace(parent ? continueTrace(parent) : startTrace(), async () => {
    try {
      if (!parsed.success) throw parsed.error;
      const handled = await handleSituationReceived(parsed.data.messageId);
      if (!handled.ok) throw handled.error.cause;
      log("job.done", { "job.name": name, "job.id": id });
      return { id, status: "completed" };
    } catch (error) {
      log("job.failed", { "job.name": name, "job.id": id, ...describeError(error) });
      return { id, status: "failed" };
    }
  });
}
