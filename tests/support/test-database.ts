import { randomUUID } from "node:crypto";
import { Client } from "pg";
import { afterAll, beforeAll, inject } from "vitest";
import { openSecret } from "#server/auth/secret.ts";
import { shareDatabase, type Database } from "#server/db/database.ts";
import { TEST_SECRET } from "./test-secret.ts";

export interface TestDatabase {
  readonly url: string;
  readonly drop: () => Promise<void>;
}

export interface GuestDatabase extends TestDatabase {
  readonly ownerUrl: string;
  readonly database: string;
  readonly user: string;
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
export function runAsAdmin(sql: string): Promise<void> {
  const url = new URL(inject("templateUrl"));
  url.pathname = "/postgres";
  return runIn(url.href, sql);
}

export async function runIn(url: string, sql: string): Promise<void> {
  const client = new Client(url);
  await client.connect();
  try {
    await client.query(sql);
  } finally {
    await client.end();
  }
}

/** A database and somebody who may do no more in it than everybody may. */
export async function createGuestDatabase({ template = false } = {}): Promise<GuestDatabase> {
  const { url: ownerUrl, drop } = await createTestDatabase({ template });
  const url = new URL(ownerUrl);
  const database = url.pathname.slice(1);
  const user = `guest_of_${database}`;
  await runAsAdmin(`CREATE ROLE ${user} LOGIN PASSWORD 'hunter2'`);
  url.username = user;
  url.password = "hunter2";
  const dropBoth = () => drop().then(() => runAsAdmin(`DROP ROLE ${user}`));
  return { url: url.href, ownerUrl, database, user, drop: dropBoth };
}

/**
 * Gives the test file a database of its own, shared as the process's one, and opens the secret, so services and repositories find it.
 * Read `.client` and `.url` inside tests, after it was opened.
 */
export function useTestDatabase(): { readonly client: Database; readonly url: string } {
  const opened: { client?: Database; url?: string; drop?: () => Promise<void> } = {};
  beforeAll(async () => {
    await openSecret(TEST_SECRET, "");
    const { url, drop } = await createTestDatabase();
    Object.assign(opened, { url, drop, client: shareDatabase(url) });
  });
  afterAll(async () => {
    await opened.client?.$disconnect();
    await opened.drop?.();
  });
  return opened as { client: Database; url: string };
}
