import { err, ok, type Result } from "#core/result.ts";
import type { Database } from "../db/database.ts";
import { Prisma } from "../db/generated/client.ts";

/** The database as it is inside a transaction. */
export type Transaction = Prisma.TransactionClient;

/** Nothing was decided about what was asked: the database was away, or too busy to answer in time. */
export interface DatabaseAway {
  readonly kind: "database-away";
  readonly cause: unknown;
}

/** Commits what `work` does, or nothing of it. Only when this resolved to a value is it durable. */
export async function inTransaction<T>(
  database: Database,
  work: (transaction: Transaction) => Promise<T>,
): Promise<Result<T, DatabaseAway>> {
  return untilAway(() => database.$transaction(work));
}

/** Turns the absence of the database into a value. Everything else that is thrown is a bug and stays thrown. */
export async function untilAway<T>(work: () => Promise<T>): Promise<Result<T, DatabaseAway>> {
  try {
    return ok(await work());
  } catch (cause) {
    if (isAway(cause)) return err({ kind: "database-away", cause });
    throw cause;
  }
}

/**
 * Prisma: not reachable, timed out, connection closed, pool exhausted, transaction lost or in conflict. P2010 is a
 * raw query that failed for a reason of PostgreSQL's.
 */
const AWAY = new Set([
  "P1000",
  "P1001",
  "P1002",
  "P1008",
  "P1011",
  "P1017",
  "P2024",
  "P2028",
  "P2034",
  "P2037",
]);
/** PostgreSQL: connection exception, insufficient resources, operator intervention, lock not available. */
const AWAY_STATES = /^(?:08|53|57|55P03)/;
const AWAY_NAMES = new Set(["DriverAdapterError", "PrismaClientInitializationError"]);
/** What `pg` says without a code when a time limit of the pool is over or the connection went away. */
const AWAY_WORDS = /timeout|timed out|reach|terminated|not queryable|ECONN|EPIPE|server closed/i;

function isAway(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  const code = "code" in error && typeof error.code === "string" ? error.code : "";
  if (AWAY.has(code) || AWAY_STATES.test(code) || /^(?:ECONN|EPIPE|ETIMEDOUT)/.test(code)) return true;
  if (error instanceof Prisma.PrismaClientKnownRequestError)
    return isAwayCause(error.meta?.["driverAdapterError"]);
  if (AWAY_NAMES.has(error.name)) return isAwayCause(error);
  return AWAY_WORDS.test(error.message);
}

/** A driver adapter's error, in which PostgreSQL's own state is named `originalCode`. */
function isAwayCause(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  const { cause } = error;
  const state =
    typeof cause === "object" && cause !== null && "originalCode" in cause ? String(cause.originalCode) : "";
  return AWAY_STATES.test(state) || AWAY_WORDS.test(`${error.message} ${JSON.stringify(cause)}`);
}
