/** `npm run db:migration -- name`: writes the migration that leads from the existing ones to prisma/schema.prisma. */
import { mkdir, writeFile } from "node:fs/promises";
import { join, relative, resolve } from "node:path";
import { Client } from "pg";
import { databaseProblemSentence } from "#server/db/database-problem.ts";
import { openEmbeddedPostgres, type EmbeddedPostgres } from "#server/db/embedded/embedded-postgres.ts";
import { diffMigrations, MIGRATIONS } from "#server/db/migrations.ts";

const SCRATCH = "scratch_migration";

async function run(name: string | undefined): Promise<number> {
  if (!name || !/^[a-z][a-z0-9_]*$/.test(name)) {
    console.error("Name the migration in small letters, as in: npm run db:migration -- add_intake");
    return 1;
  }
  const cluster = await openEmbeddedPostgres(resolve(import.meta.dirname, "../.data/postgres"));
  if (!cluster.ok) {
    console.error(databaseProblemSentence(cluster.error));
    return 78;
  }
  const sql = await diffAndClose(cluster.value);
  console.log(
    sql === undefined ? "Nothing changed: the migrations agree with the schema." : await write(name, sql),
  );
  return 0;
}

async function diffAndClose(cluster: EmbeddedPostgres): Promise<string | undefined> {
  try {
    return await diffInScratch(cluster);
  } finally {
    await cluster.close();
  }
}

async function diffInScratch(cluster: EmbeddedPostgres): Promise<string | undefined> {
  const admin = new Client(cluster.url());
  await admin.connect();
  try {
    await admin.query(`DROP DATABASE IF EXISTS ${SCRATCH} WITH (FORCE)`);
    await admin.query(`CREATE DATABASE ${SCRATCH}`);
    return await diffMigrations(cluster.url(SCRATCH));
  } finally {
    await admin.query(`DROP DATABASE IF EXISTS ${SCRATCH} WITH (FORCE)`);
    await admin.end();
  }
}

async function write(name: string, sql: string): Promise<string> {
  const timestamp = new Date().toISOString().replaceAll(/\D/g, "").slice(0, 14);
  const folder = join(MIGRATIONS, `${timestamp}_${name}`);
  await mkdir(folder);
  await writeFile(join(folder, "migration.sql"), sql);
  return `Wrote ${relative(process.cwd(), folder)}/migration.sql: read it before you commit it.`;
}

process.exitCode = await run(process.argv[2]);
