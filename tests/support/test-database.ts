import { randomUUID } from "node:crypto";
import { Client } from "pg";
import { afterAll, beforeAll, inject } from "vitest";
import { shareDatabase, type Database } from "#server/db/database.ts";

export interface TestDatabase {
  readonly url: string;
  readonly drop: () => Promise<void>;
}

/** A fresh copy of the migrated template (`template: false`: an empty database). */
export async function createTestDatabase({ template = true } = {}): Promise<TestDatabase> {
  const templateUrl = new URL(inject("templateUrl"));
  const name = `test_${process.pid}_${randomUUID().replaceAll("-", "").slice(0, 12)}`;
  const source = template ? templateUrl.pathname.slice(1) : "template0";
  await runAsAdmin(`CREATE DATABASE ${name} TEMPLATE ${source}`);
  const url = new URL(templateUrl);
  url.pathname = `/${name}`;
  return { url: url.href, drop: () => runAsAdmin(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`) };
}

/** Runs one statement beside the test databases, for what cannot be said inside one. */
export async function runAsAdmin(sql: string): Promise<void> {
  const url = new URL(inject("templateUrl"));
  url.pathname = "/postgres";
  const admin = new Client(url.href);
  await admin.connect();
  await admin.query(sql).finally(() => admin.end());
}

/**
 * Gives the test file a database of its own, shared as the process's one, so services and repositories find it.
 * Read `.client` and `.url` inside tests, after it was opened.
 */
export function useTestDatabase(): { readonly client: Database; readonly url: string } {
  const opened: { client?: Database; url?: string; drop?: () => Promise<void> } = {};
  beforeAll(async () => {
    const { url, drop } = await createTestDatabase();
    Object.assign(opened, { url, drop, client: shareDatabase(url) });
  });
  afterAll(async () => {
    await opened.client?.$disconnect();
    await opened.drop?.();
  });
  return opened as { client: Database; url: string };
}
