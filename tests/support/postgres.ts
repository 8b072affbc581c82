import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import { join, resolve } from "node:path";
import { Client } from "pg";
import { databaseProblemSentence } from "#server/db/database-problem.ts";
import { openEmbeddedPostgres, type EmbeddedPostgres } from "#server/db/embedded/embedded-postgres.ts";
import { listMigrations, migrate, MIGRATIONS } from "#server/db/migrations.ts";

declare module "vitest" {
  interface ProvidedContext {
    /** Address of a database that holds the newest schema and is only ever copied. */
    templateUrl: string;
  }
}

const FOLDER = resolve(import.meta.dirname, "../../.data/tests/postgres");

interface Project {
  readonly provide: (key: "templateUrl", value: string) => void;
}

/** A cluster of its own for tests, and in it one migrated template that every test file copies. */
export default async function setup(project: Project): Promise<() => Promise<void>> {
  const cluster = await openTestCluster();
  try {
    project.provide("templateUrl", await prepareTemplate(cluster));
  } catch (error) {
    await cluster.close();
    throw error;
  }
  return cluster.close;
}

export async function openTestCluster(): Promise<EmbeddedPostgres> {
  const opened = await openEmbeddedPostgres(FOLDER);
  if (!opened.ok) throw new Error(databaseProblemSentence(opened.error));
  return opened.value;
}

/** Named after its migrations, so it is made once per history. Renamed when complete, so it is never half made. */
export async function prepareTemplate(cluster: EmbeddedPostgres): Promise<string> {
  const template = `template_${await hashMigrations()}`;
  const admin = new Client(cluster.url());
  await admin.connect();
  try {
    await admin.query("SELECT pg_advisory_lock(1)");
    await dropAbandoned(admin);
    const { rowCount } = await admin.query("SELECT FROM pg_database WHERE datname = $1", [template]);
    if (rowCount === 0) {
      const draft = `draft_${template}`;
      await admin.query(`DROP DATABASE IF EXISTS ${draft}`);
      await admin.query(`CREATE DATABASE ${draft}`);
      const migrated = await migrate(cluster.url(draft));
      if (!migrated.ok) throw new Error(databaseProblemSentence(migrated.error));
      await admin.query(`ALTER DATABASE ${draft} RENAME TO ${template}`);
    }
  } finally {
    await admin.end();
  }
  return cluster.url(template);
}

async function hashMigrations(): Promise<string> {
  const hash = createHash("sha256");
  for (const name of await listMigrations())
    hash.update(name).update(await readFile(join(MIGRATIONS, name, "migration.sql")));
  return hash.digest("hex").slice(0, 16);
}

/** A killed run leaves databases behind, perhaps with a product that uses them; their names hold the number of the process that made them. */
async function dropAbandoned(admin: Client): Promise<void> {
  const { rows } = await admin.query<{ datname: string }>(
    "SELECT datname FROM pg_database WHERE datname ~ '^test_[0-9]+_'",
  );
  for (const { datname } of rows)
    if (!isRunning(Number(datname.split("_")[1])))
      await admin.query(`DROP DATABASE IF EXISTS ${datname} WITH (FORCE)`);
}

function isRunning(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}
