import { once } from "node:events";
import { setTimeout as sleep } from "node:timers/promises";
import { Client } from "pg";
import { expect, onTestFinished, test } from "vitest";
import { startProduct, type Product } from "#tests/support/product.ts";
import {
  newSituation,
  referenceOf,
  sendSituation,
  sendUntilDecided,
  type SentSituation,
} from "#tests/support/send-situation.ts";
import { createTestDatabase } from "#tests/support/test-database.ts";

const KILLS = process.env["FAULTS"] === "many" ? 100 : 20;
const SUBMITTERS = 50;
/** What 95 of 100 restarts take at most (INT-1). */
const READY_WITHIN_MS = 5000;
/** Long enough for answers, commits and requests on their way to be cut off at any point. */
const LONGEST_LIFE_MS = 120;

interface Attempt extends SentSituation {
  /** The reference that arrived before the server was killed. */
  readonly acknowledged: string | undefined;
}

/** Everybody sends one situation after the other until the server is gone, killed soon after its first answer. */
async function submitUntilKilled({ url, child }: Product): Promise<Attempt[]> {
  const attempts: Attempt[] = [];
  const { promise: firstAnswer, resolve: answered } = Promise.withResolvers<undefined>();
  const submitters = Array.from({ length: SUBMITTERS }, async () => {
    for (let isServed = true; isServed;) {
      const situation = newSituation();
      const acknowledged = referenceOf(await sendSituation(url, situation));
      attempts.push({ ...situation, acknowledged });
      isServed = acknowledged !== undefined;
      if (isServed) answered(undefined);
    }
  });
  await firstAnswer;
  await sleep(Math.random() * LONGEST_LIFE_MS);
  child.kill("SIGKILL");
  await once(child, "exit");
  await Promise.all(submitters);
  return attempts;
}

async function findStored(sql: Client): Promise<ReadonlyMap<string, string>> {
  const { rows } = await sql.query<{ key: string; reference: string }>(
    "SELECT key, reference FROM submission_key JOIN situation USING (reference)",
  );
  return new Map(rows.map(({ key, reference }) => [key, reference]));
}

const FOUND = `SELECT
  (SELECT count(*)::int FROM situation) AS stored,
  (SELECT count(DISTINCT failing)::int FROM situation) AS distinct,
  (SELECT count(*)::int FROM submission_key) AS keys,
  (SELECT count(*)::int FROM delivery) AS ordered,
  (SELECT count(DISTINCT situation_id)::int FROM delivery) AS about,
  (SELECT count(*)::int FROM pgboss.job WHERE name = 'delivery') AS jobs,
  (SELECT count(*)::int FROM pgboss.job WHERE name = 'delivery-dead') AS dead,
  (SELECT count(*)::int FROM delivery WHERE delivered_at IS NOT NULL) AS delivered,
  (SELECT count(*)::int FROM inbox WHERE consumer = 'delivery') AS effects`;

/** The jobs a killed worker held come back when their heartbeat is missed, so this takes some seconds. */
async function awaitDeliveries(sql: Client): Promise<number> {
  const startedAt = performance.now();
  for (;;) {
    const { rowCount } = await sql.query("SELECT FROM delivery WHERE delivered_at IS NULL LIMIT 1");
    const elapsed = Math.round(performance.now() - startedAt);
    if (rowCount === 0 || elapsed > 150_000) return elapsed;
    await sleep(250);
  }
}

test(`INT-1: ${KILLS} kills among ${SUBMITTERS} submitters lose nothing acknowledged and store nothing twice`, async () => {
  const database = await createTestDatabase();
  const sql = new Client(database.url);
  await sql.connect();
  const variables = {
    DATABASE_URL: database.url,
    LOG_LEVEL: "error",
    SITUATION_RATE_PER_MINUTE: "1000000",
    SITUATION_UNVERIFIED_RATE_PER_MINUTE: "1000000",
  };
  const sum = { sent: 0, acknowledged: 0, cutOff: 0, cutOffButStored: 0, lost: 0, changed: 0, unsettled: 0 };
  const restarts: number[] = [];
  let product = await startProduct(variables);
  onTestFinished(async () => {
    await product.stop();
    await sql.end();
    await database.drop();
  });

  for (let kill = 0; kill < KILLS; kill += 1) {
    const attempts = await submitUntilKilled(product);
    const stored = await findStored(sql);
    const startedAt = performance.now();
    product = await startProduct(variables);
    restarts.push(Math.round(performance.now() - startedAt));
    const receipts = await Promise.all(
      attempts.map(async (attempt) => referenceOf(await sendUntilDecided(product.url, attempt))),
    );
    attempts.forEach(({ key, acknowledged }, index) => {
      const receipt = receipts[index];
      sum.sent += 1;
      if (receipt === undefined) sum.unsettled += 1;
      if (acknowledged === undefined) {
        sum.cutOff += 1;
        if (stored.has(key)) sum.cutOffButStored += 1;
      } else {
        sum.acknowledged += 1;
        if (stored.get(key) !== acknowledged) sum.lost += 1;
        if (receipt !== acknowledged) sum.changed += 1;
      }
    });
  }

  const deliveredMs = await awaitDeliveries(sql);
  const [found] = (await sql.query<Record<string, number>>(FOUND)).rows;
  restarts.sort((a, b) => a - b);
  const readyMs = restarts[Math.ceil(restarts.length * 0.95) - 1] ?? NaN;
  const figures = { kills: KILLS, submitters: SUBMITTERS, ...sum, ...found, deliveredMs, readyMs };
  console.log(JSON.stringify({ id: "INT-1", ...figures }));

  expect(sum).toMatchObject({ lost: 0, changed: 0, unsettled: 0 });
  const { sent } = sum;
  const all = { stored: sent, distinct: sent, keys: sent, ordered: sent, about: sent, jobs: sent };
  expect(found).toEqual({ ...all, delivered: sent, effects: sent, dead: 0 });
  expect(readyMs).toBeLessThan(READY_WITHIN_MS);
});
