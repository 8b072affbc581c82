import { randomUUID } from "node:crypto";
import { once } from "node:events";
import { setTimeout as sleep } from "node:timers/promises";
import { Client } from "pg";
import { expect, test } from "vitest";
import { validDraft } from "#tests/support/intake.ts";
import { startProduct, type Product } from "#tests/support/product.ts";
import { createTestDatabase } from "#tests/support/test-database.ts";

const KILLS = 20;
const SUBMITTERS = 20;
/** Long enough for answers, commits and requests on their way to be cut off at any point. */
const LONGEST_LIFE_MS = 120;

interface Attempt {
  readonly key: string;
  readonly body: string;
  /** The reference that arrived before the server was killed. */
  readonly acknowledged: string | undefined;
}

async function send(url: string, { key, body }: Omit<Attempt, "acknowledged">): Promise<string | undefined> {
  try {
    const headers = { "content-type": "application/json", "idempotency-key": key };
    const response = await fetch(`${url}/api/situations`, { method: "POST", headers, body });
    if (response.status !== 201) return undefined;
    return ((await response.json()) as { reference: string }).reference;
  } catch {
    return undefined;
  }
}

/** Everybody sends one situation after the other until the server is gone, killed soon after its first answer. */
async function submitUntilKilled({ url, child }: Product): Promise<Attempt[]> {
  const attempts: Attempt[] = [];
  const { promise: firstAnswer, resolve: answered } = Promise.withResolvers<undefined>();
  const submitters = Array.from({ length: SUBMITTERS }, async (_, submitter) => {
    for (let isServed = true; isServed;) {
      const failing = `Submitter ${submitter} sees uploads fail, ${randomUUID()}.`;
      const attempt = { key: randomUUID(), body: JSON.stringify(validDraft({ failing })) };
      const acknowledged = await send(url, attempt);
      attempts.push({ ...attempt, acknowledged });
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
  (SELECT count(*)::int FROM pgboss.job WHERE name = 'situation-received') AS jobs,
  (SELECT count(*)::int FROM pgboss.job WHERE name = 'situation-received-dead') AS dead,
  (SELECT count(*)::int FROM situation WHERE state = 'awaiting-triage') AS triaged,
  (SELECT count(*)::int FROM situation_event WHERE kind = 'awaiting-triage') AS effects`;

/** The jobs a killed worker held come back when their heartbeat is missed, so this takes some seconds. */
async function awaitTriage(sql: Client): Promise<number> {
  const startedAt = performance.now();
  for (;;) {
    const { rowCount } = await sql.query("SELECT FROM situation WHERE state = 'received' LIMIT 1");
    const elapsed = Math.round(performance.now() - startedAt);
    if (rowCount === 0 || elapsed > 150_000) return elapsed;
    await sleep(250);
  }
}

test(`${KILLS} kills among ${SUBMITTERS} submitters lose nothing acknowledged and store nothing twice`, async () => {
  const database = await createTestDatabase();
  const sql = new Client(database.url);
  await sql.connect();
  const variables = { DATABASE_URL: database.url, LOG_LEVEL: "error", SITUATION_RATE_PER_MINUTE: "1000000" };
  const sum = { sent: 0, acknowledged: 0, cutOff: 0, cutOffButStored: 0, lost: 0, changed: 0, unsettled: 0 };
  const restarts: number[] = [];
  let product = await startProduct(variables);

  for (let kill = 0; kill < KILLS; kill += 1) {
    const attempts = await submitUntilKilled(product);
    const stored = await findStored(sql);
    const startedAt = performance.now();
    product = await startProduct(variables);
    restarts.push(Math.round(performance.now() - startedAt));
    const receipts = await Promise.all(attempts.map((attempt) => send(product.url, attempt)));
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

  const triageMs = await awaitTriage(sql);
  const [found] = (await sql.query<Record<string, number>>(FOUND)).rows;
  await product.stop();
  await sql.end();
  await database.drop();
  const figures = { kills: KILLS, ...sum, ...found, triageMs, slowestRestartMs: Math.max(...restarts) };
  console.log(JSON.stringify({ id: "situation-kill", ...figures }));

  expect(sum).toMatchObject({ lost: 0, changed: 0, unsettled: 0 });
  const { sent } = sum;
  expect(found).toEqual({ stored: sent, distinct: sent, jobs: sent, triaged: sent, effects: sent, dead: 0 });
});
