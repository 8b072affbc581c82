import { Client } from "pg";
import { err, ok, type Result } from "#core/result.ts";
import { databaseName, describeAddress, userName } from "./address.ts";
import { OLDEST_POSTGRES, type DatabaseProblem } from "./database-problem.ts";

interface Facts {
  readonly version: string;
  readonly is_read_only: boolean;
  readonly fsync: string;
  readonly full_page_writes: string;
  readonly synchronous_commit: string;
}

const FACTS = `SELECT current_setting('server_version') AS version,
  pg_is_in_recovery() OR current_setting('default_transaction_read_only')::boolean AS is_read_only,
  current_setting('fsync') AS fsync, current_setting('full_page_writes') AS full_page_writes,
  current_setting('synchronous_commit') AS synchronous_commit`;

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
    const problem = facts && judge(facts, describeAddress(url));
    return problem ? err(problem) : ok(undefined);
  } catch (error) {
    return err(explain(error, url));
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

function judge(facts: Facts, where: string): DatabaseProblem | undefined {
  if (Number.parseInt(facts.version, 10) < OLDEST_POSTGRES)
    return { kind: "too-old", where, version: facts.version };
  if (facts.is_read_only) return { kind: "read-only", where };
  const durability = ["fsync", "full_page_writes", "synchronous_commit"] as const;
  const setting = durability.find((name) => facts[name] === "off");
  return setting && { kind: "not-durable", where, setting };
}

const REFUSED_CREDENTIALS = new Set(["28P01", "28000"]);
const MISSING_DATABASE = "3D000";

function explain(error: unknown, url: string): DatabaseProblem {
  const where = describeAddress(url);
  const code = error instanceof Error && "code" in error ? String(error.code) : "";
  const isPasswordMissing = error instanceof Error && error.message.includes("password must be a string");
  if (REFUSED_CREDENTIALS.has(code) || isPasswordMissing)
    return { kind: "wrong-password", where, user: userName(url) };
  if (code === MISSING_DATABASE) return { kind: "missing-database", where, database: databaseName(url) };
  const reason = code || (error instanceof Error ? error.message : String(error));
  return { kind: "unreachable", where, reason };
}
