import type { JobResult, JobWithMetadata, WorkOptions } from "pg-boss";
import * as z from "zod";
import { err, ok, type Result } from "#core/result.ts";
import { databaseUrl } from "../db/database.ts";
import type { DatabaseProblem } from "../db/database-problem.ts";
import { closeMailServer } from "../delivery/smtp.ts";
import { describeError, log } from "../telemetry/log.ts";
import { continueTrace, parseTraceparent, startTrace, withTrace } from "../telemetry/trace.ts";
import { openBoss } from "./boss.ts";
import { handleDeadLetter, handleDelivery, type Undelivered } from "./deliver.ts";
import { keepIntakeHouse } from "./intake-housekeeping.ts";
import { DELIVERY, DELIVERY_DEAD, INTAKE_HOUSEKEEPING, WEBHOOK } from "./queues.ts";

const JobData = z.object({
  messageId: z.uuid(),
  traceparent: z.string().nullable(),
  linked: z.string().optional(),
});

/** Each job of a batch is settled for itself: one that fails does not repeat the others. */
const BATCHES = {
  includeMetadata: true,
  batchSize: 3,
  perJobResults: true,
  pollingIntervalSeconds: 1,
  burstWhenBatchFull: true,
} as const;

/** Two at once, so that a mail that takes its whole time leaves a way for the others. */
const DELIVERIES = { ...BATCHES, localConcurrency: 2 } as const;

/** The jobs of this process at work. */
export interface Jobs {
  /** Begins no more jobs; resolves when those at hand are done. */
  readonly finish: () => Promise<void>;
  /** Closes the queue. What is still at hand fails, and another process tries it again. */
  readonly close: () => Promise<void>;
}

type Worked = readonly [queue: string, options: WorkOptions & { includeMetadata: true }, work: Work];

const WORKED: readonly Worked[] = [
  [DELIVERY, DELIVERIES, onMessage(handleDelivery)],
  [WEBHOOK, DELIVERIES, onMessage(handleDelivery)],
  [DELIVERY_DEAD, { ...BATCHES, batchSize: 20 }, onMessage(handleDeadLetter)],
  [INTAKE_HOUSEKEEPING, { ...BATCHES, pollingIntervalSeconds: 60 }, keepHouse],
];

/** Installs the queues and works on them. */
export async function startJobs(): Promise<Result<Jobs, DatabaseProblem>> {
  const opened = await openBoss(databaseUrl());
  if (!opened.ok) return opened;
  const boss = opened.value;
  for (const [queue, options, work] of WORKED) await boss.work(queue, options, settleEach(work));
  await boss.schedule(INTAKE_HOUSEKEEPING, "17 * * * *");
  return ok({
    finish: async () => {
      await Promise.all(WORKED.map(([queue]) => boss.offWork(queue)));
    },
    close: async () => {
      await boss.stop({ graceful: false });
      closeMailServer();
    },
  });
}

interface JobProblem {
  /** Logged already, where it was known what it means. */
  readonly isLogged?: boolean;
  readonly isFinal?: boolean;
  readonly cause?: unknown;
}

/** What a job does; `signal` is aborted when somebody else has it by now. */
type Work = (data: unknown, signal: AbortSignal) => Promise<Result<void, JobProblem>>;

type Handle = (
  messageId: string,
  signal: AbortSignal,
) => Promise<Result<void, { readonly kind: string; readonly cause?: unknown } | Undelivered>>;

function onMessage(handle: Handle): Work {
  return async (data, signal) => {
    const parsed = JobData.safeParse(data);
    if (!parsed.success) return err({ cause: parsed.error, isFinal: true });
    const handled = await handle(parsed.data.messageId, signal);
    if (handled.ok) return handled;
    const { error } = handled;
    return "isFinal" in error ? err({ isLogged: true, isFinal: error.isFinal }) : err({ cause: error.cause });
  };
}

async function keepHouse(): Promise<Result<void, JobProblem>> {
  await keepIntakeHouse(new Date());
  return ok(undefined);
}

function settleEach(work: Work): (jobs: JobWithMetadata<unknown>[]) => Promise<JobResult[]> {
  return (jobs) => Promise.all(jobs.map((job) => settle(job, work)));
}

/** A failed job is tried again by pg-boss as its queue says, and what went wrong is in the log. */
async function settle(job: JobWithMetadata<unknown>, work: Work): Promise<JobResult> {
  const { id, name, data, signal, retryCount } = job;
  const known = JobData.safeParse(data).data;
  const parent = parseTraceparent(known?.traceparent ?? undefined);
  const linked = parseTraceparent(known?.linked);
  const attributes = {
    "job.name": name,
    "job.id": id,
    "job.retries": retryCount,
    ...(linked && { "link.trace_id": linked.traceId }),
  };
  return withTrace(parent ? continueTrace(parent) : startTrace(), async () => {
    const done = await work(data, signal).catch((cause: unknown) => err<JobProblem>({ cause }));
    if (done.ok) {
      log("job.done", attributes);
      return { id, status: "completed" };
    }
    const { isLogged = false, isFinal = false, cause } = done.error;
    if (!isLogged) log("job.failed", { ...attributes, ...describeError(cause) });
    return { id, status: isFinal ? "deadletter" : "failed" };
  });
}
