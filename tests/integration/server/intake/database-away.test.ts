import { Client } from "pg";
import type { PgBoss } from "pg-boss";
import { afterAll, beforeAll, expect, test } from "vitest";
import { openSecret } from "#server/auth/secret.ts";
import { shareDatabase } from "#server/db/database.ts";
import { openBoss } from "#server/jobs/boss.ts";
import { findReceipt } from "#server/services/find-receipt.ts";
import { submitSituation } from "#server/services/submit-situation.ts";
import { validSubmission } from "#tests/support/intake.ts";
import { createTestDatabase, runAsAdmin, type TestDatabase } from "#tests/support/test-database.ts";
import { freePort } from "#tests/support/product.ts";
import { TEST_SECRET } from "#tests/support/test-secret.ts";
import { valueOf } from "#tests/support/value-of.ts";

const UNAVAILABLE = { ok: false, error: { kind: "unavailable", retryAfter: 5 } };
let opened: TestDatabase;
let boss: PgBoss;

beforeAll(async () => {
  await openSecret(TEST_SECRET, "");
  opened = await createTestDatabase();
  boss = valueOf(await openBoss(opened.url));
});
afterAll(async () => {
  await boss.stop({ graceful: false });
  await opened.drop();
});

test("nobody listens: refused as unavailable, within the time limits, and limited in memory", async () => {
  const client = shareDatabase(`postgresql://nobody@127.0.0.1:${await freePort()}/none`);
  const startedAt = performance.now();
  expect(await submitSituation(validSubmission())).toEqual(UNAVAILABLE);
  expect(await findReceipt("0000-0000-0000-0000-0000-0000-0000")).toEqual({
    ok: false,
    error: { kind: "unavailable" },
  });
  expect(performance.now() - startedAt).toBeLessThan(5000);
  const flood = await Promise.all(
    Array.from({ length: 25 }, () => submitSituation(validSubmission({ client: "flood" }))),
  );
  const kinds = flood.map((outcome) => (outcome.ok ? "stored" : outcome.error.kind));
  expect(kinds.filter((kind) => kind === "unavailable")).toHaveLength(5);
  expect(kinds.filter((kind) => kind === "too-many")).toHaveLength(20);
  await client.$disconnect();
});

test("every connection cut: unavailable or stored, never both, and the same key settles it", async () => {
  const client = shareDatabase(opened.url);
  const name = new URL(opened.url).pathname.slice(1);
  const submissions = Array.from({ length: 30 }, () => validSubmission());
  const sent = submissions.map((submission) => submitSituation(submission));
  await runAsAdmin(`SELECT pg_terminate_backend(pid) FROM pg_stat_activity
    WHERE datname = '${name}' AND application_name = 'seamark'`);
  for (const outcome of await Promise.all(sent)) if (!outcome.ok) expect(outcome).toEqual(UNAVAILABLE);
  const settled = await Promise.all(submissions.map((submission) => submitSituation(submission)));
  expect(settled.every(({ ok }) => ok)).toBe(true);
  expect(await client.situation.count()).toBe(30);
  await client.$disconnect();
});

test("a held lock is given up on in time", async () => {
  const client = shareDatabase(opened.url);
  const holder = new Client(opened.url);
  await holder.connect();
  await holder.query("BEGIN; LOCK TABLE situation IN ACCESS EXCLUSIVE MODE");
  const startedAt = performance.now();
  expect(await submitSituation(validSubmission())).toEqual(UNAVAILABLE);
  expect(performance.now() - startedAt).toBeLessThan(4000);
  await holder.end();
  expect(await submitSituation(validSubmission())).toMatchObject({ ok: true });
  await client.$disconnect();
});
