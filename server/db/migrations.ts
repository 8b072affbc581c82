import { readdir, readFile } from "node:fs/promises";
import { join, resolve } from "node:path";
import type { MigrationList, SchemaFilter } from "@prisma/schema-engine-wasm/schema_engine_bg";
import { err, ok, type Result } from "#core/result.ts";
import { describeAddress, userName } from "./address.ts";
import type { DatabaseProblem } from "./database-problem.ts";
import { OneConnection } from "./one-connection.ts";
import { openSchemaEngine } from "./schema-engine.ts";

const PRISMA = resolve(import.meta.dirname, "../../prisma");
export const MIGRATIONS = join(PRISMA, "migrations");
const SCHEMA = join(PRISMA, "schema.prisma");

const LOCK_KEY = 5_346_217;
const LOCK_FILE = 'provider = "postgresql"\n';
const EVERYTHING: SchemaFilter = { externalTables: [], externalEnums: [] };

/**
 * Brings the database to the newest migration and returns the names of those applied.
 *
 * Lock, scripts and history are one transaction on one connection. Of two processes the second waits and finds
 * nothing left to do; a process killed at any point leaves the database as it was.
 */
export async function migrate(
  url: string,
  folder = MIGRATIONS,
): Promise<Result<readonly string[], DatabaseProblem>> {
  const connection = new OneConnection(url);
  try {
    await connection.query("BEGIN");
    await connection.query(`SELECT pg_advisory_xact_lock(${LOCK_KEY})`);
    const engine = await openSchemaEngine(connection);
    const migrationsList = await readMigrations(folder);
    const { appliedMigrationNames } = await engine.applyMigrations({ migrationsList, filters: EVERYTHING });
    await connection.query("COMMIT");
    return ok(appliedMigrationNames);
  } catch (error) {
    return err(explainFailure(connection.scriptError ?? error, url));
  } finally {
    await connection.close();
  }
}

/** The engine's own errors go on with a trace of it below what PostgreSQL said. */
function explainFailure(error: unknown, url: string): DatabaseProblem {
  const [line = ""] = (error instanceof Error ? error.message : String(error)).split("\n");
  const reason = line.replace(/^ERROR: /, "");
  const where = describeAddress(url);
  if (reason.startsWith("permission denied")) return { kind: "denied", where, user: userName(url), reason };
  return { kind: "migration-failed", where, reason };
}

/** The names of the migrations this version of the product brings. */
export async function listMigrations(folder = MIGRATIONS): Promise<string[]> {
  const entries = await readdir(folder, { withFileTypes: true });
  return entries
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name)
    .sort();
}

/**
 * The SQL that leads from the migrations to the schema, or undefined when they agree. Replays the migrations in
 * the database of `url`, which must be empty and is left filled.
 */
export async function diffMigrations(
  url: string,
  { folder = MIGRATIONS, schema = SCHEMA } = {},
): Promise<string | undefined> {
  const connection = new OneConnection(url);
  try {
    const engine = await openSchemaEngine(connection);
    const content = await readFile(schema, "utf8");
    const { exitCode, stdout } = await engine.diff({
      from: { tag: "migrations", ...(await readMigrations(folder)) },
      to: { tag: "schemaDatamodel", files: [{ path: schema, content }] },
      script: true,
      exitCode: true,
      filters: EVERYTHING,
    });
    return exitCode === 0 ? undefined : (stdout ?? undefined);
  } finally {
    await connection.close();
  }
}

async function readMigrations(folder: string): Promise<MigrationList> {
  const names = await listMigrations(folder);
  const scripts = await Promise.all(
    names.map((name) => readFile(join(folder, name, "migration.sql"), "utf8")),
  );
  return {
    baseDir: folder,
    lockfile: { path: "migration_lock.toml", content: LOCK_FILE },
    shadowDbInitScript: "",
    migrationDirectories: names.map((name, index) => ({
      path: name,
      migrationFile: { path: "migration.sql", content: { tag: "ok", value: scripts[index] ?? "" } },
    })),
  };
}
