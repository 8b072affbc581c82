import type { Job, JobResult } from "pg-boss";
import * as z from "zod";
import { err, ok, type Result } from "#core/result.ts";
import { databaseUrl } from "../db/database.ts";
import type { DatabaseProblem } from "../db/database-problem.ts";
import { describeError, log } from "../telemetry/log.ts";
import { continueTrace, parseTraceparent, startTrace, withTrace } from "../telemetry/trace.ts";
import { openBoss } from "./boss.ts";
import { handleDelivery } from "./deliver.ts";
import { keepIntakeHouse } from "./intake-housekeeping.ts";
import { DELIVERY, INTAKE_HOUSEKEEPING } from "./queues.ts";

const JobData = z.object({ messageId: z.uuid(), traceparent: z.string().nullable() });

/** Each job of a batch is settled for itself: one that fails does not repeat the others. */
const BATCHES = {
  batchSize: 10,
  perJobResults: true,
  pollingIntervalSeconds: 1,
  burstWhenBatchFull: true,
} as const;

/** The jobs of this process at work. */
export interface Jobs {
  /** Begins no more jobs; resolves when those at hand are done. */
  readonly finish: () => Promise<void>;
  /** Closes the queue. What is still at hand fails, and another process tries it again. */
  readonly close: () => Promise<void>;
}

/** Installs the queues and works on them. */
export async function startJobs(): Promise<Result<Jobs, DatabaseProblem>> {
  const opened = await openBoss(databaseUrl());
  if (!opened.ok) return opened;
  const boss = opened.value;
  await boss.work(DELIVERY, BATCHES, settleEach(deliver));
  await boss.work(INTAKE_HOUSEKEEPING, { ...BATCHES, pollingIntervalSeconds: 60 }, settleEach(keepHouse));
  await boss.schedule(INTAKE_HOUSEKEEPING, "17 * * * *");
  const worked = [DELIVERY, INTAKE_HOUSEKEEPING];
  return ok({
    finish: async () => {
      await Promise.all(worked.map((queue) => boss.offWork(queue)));
    },
    close: () => boss.stop({ graceful: false }),
  });
}

/** What a job does with its data; why it failed is only logged. */
type Work = (data: unknown) => Promise<Result<void, unknown>>;

async function deliver(data: unknown): Promise<Result<void, unknown>> {
  const parsed = JobData.safeParse(data);
  if (!parsed.success) return err(parsed.error);
  const handled = await handleDelivery(parsed.data.messageId);
  return handled.ok ? handled : err(handled.error.cause);
}

async function keepHouse(): Promise<Result<void, unknown>> {
  await keepIntakeHouse(new Date());
  return ok(undefined);
}

function settleEach(work: Work): (jobs: Job<unknown>[]) => Promise<JobResult[]> {
  return (jobs) => Promise.all(jobs.map((job) => settle(job, work)));
}

/** A failed job is tried again by pg-boss as its queue says, and what went wrong is in the log. */
async function settle({ id, name, data }: Job<unknown>, work: Work): Promise<JobResult> {
  const parent = parseTraceparent(JobData.safeParse(data).data?.traceparent ?? undefined);
  return withTrace(parent ? continueTrace(parent) : startTrace(), async () => {
    const done = await work(data).catch((bug: unknown) => err(bug));
    if (done.ok) log("job.done", { "job.name": name, "job.id": id });
    else log("job.failed", { "job.name": name, "job.id": id, ...describeError(done.error) });
    return { id, status: done.ok ? "completed" : "failed" };
  });
}
