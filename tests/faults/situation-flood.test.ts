import { setTimeout as sleep } from "node:timers/promises";
import { afterAll, beforeAll, expect, test } from "vitest";
import { createDatabase, type Database } from "#server/db/database.ts";
import { validDraft } from "#tests/support/intake.ts";
import { startProduct, type Product } from "#tests/support/product.ts";
import { newSituation, sendSituation, sendUntilDecided } from "#tests/support/send-situation.ts";
import { createTestDatabase, type TestDatabase } from "#tests/support/test-database.ts";

const KEYS = 1000;
const KEYS_AT_ONCE = 10;
const DUPLICATES = 5;
const FLOOD = 2000;
const RATE = 20;
/** The law is the same in any time: the quick run sends them as fast as they are answered. */
const FLOOD_SECONDS = process.env["FAULTS"] === "many" ? 60 : 0;

let opened: TestDatabase;
let database: Database;

beforeAll(async () => {
  opened = await createTestDatabase();
  database = createDatabase(opened.url);
});
afterAll(async () => {
  await database.$disconnect();
  await opened.drop();
});

async function withProduct<T>(rate: number, work: (product: Product) => Promise<T>): Promise<T> {
  const product = await startProduct({
    DATABASE_URL: opened.url,
    LOG_LEVEL: "warn",
    SITUATION_RATE_PER_MINUTE: `${rate}`,
    SITUATION_UNVERIFIED_RATE_PER_MINUTE: `${rate}`,
  });
  try {
    return await work(product);
  } finally {
    await product.stop();
  }
}

/** Does something with everything there is, `atOnce` at a time. */
async function forAll<T>(
  items: readonly T[],
  atOnce: number,
  work: (item: T) => Promise<void>,
): Promise<void> {
  const waiting = [...items];
  const worker = async (): Promise<void> => {
    for (let item = waiting.pop(); item !== undefined; item = waiting.pop()) await work(item);
  };
  await Promise.all(Array.from({ length: atOnce }, worker));
}

test(`INT-4: ${KEYS} keys, each sent ${DUPLICATES} times at once and then with another text, are ${KEYS} situations`, async () => {
  const situations = Array.from({ length: KEYS }, newSituation);
  const sum = { identical: 0, different: 0, retried: 0, altered422: 0 };
  await withProduct(1_000_000, async ({ url }) => {
    await forAll(situations, KEYS_AT_ONCE, async (situation) => {
      const duplicates = Array.from({ length: DUPLICATES }, () => sendUntilDecided(url, situation));
      const answers = await Promise.all(duplicates);
      const isSame = answers.every(({ status, text }) => status === 201 && text === answers[0]?.text);
      sum[isSame ? "identical" : "different"] += 1;
      sum.retried += answers.filter(({ tries }) => tries > 1).length;
    });
    const altered = JSON.stringify(validDraft({ failing: "Something else fails." }));
    await forAll(situations, KEYS_AT_ONCE, async ({ key }) => {
      const { status } = await sendUntilDecided(url, { key, body: altered });
      if (status === 422) sum.altered422 += 1;
    });
  });
  const rows = await database.situation.count();
  const deliveries = await database.delivery.count();
  console.log(JSON.stringify({ id: "INT-4", keys: KEYS, duplicates: DUPLICATES, ...sum, rows, deliveries }));
  expect(sum).toMatchObject({ identical: KEYS, different: 0, altered422: KEYS });
  expect([rows, deliveries]).toEqual([KEYS, KEYS]);
});

test(`INT-8: of ${FLOOD} valid situations from one address burst + rate × T are accepted, at most`, async () => {
  const before = await database.situation.count();
  const statuses: Record<number, number> = {};
  const startedAt = performance.now();
  await withProduct(RATE, async ({ url }) => {
    const situations = Array.from({ length: FLOOD }, newSituation);
    await forAll(situations, 20, async (situation) => {
      const { status } = await sendSituation(url, situation);
      statuses[status] = (statuses[status] ?? 0) + 1;
      await sleep((FLOOD_SECONDS * 1000 * 20) / FLOOD);
    });
  });
  const seconds = (performance.now() - startedAt) / 1000;
  const bound = RATE + Math.floor((RATE * seconds) / 60);
  const { 201: accepted = 0, 429: refused = 0, ...others } = statuses;
  console.log(JSON.stringify({ id: "INT-8", sent: FLOOD, seconds, accepted, bound, refused, others }));
  expect(others).toEqual({});
  expect(accepted).toBeGreaterThanOrEqual(RATE);
  expect(accepted).toBeLessThanOrEqual(bound);
  expect((await database.situation.count()) - before).toBe(accepted);
});
