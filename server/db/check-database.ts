import { Client } from "pg";
import { err, ok, type Result } from "#core/result.ts";
import { databaseName, describeAddress, userName } from "./address.ts";
import { OLDEST_POSTGRES, type DatabaseProblem, type MissingRight } from "./database-problem.ts";

interface Facts {
  readonly version: string;
  readonly is_read_only: boolean;
  readonly fsync: string;
  readonly full_page_writes: string;
  readonly synchronous_commit: string;
  readonly missing_rights: readonly MissingRight[];
}

/** Only rights that this start will use: where tables and the job queue are in place, nothing is created. */
const MISSING_RIGHTS = `SELECT coalesce(json_agg(json_build_object('what', what, 'grant', grant_)), '[]') FROM (
  SELECT 'tables' AS what,
    format('GRANT USAGE, CREATE ON SCHEMA %I TO %I', coalesce(current_schema(), 'public'), current_user) AS grant_
  WHERE to_regclass('_prisma_migrations') IS NULL
    AND has_schema_privilege(current_schema(), 'CREATE') IS NOT TRUE
  UNION ALL
  SELECT 'schemas', format('GRANT CREATE ON DATABASE %I TO %I', current_database(), current_user)
  WHERE NOT EXISTS (SELECT FROM pg_tables WHERE schemaname = 'pgboss' AND tablename = 'version')
    AND NOT has_database_privilege(current_database(), 'CREATE')
) AS missing`;

const FACTS = `SELECT current_setting('server_version') AS version,
  pg_is_in_recovery() OR current_setting('default_transaction_read_only')::boolean AS is_read_only,
  current_setting('fsync') AS fsync, current_setting('full_page_writes') AS full_page_writes,
  current_setting('synchronous_commit') AS synchronous_commit, (${MISSING_RIGHTS}) AS missing_rights`;

/** Whether the product can work with the database of a URL, and if not, why. Changes nothing. */
export async function checkDatabase(
  url: string,
  readFacts: (client: Client) => Promise<Facts | undefined> = queryFacts,
): Promise<Result<void, DatabaseProblem>> {
  const client = isPostgresUrl(url) ? makeClient(url) : undefined;
  if (!client) return err({ kind: "invalid-url" });
  client.on("error", () => undefined);
  try {
    await client.connect();
    const facts = await readFacts(client);
    const problem = facts && judge(facts, url);
    return problem ? err(problem) : ok(undefined);
  } catch (error) {
    return err(explainDatabaseError(error, url));
  } finally {
    await client.end().catch(() => undefined);
  }
}

function isPostgresUrl(url: string): boolean {
  return URL.canParse(url) && /^postgres(ql)?:$/.test(new URL(url).protocol);
}

/** Undefined for what the driver cannot read, such as a certificate file that is not there. */
function makeClient(url: string): Client | undefined {
  try {
    return new Client({ connectionString: url, connectionTimeoutMillis: 5000, query_timeout: 5000 });
  } catch {
    return undefined;
  }
}

export async function queryFacts(client: Client): Promise<Facts | undefined> {
  return (await client.query<Facts>(FACTS)).rows[0];
}

function judge(facts: Facts, url: string): DatabaseProblem | undefined {
  const where = describeAddress(url);
  if (Number.parseInt(facts.version, 10) < OLDEST_POSTGRES)
    return { kind: "too-old", where, version: facts.version };
  if (facts.is_read_only) return { kind: "read-only", where };
  const durability = ["fsync", "full_page_writes", "synchronous_commit"] as const;
  const setting = durability.find((name) => facts[name] === "off");
  if (setting) return { kind: "not-durable", where, setting };
  const rights = facts.missing_rights;
  return rights.length > 0 ? { kind: "missing-rights", where, user: userName(url), rights } : undefined;
}

const REFUSED_CREDENTIALS = new Set(["28P01", "28000"]);
const MISSING_DATABASE = "3D000";
const INSUFFICIENT_PRIVILEGE = "42501";

export function explainDatabaseError(error: unknown, url: string): DatabaseProblem {
  const where = describeAddress(url);
  const code = error instanceof Error && "code" in error ? String(error.code) : "";
  const isPasswordMissing = error instanceof Error && error.message.includes("password must be a string");
  if (REFUSED_CREDENTIALS.has(code) || isPasswordMissing)
    return { kind: "wrong-password", where, user: userName(url) };
  if (code === MISSING_DATABASE) return { kind: "missing-database", where, database: databaseName(url) };
  const message = error instanceof Error ? error.message : String(error);
  if (code === INSUFFICIENT_PRIVILEGE) return { kind: "denied", where, user: userName(url), reason: message };
  const reason = code || message;
  return { kind: "unreachable", where, reason };
}
