import { randomUUID } from "node:crypto";
import { setTimeout as sleep } from "node:timers/promises";
import { Client } from "pg";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { PgBoss } from "pg-boss";
import { keepIntakeHouse } from "#server/jobs/intake-housekeeping.ts";
import { DELIVERY } from "#server/jobs/queues.ts";
import { handleDelivery } from "#server/jobs/deliver.ts";
import { startJobs, type Jobs } from "#server/jobs/start-jobs.ts";
import { submitSituation } from "#server/services/submit-situation.ts";
import { validSubmission } from "#tests/support/intake.ts";
import { useTestDatabase } from "#tests/support/test-database.ts";
import { valueOf } from "#tests/support/value-of.ts";

const database = useTestDatabase();
let jobs: Jobs;

beforeAll(async () => {
  jobs = valueOf(await startJobs());
});
afterAll(() => jobs.close());

async function findDelivery(reference: string) {
  return database.client.delivery.findFirstOrThrow({ where: { situation: { reference } } });
}

test("a stored situation is delivered, once however often its job is", async () => {
  const outcome = await submitSituation(validSubmission());
  const reference = outcome.ok ? outcome.value.reference : "";
  await vi.waitFor(async () => expect((await findDelivery(reference)).deliveredAt).not.toBeNull(), {
    timeout: 10_000,
    interval: 100,
  });
  const delivery = await findDelivery(reference);
  const again = await Promise.all(Array.from({ length: 5 }, () => handleDelivery(delivery.id)));
  expect(again.every(({ ok }) => ok)).toBe(true);
  expect(await findDelivery(reference)).toEqual(delivery);
});

test("a job whose delivery was erased is done without a trace", async () => {
  expect(await handleDelivery(randomUUID())).toMatchObject({ ok: true });
});

test("a job that cannot be read is a dead letter at once, and stays one", async () => {
  const boss = await new PgBoss({ connectionString: database.url, supervise: false }).start();
  const queue = await boss.getQueue(DELIVERY);
  expect(queue).toMatchObject({ retryLimit: 11, retryBackoff: true, deadLetter: "delivery-dead" });
  await boss.send(DELIVERY, { messageId: "poison" });
  const deadStates = async () => (await boss.findJobs("delivery-dead")).map(({ state }) => state);
  await expect.poll(deadStates, { timeout: 10_000 }).toEqual(["failed"]);
  await boss.stop({ graceful: false });
});

test("housekeeping forgets what is old and keeps what is not", async () => {
  const key = { payloadHash: new Uint8Array(32), reference: "r" };
  const weekAgo = new Date(Date.now() - 8 * 24 * 60 * 60 * 1000);
  const [old, fresh] = [randomUUID(), randomUUID()];
  await database.client.submissionKey.create({ data: { ...key, key: old, createdAt: weekAgo } });
  await database.client.submissionKey.create({ data: { ...key, key: fresh } });
  await keepIntakeHouse(new Date());
  const kept = await database.client.submissionKey.findMany({ where: { reference: "r" } });
  expect(kept.map((row) => row.key)).toEqual([fresh]);
});

test("to finish is to end the job at hand and to begin no other", async () => {
  const holder = new Client(database.url);
  await holder.connect();
  await holder.query("BEGIN; LOCK TABLE inbox");
  const first = valueOf(await submitSituation(validSubmission()));
  const waiting = "SELECT FROM pg_locks WHERE NOT granted AND relation = 'inbox'::regclass";
  await expect.poll(async () => (await holder.query(waiting)).rowCount, { interval: 20 }).toBe(1);
  const finished = jobs.finish();
  await holder.end();
  await finished;
  expect((await findDelivery(first.reference)).deliveredAt).not.toBeNull();
  const second = valueOf(await submitSituation(validSubmission()));
  await sleep(2000);
  expect((await findDelivery(second.reference)).deliveredAt).toBeNull();
});
