import { PrismaPg } from "@prisma/adapter-pg";
import { Pool } from "pg";
import { invariant } from "#core/invariant.ts";
import { PrismaClient } from "./generated/client.ts";
import { refuseUndefined } from "./refuse-undefined.ts";

/** The client every repository takes; inside a transaction Prisma hands out the same without its lifecycle. */
export type Database = PrismaClient;

/**
 * Without these a full pool and a silent network each hang a request for ever. A statement ends before the query
 * that waits for it, so that PostgreSQL stops working when nobody listens any more.
 */
const POOL_TIMEOUTS = {
  connectionTimeoutMillis: 1000,
  query_timeout: 2000,
  statement_timeout: 1500,
  lock_timeout: 1000,
  idle_in_transaction_session_timeout: 5000,
  idleTimeoutMillis: 10_000,
  keepAlive: true,
} as const;

const MOST_PREPARED = 300;

/**
 * Names statements, so that each connection has one parsed and planned only once. Those beyond the first few hundred stay
 * without a name: lists of all lengths make ever new ones, and a connection keeps what it has prepared.
 */
function nameStatements(): (query: { readonly sql: string }) => string {
  const names = new Map<string, string>();
  return ({ sql }) => {
    const known = names.get(sql);
    if (known !== undefined) return known;
    const name = names.size < MOST_PREPARED ? `seamark_${names.size}` : "";
    if (name !== "") names.set(sql, name);
    return name;
  };
}

export function createDatabase(url: string, { connections = 10 } = {}): Database {
  const pool = new Pool({
    ...POOL_TIMEOUTS,
    connectionString: url,
    max: connections,
    application_name: "seamark",
  });
  // Between the pool and whoever takes a connection nobody listens for a moment. A connection that is cut just then would
  // end the process; whoever uses it hears of the cut from its query.
  pool.on("connect", (connection) => connection.on("error", () => undefined));
  const adapter = new PrismaPg(pool, {
    onPoolError: () => undefined,
    disposeExternalPool: true,
    statementNameGenerator: nameStatements(),
  });
  const client = new PrismaClient({
    adapter,
    transactionOptions: { maxWait: 1000, timeout: 5000 },
    errorFormat: "minimal",
  });
  // Extended it has the same methods; only its type is another one, which would spread to every repository.
  return client.$extends(refuseUndefined) as unknown as Database;
}

interface Shared {
  readonly url: string;
  readonly client: Database;
}

/**
 * The process has one database, opened by server/main.ts. It hangs on the global object because Next bundles a copy
 * of this module of its own.
 */
const process_ = globalThis as Record<symbol, Shared | undefined>;
const KEY = Symbol.for("seamark.database");

export function shareDatabase(url: string): Database {
  const client = createDatabase(url);
  process_[KEY] = { url, client };
  return client;
}

export function database(): Database {
  return shared().client;
}

/** For those who bring a pool of their own, such as the job queue. */
export function databaseUrl(): string {
  return shared().url;
}

function shared(): Shared {
  const found = process_[KEY];
  invariant(found, "the database is used before server/main.ts opened it");
  return found;
}
