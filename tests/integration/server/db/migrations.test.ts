import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Client } from "pg";
import { expect, onTestFinished, test } from "vitest";
import { diffMigrations, migrate } from "#server/db/migrations.ts";
import { createGuestDatabase, createTestDatabase } from "#tests/support/test-database.ts";

async function emptyDatabase(): Promise<string> {
  const { url, drop } = await createTestDatabase({ template: false });
  onTestFinished(drop);
  return url;
}

async function migrationsFolder(scripts: Record<string, string>): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), "seamark-migrations-"));
  onTestFinished(() => rm(folder, { recursive: true }));
  for (const [name, sql] of Object.entries(scripts)) {
    await mkdir(join(folder, name));
    await writeFile(join(folder, name, "migration.sql"), sql);
  }
  return folder;
}

async function queryRows(url: string, sql: string): Promise<unknown[]> {
  const client = new Client(url);
  await client.connect();
  try {
    return (await client.query<Record<string, unknown>>(sql)).rows;
  } finally {
    await client.end();
  }
}

test("the schema and the migrations agree", async () => {
  expect(await diffMigrations(await emptyDatabase())).toBeUndefined();
});

test("the migrations apply once, and to a filled database never again", async () => {
  const url = await emptyDatabase();
  const folder = await migrationsFolder({ "20260101000000_first": "CREATE TABLE first (id int)" });
  expect(await migrate(url, folder)).toEqual({ ok: true, value: ["20260101000000_first"] });
  expect(await migrate(url, folder)).toEqual({ ok: true, value: [] });
});

test("a function body may hold semicolons", async () => {
  const url = await emptyDatabase();
  const sql = "CREATE FUNCTION one() RETURNS int LANGUAGE plpgsql AS $$ BEGIN NULL; RETURN 1; END; $$;";
  const folder = await migrationsFolder({ "20260101000000_function": sql });
  expect((await migrate(url, folder)).ok).toBe(true);
  expect(await queryRows(url, "SELECT one()")).toEqual([{ one: 1 }]);
});

test("a script that fails leaves nothing of itself or of those before it, and says what PostgreSQL said", async () => {
  const url = await emptyDatabase();
  const folder = await migrationsFolder({
    "20260101000000_good": "CREATE TABLE good (id int)",
    "20260102000000_bad": "CREATE TABLE half (id int); CREATE TABLE half (id int)",
  });
  expect(await migrate(url, folder)).toMatchObject({
    ok: false,
    error: { kind: "migration-failed", reason: 'relation "half" already exists' },
  });
  expect(await queryRows(url, "SELECT FROM pg_tables WHERE schemaname = 'public'")).toEqual([]);
});

test("tables of another user are told apart from a migration that fails, without a trace of the engine", async () => {
  const { url, user, drop } = await createGuestDatabase({ template: true });
  onTestFinished(drop);
  expect(await migrate(url)).toEqual({
    ok: false,
    error: {
      kind: "denied",
      where: new URL(url).host,
      user,
      reason: "permission denied for table _prisma_migrations",
    },
  });
});

test("a changed schema is told apart from the migrations", async () => {
  const folder = await migrationsFolder({ "20260101000000_note": "CREATE TABLE note (id int PRIMARY KEY)" });
  const schema = join(folder, "schema.prisma");
  const model = "model note {\n  id Int @id\n  text String?\n}\n";
  await writeFile(schema, `datasource db {\n  provider = "postgresql"\n}\n${model}`);
  expect(await diffMigrations(await emptyDatabase(), { folder, schema })).toContain(
    'ADD COLUMN     "text" TEXT',
  );
});
