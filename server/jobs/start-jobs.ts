import type { Job, PgBoss } from "pg-boss";
import { z } from "zod";
import { databaseUrl } from "../db/database.ts";
import { describeError, log } from "../telemetry/log.ts";
import { continueTrace, parseTraceparent, startTrace, withTrace } from "../telemetry/trace.ts";
import { openBoss } from "./boss.ts";
import { keepIntakeHouse } from "./intake-housekeeping.ts";
import { INTAKE_HOUSEKEEPING, SITUATION_RECEIVED } from "./queues.ts";
import { handleSituationReceived } from "./situation-received.ts";

const JobData = z.object({ messageId: z.uuid(), traceparent: z.string().nullable() });

/** Installs the queues and works on them; what it resolves to stops that, after the jobs at hand. */
export async function startJobs(): Promise<() => Promise<void>> {
  const boss = await openBoss(databaseUrl());
  await boss.work(
    SITUATION_RECEIVED,
    { batchSize: 1, localConcurrency: 2, pollingIntervalSeconds: 1 },
    ([job]) => handleInTrace(job),
  );
  await boss.work(INTAKE_HOUSEKEEPING, { pollingIntervalSeconds: 60 }, () => keepIntakeHouse(new Date()));
  await boss.schedule(INTAKE_HOUSEKEEPING, "17 * * * *");
  return () => stop(boss);
}

/** Throwing is how pg-boss learns that a job is to be tried again. */
async function handleInTrace(job: Job<unknown> | undefined): Promise<void> {
  if (!job) return;
  const { messageId, traceparent } = JobData.parse(job.data);
  const parent = parseTraceparent(traceparent ?? undefined);
  await withTrace(parent ? continueTrace(parent) : startTrace(), async () => {
    try {
      const handled = await handleSituationReceived(messageId);
      if (!handled.ok) throw handled.error.cause;
      log("job.done", { "job.name": job.name, "job.id": job.id });
    } catch (error) {
      log("job.failed", { "job.name": job.name, "job.id": job.id, ...describeError(error) });
      throw error;
    }
  });
}

function stop(boss: PgBoss): Promise<void> {
  return boss.stop({ graceful: true, timeout: 5000 });
}
