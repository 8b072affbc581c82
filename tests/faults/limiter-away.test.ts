import { randomUUID } from "node:crypto";
import { setTimeout as sleep } from "node:timers/promises";
import { expect, onTestFinished, test } from "vitest";
import { openFaultProxy } from "#tests/support/fault-proxy.ts";
import { validDraft } from "#tests/support/intake.ts";
import { startProduct, type Product } from "#tests/support/product.ts";
import { startRedis, type TestRedis } from "#tests/support/redis.ts";
import { createTestDatabase } from "#tests/support/test-database.ts";

const RATE = 20;
const PHASE_MS = 3000;
const SENDERS = 10;

interface Flood {
  readonly statuses: Record<number, number>;
  readonly slowestMs: number;
  readonly seconds: number;
}

/** Everybody sends valid situations, from the one address there is, until `end` comes. */
async function flood(urls: readonly string[], end: Promise<unknown>): Promise<Flood> {
  const statuses: Record<number, number> = {};
  const startedAt = performance.now();
  let [slowestMs, isOver] = [0, false];
  const senders = Array.from({ length: SENDERS }, async (_, sender) => {
    while (!isOver) {
      const sentAt = performance.now();
      const headers = { "content-type": "application/json", "idempotency-key": randomUUID() };
      const body = JSON.stringify(validDraft());
      const url = `${urls[sender % urls.length] ?? ""}/api/situations`;
      const response = await fetch(url, { method: "POST", headers, body });
      await response.arrayBuffer();
      statuses[response.status] = (statuses[response.status] ?? 0) + 1;
      slowestMs = Math.max(slowestMs, Math.round(performance.now() - sentAt));
    }
  });
  await end;
  isOver = true;
  await Promise.all(senders);
  return { statuses, slowestMs, seconds: (performance.now() - startedAt) / 1000 };
}

async function startProducts(count: number, redisUrl: string): Promise<readonly Product[]> {
  const database = await createTestDatabase();
  const variables = {
    DATABASE_URL: database.url,
    REDIS_URL: redisUrl,
    SECRET_KEY: "bm90IGEgc2VjcmV0LCBvbmx5IGZvciB0ZXN0cw",
    SITUATION_RATE_PER_MINUTE: `${RATE}`,
    SITUATION_UNVERIFIED_RATE_PER_MINUTE: `${RATE}`,
  };
  const products: Product[] = [];
  onTestFinished(async () => {
    for (const product of products) await product.stop();
    await database.drop();
  });
  while (products.length < count) products.push(await startProduct(variables));
  return products;
}

async function startRedisForTest(): Promise<TestRedis> {
  const redis = await startRedis();
  onTestFinished(redis.kill);
  return redis;
}

const count = (product: Product, event: string): number =>
  product.output().split(`"event.name":"${event}"`).length - 1;

function boundOf(processes: number, seconds: number): number {
  return processes * (RATE + Math.ceil((RATE * seconds) / 60));
}

test("T24: Redis killed, back with nothing and flushed in a flood: no 500, and at most processes × bound", async () => {
  const redis = await startRedisForTest();
  const products = await startProducts(2, redis.url);
  const faults = async (): Promise<void> => {
    await sleep(PHASE_MS);
    await redis.kill();
    await sleep(PHASE_MS);
    await redis.start();
    await sleep(PHASE_MS);
    await redis.flush();
    await sleep(PHASE_MS);
  };
  const urls = products.map(({ url }) => url);
  const { statuses, slowestMs, seconds } = await flood(urls, faults());
  const bound = boundOf(products.length, seconds);
  const away = products.map((product) => count(product, "limits.store.away"));
  const back = products.map((product) => count(product, "limits.store.back"));
  const { 201: accepted = 0, 429: refused = 0, ...others } = statuses;
  console.log(
    JSON.stringify({ id: "T24", accepted, bound, refused, others, slowestMs, seconds, away, back }),
  );
  expect(others).toEqual({});
  expect(accepted).toBeGreaterThanOrEqual(RATE);
  expect(accepted).toBeLessThanOrEqual(bound);
  expect(refused).toBeGreaterThan(100);
  for (const said of away) expect(said).toBeLessThanOrEqual(1);
});

test.each([
  ["slow", 3000],
  ["silent", Infinity],
])("T24: a Redis that is %s keeps nobody waiting, and counts again when it is well", async (name, delay) => {
  const redis = await startRedisForTest();
  const proxy = await openFaultProxy(redis.port);
  onTestFinished(proxy.close);
  const [product] = await startProducts(1, `redis://127.0.0.1:${proxy.port}`);
  const url = product?.url ?? "";
  proxy.delay(delay);
  const ill = await flood([url], sleep(PHASE_MS));
  proxy.delay(0);
  await sleep(delay === Infinity ? PHASE_MS : 2 * delay);
  await redis.flush();
  // Whoever is over the limit of the process is refused without a question to Redis: this one waits for a token.
  await sleep(60_000 / RATE);
  await flood([url], sleep(500));
  const kept = await redis.keys();
  const { 201: accepted = 0, 429: refused = 0, ...others } = ill.statuses;
  const bound = boundOf(1, ill.seconds);
  const { slowestMs } = ill;
  console.log(
    JSON.stringify({ id: `T24-${name}`, accepted, bound, refused, others, slowestMs, kept: kept.length }),
  );
  expect(others).toEqual({});
  expect(accepted).toBeLessThanOrEqual(bound);
  expect(slowestMs).toBeLessThan(2000);
  expect(kept).toHaveLength(1);
  expect(kept[0]).toMatch(/^seamark:limit:situation:[\w-]{43}$/);
});
