import { createServer, type AddressInfo } from "node:net";
import { expect, onTestFinished, test } from "vitest";
import { checkDatabase, queryFacts } from "#server/db/check-database.ts";
import { databaseProblemSentence } from "#server/db/database-problem.ts";
import { createGuestDatabase, createTestDatabase, runAsAdmin, runIn } from "#tests/support/test-database.ts";

async function complaint(url: string, readFacts = queryFacts): Promise<string | undefined> {
  const checked = await checkDatabase(url, readFacts);
  return checked.ok ? undefined : databaseProblemSentence(checked.error);
}

test("a usable database has no problem", async () => {
  const { url, drop } = await createTestDatabase();
  expect(await complaint(url)).toBeUndefined();
  await drop();
});

test("a URL of something else is refused without being shown", async () => {
  expect(await complaint("mysql://user:hunter2@host/db")).toBe(
    "DATABASE_URL is not a PostgreSQL address: write it as postgresql://user:password@host:5432/database, and put every file that it names in place.",
  );
});

test("a URL that names a file that is not there is refused in one sentence", async () => {
  const tls = "sslmode=verify-full&sslrootcert=/nowhere/at.all";
  const sentence = await complaint(`postgresql://user:hunter2@127.0.0.1:1/db?${tls}`);
  expect(sentence).toMatch(/^DATABASE_URL is not a PostgreSQL address/);
});

test("a user and a database that are escaped wrongly are named as they stand", async () => {
  expect(await complaint("postgresql://us%zzer@127.0.0.1:1/db")).toMatch("No PostgreSQL answers");
  const { url, drop } = await createTestDatabase();
  await drop();
  const wrong = new URL(url);
  wrong.pathname = "/no%zzne";
  expect(await complaint(wrong.href)).toMatch("has no database named no%zzne: create it");
});

test("a port where nobody listens is named", async () => {
  const port = await freePort();
  const sentence = await complaint(`postgresql://user:hunter2@127.0.0.1:${port}/db`);
  expect(sentence).toMatch(`No PostgreSQL answers at 127.0.0.1:${port} (ECONNREFUSED)`);
  expect(sentence).not.toContain("hunter2");
});

test("a wrong password names the user, not the password", async () => {
  const { url, drop } = await createTestDatabase();
  const wrong = new URL(url);
  wrong.password = "hunter2";
  const sentence = await complaint(wrong.href);
  expect(sentence).toMatch("refuses the user seamark");
  expect(sentence).not.toContain("hunter2");
  await drop();
});

test("a missing database is named", async () => {
  const { url, drop } = await createTestDatabase();
  await drop();
  const name = new URL(url).pathname.slice(1);
  expect(await complaint(url)).toMatch(`has no database named ${name}: create it`);
});

test("a version older than 15 is refused", async () => {
  const { url, drop } = await createTestDatabase();
  const sentence = await complaint(url, async (client) => {
    const facts = await queryFacts(client);
    return facts && { ...facts, version: "14.19 (Debian)" };
  });
  expect(sentence).toMatch("is version 14.19 (Debian), and Seamark needs 15 or newer");
  await drop();
});

test("a read-only database is refused", async () => {
  const { url, drop } = await createTestDatabase();
  const name = new URL(url).pathname.slice(1);
  await runAsAdmin(`ALTER DATABASE ${name} SET default_transaction_read_only = on`);
  expect(await complaint(url)).toMatch("accepts no writes");
  await drop();
});

test("a database that may lose acknowledged work is refused", async () => {
  const { url, drop } = await createTestDatabase();
  const name = new URL(url).pathname.slice(1);
  await runAsAdmin(`ALTER DATABASE ${name} SET synchronous_commit = off`);
  expect(await complaint(url)).toMatch("runs with synchronous_commit = off");
  await drop();
});

test("rights that are missing are named with the statements that grant them", async () => {
  const { url, ownerUrl, database, user, drop } = await createGuestDatabase();
  onTestFinished(drop);
  const tables = `GRANT USAGE, CREATE ON SCHEMA public TO ${user}`;
  const schemas = `GRANT CREATE ON DATABASE ${database} TO ${user}`;
  const { host } = new URL(url);
  expect(await complaint(url)).toBe(
    `The user ${user} may not create tables and schemas in the database at ${host}: as an administrator run ${tables}; ${schemas}.`,
  );
  await runIn(ownerUrl, tables);
  expect(await complaint(url)).toBe(
    `The user ${user} may not create schemas in the database at ${host}: as an administrator run ${schemas}.`,
  );
  await runIn(ownerUrl, schemas);
  expect(await complaint(url)).toBeUndefined();
});

test("where everything is in place, nobody needs the right to create it", async () => {
  const { url, ownerUrl, drop } = await createGuestDatabase({ template: true });
  onTestFinished(drop);
  await runIn(ownerUrl, "CREATE SCHEMA pgboss; CREATE TABLE pgboss.version ()");
  expect(await complaint(url)).toBeUndefined();
});

test("a user who may not connect is told apart from a database that is away", async () => {
  const { url, database, drop } = await createGuestDatabase();
  onTestFinished(drop);
  await runAsAdmin(`REVOKE CONNECT ON DATABASE ${database} FROM PUBLIC`);
  expect(await complaint(url)).toMatch(`(permission denied for database "${database}")`);
});

function freePort(): Promise<number> {
  return new Promise((settle) => {
    const probe = createServer().listen(0, "127.0.0.1", () => {
      const { port } = probe.address() as AddressInfo;
      probe.close(() => settle(port));
    });
  });
}
