import { spawnSync } from "node:child_process";
import { chmodSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { Client } from "pg";
import { expect, onTestFinished, test } from "vitest";
import { openEmbeddedPostgres } from "#server/db/embedded/embedded-postgres.ts";
import { startProduct } from "#tests/support/product.ts";
import { newSituation, referenceOf, sendSituation } from "#tests/support/send-situation.ts";
import { valueOf } from "#tests/support/value-of.ts";

const KILLS = process.env["FAULTS"] === "many" ? 50 : 10;
const SUBMITTERS = 10;
const RECOVERS_WITHIN_MS = 10_000;

/** A cluster of its own, which is started again a second after it died. */
async function openCluster(): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), "seamark-killed-"));
  chmodSync(folder, 0o755);
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const cluster = valueOf(await openEmbeddedPostgres(folder));
  onTestFinished(cluster.close);
  return cluster.url();
}

async function ask<Row extends object>(url: string, sql: string): Promise<readonly Row[]> {
  const client = new Client(url);
  client.on("error", () => undefined);
  await client.connect();
  try {
    return (await client.query<Row>(sql)).rows;
  } finally {
    await client.end();
  }
}

/** The postmaster and every process of it, none of which has a chance to write anything more. */
function killCluster(dataFolder: string): number {
  const postmaster = Number.parseInt(readFileSync(join(dataFolder, "postmaster.pid"), "utf8"), 10);
  const { stdout } = spawnSync("ps", ["-A", "-o", "pid=,ppid="], { encoding: "utf8" });
  const children = stdout
    .split("\n")
    .map((line) => line.trim().split(/\s+/).map(Number))
    .flatMap(([pid = 0, parent]) => (parent === postmaster ? [pid] : []));
  for (const pid of [postmaster, ...children]) {
    try {
      process.kill(pid, "SIGKILL");
    } catch {
      // It is gone with its parent.
    }
  }
  return children.length + 1;
}

interface Acknowledged {
  readonly key: string;
  readonly reference: string;
  readonly tries: number;
  readonly sentAt: number;
}

/** One situation after the other, each sent with the same key until it is acknowledged. */
async function submit(url: string, acknowledged: Acknowledged[], isOver: () => boolean): Promise<void> {
  while (!isOver()) {
    const situation = newSituation();
    for (let tries = 1; ; tries += 1) {
      const sentAt = performance.now();
      const reference = referenceOf(await sendSituation(url, situation));
      if (reference !== undefined) {
        acknowledged.push({ key: situation.key, reference, tries, sentAt });
        break;
      }
      await sleep(50);
    }
  }
}

/** Milliseconds until something that was sent after `since` is acknowledged. */
async function untilAcknowledged(acknowledged: readonly Acknowledged[], since: number): Promise<number> {
  while (!acknowledged.some(({ sentAt }) => sentAt > since)) {
    if (performance.now() - since > 4 * RECOVERS_WITHIN_MS) break;
    await sleep(5);
  }
  return Math.round(performance.now() - since);
}

const COUNTED = `SELECT (SELECT count(*)::int FROM situation) AS situations,
  (SELECT count(DISTINCT failing)::int FROM situation) AS distinct,
  (SELECT count(*)::int FROM delivery) AS ordered,
  (SELECT count(*)::int FROM submission_key) AS keys`;

async function findReferences(url: string): Promise<ReadonlyMap<string, string>> {
  const held = "SELECT key, reference FROM submission_key JOIN situation USING (reference)";
  const rows = await ask<{ key: string; reference: string }>(url, held);
  return new Map(rows.map(({ key, reference }) => [key, reference]));
}

async function untilDelivered(url: string): Promise<number> {
  const startedAt = performance.now();
  for (;;) {
    const waiting = await ask(url, "SELECT FROM delivery WHERE delivered_at IS NULL LIMIT 1");
    const elapsed = Math.round(performance.now() - startedAt);
    if (waiting.length === 0 || elapsed > 120_000) return elapsed;
    await sleep(250);
  }
}

test(`INT-2: PostgreSQL killed ${KILLS} times under ${SUBMITTERS} submitters loses nothing and stores nothing twice`, async () => {
  const url = await openCluster();
  const [settings] = await ask<{ data_directory: string }>(url, "SHOW data_directory");
  const dataFolder = settings?.data_directory ?? "";
  const product = await startProduct({
    DATABASE_URL: url,
    LOG_LEVEL: "silent",
    SITUATION_RATE_PER_MINUTE: "1000000",
    SITUATION_UNVERIFIED_RATE_PER_MINUTE: "1000000",
  });
  onTestFinished(async () => {
    await product.stop();
  });

  const acknowledged: Acknowledged[] = [];
  let isOver = false;
  const submitters = Array.from({ length: SUBMITTERS }, () =>
    submit(product.url, acknowledged, () => isOver),
  );
  const recoveries: number[] = [];
  let killed = 0;
  for (let kill = 0; kill < KILLS; kill += 1) {
    await sleep(200 + Math.random() * 300);
    killed += killCluster(dataFolder);
    recoveries.push(await untilAcknowledged(acknowledged, performance.now()));
  }
  isOver = true;
  await Promise.all(submitters);
  const deliveredMs = await untilDelivered(url);

  const references = await findReferences(url);
  const [found] = await ask<Record<string, number>>(url, COUNTED);
  const lost = acknowledged.filter(({ key, reference }) => references.get(key) !== reference).length;
  const retried = acknowledged.filter(({ tries }) => tries > 1).length;
  const slowestMs = Math.max(...recoveries);
  const counts = { kills: KILLS, killed, acknowledged: acknowledged.length, retried, lost };
  console.log(JSON.stringify({ id: "INT-2", ...counts, ...found, slowestMs, deliveredMs }));

  const all = acknowledged.length;
  expect(lost).toBe(0);
  expect(found).toEqual({ situations: all, distinct: all, ordered: all, keys: all });
  expect(slowestMs).toBeLessThan(RECOVERS_WITHIN_MS);
  expect(product.child.exitCode).toBeNull();
  expect(await ask(url, "SELECT FROM delivery WHERE delivered_at IS NULL")).toHaveLength(0);
});
