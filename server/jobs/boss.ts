import { fromPrisma, PgBoss } from "pg-boss";
import { invariant } from "#core/invariant.ts";
import { err, ok, type Result } from "#core/result.ts";
import { explainDatabaseError } from "../db/check-database.ts";
import type { DatabaseProblem } from "../db/database-problem.ts";
import type { Transaction } from "../repositories/transaction.ts";
import { describeError, log } from "../telemetry/log.ts";
import { QUEUES, type JobData } from "./queues.ts";

/** On the global object because Next bundles a copy of this module of its own. */
const shared = globalThis as Record<symbol, PgBoss | undefined>;
const KEY = Symbol.for("seamark.jobs");

/** The job queue of this process: installed in the database at `url`, its queues made, shared with every service. */
export async function openBoss(url: string): Promise<Result<PgBoss, DatabaseProblem>> {
  const boss = new PgBoss({
    connectionString: url,
    application_name: "seamark jobs",
    max: 4,
    connectionTimeoutMillis: 5000,
    // How long the jobs of a killed process wait, besides their heartbeat.
    superviseIntervalSeconds: 2,
    monitorIntervalSeconds: 2,
  });
  // Without a listener an unreachable database would end the process instead of being tried again.
  boss.on("error", (error) => log("job.queue.failed", describeError(error)));
  try {
    await boss.start();
    for (const [name, settings] of QUEUES) {
      await boss.createQueue(name, settings);
      await boss.updateQueue(name, settings);
    }
  } catch (error) {
    return err(explainDatabaseError(error, url));
  }
  return ok((shared[KEY] = boss));
}

/** Puts jobs on a queue within `transaction`: they exist when, and only when, the transaction commits. */
export async function enqueue(
  transaction: Transaction,
  queue: string,
  jobs: readonly JobData[],
): Promise<void> {
  const boss = shared[KEY];
  invariant(boss, "a job is enqueued before server/main.ts started the jobs");
  await boss.insert(
    queue,
    jobs.map((data) => ({ data })),
    { db: fromPrisma(transaction) },
  );
}
