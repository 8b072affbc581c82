import { execFile } from "node:child_process";
import { randomUUID } from "node:crypto";
import { resolve } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { promisify } from "node:util";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { seededRandom } from "#core/simulation/random.ts";
import { createDatabase, type Database } from "#server/db/database.ts";
import { Limiter } from "#server/limits/limiter.ts";
import type { Rate } from "#server/limits/rate.ts";
import { openRedisStore, type RedisStore } from "#server/limits/redis-store.ts";
import { takeToken } from "#server/repositories/rate-limits.ts";
import { startRedis, type TestRedis } from "#tests/support/redis.ts";
import { createTestDatabase, type TestDatabase } from "#tests/support/test-database.ts";

const PATTERNS = process.env["FAULTS"] === "many" ? 10_000 : 500;
const PATTERNS_AT_ONCE = 25;
const SEED = Number(process.env["SEED"] ?? 6);
const PROGRAM = resolve(import.meta.dirname, "../support/take-tokens.ts");

let opened: TestDatabase;
let database: Database;
let redis: TestRedis;
let redisStore: RedisStore;

beforeAll(async () => {
  opened = await createTestDatabase();
  database = createDatabase(opened.url);
  redis = await startRedis();
  redisStore = openRedisStore(redis.url);
  await redisStore.check();
});
afterAll(async () => {
  await redisStore.close();
  await redis.kill();
  await database.$disconnect();
  await opened.drop();
});

interface Accepted {
  readonly from: number;
  readonly until: number;
}

type Take = (key: string, rate: Rate) => Promise<number>;
const TAKES: readonly (readonly [name: "postgresql" | "redis", take: Take])[] = [
  ["postgresql", (key, rate) => takeToken(database, key, rate)],
  ["redis", (key, rate) => redisStore.take(key, rate)],
];

/** Calls of one key in a random rhythm, some of them at once; the log has when each that was let through began and ended. */
async function callAtRandom(take: Take, rate: Rate, random: () => number): Promise<readonly Accepted[]> {
  const key = `situation:${randomUUID()}`;
  const log: Accepted[] = [];
  const call = async (): Promise<void> => {
    const from = performance.now();
    if ((await take(key, rate)) === 0) log.push({ from, until: performance.now() });
  };
  for (let turn = 0; turn < 4; turn += 1) {
    await Promise.all(Array.from({ length: 1 + Math.floor(random() * 4) }, call));
    await sleep(random() * 12);
  }
  return log;
}

/**
 * The store counted each somewhere between its call and its answer, so the window is at least as long as what lies between
 * the beginning of the first and the end of the last.
 */
function findExcess(log: readonly Accepted[], { burst, perMinute }: Rate): number {
  let excess = 0;
  for (const first of log)
    for (const last of log) {
      const inside = log.filter(({ from, until }) => from >= first.from && until <= last.until).length;
      const longest = Math.max(0, last.until - first.from);
      excess = Math.max(excess, inside - (burst + (perMinute / 60_000) * longest));
    }
  return excess;
}

describe.each(TAKES)("limits in %s", (name, take) => {
  test(`RL-1: in ${PATTERNS} random patterns no window has more than burst + rate × T`, async () => {
    const random = seededRandom(SEED);
    let accepted = 0;
    let worst = 0;
    for (let pattern = 0; pattern < PATTERNS; pattern += PATTERNS_AT_ONCE) {
      const patterns = Array.from({ length: PATTERNS_AT_ONCE }, async () => {
        const rate = {
          burst: 1 + Math.floor(random() * 5),
          perMinute: [1, 600, 6000, 20_000][Math.floor(random() * 4)] ?? 1,
        };
        const log = await callAtRandom(take, rate, random);
        accepted += log.length;
        worst = Math.max(worst, findExcess(log, rate));
        expect(log.length).toBeGreaterThan(0);
      });
      await Promise.all(patterns);
    }
    console.log(JSON.stringify({ id: "RL-1", store: name, patterns: PATTERNS, accepted, excess: worst }));
    expect(worst).toBe(0);
  });

  test("RL-2: of 2,000 calls at once on one key as many are let through as the bound says", async () => {
    const rate = { burst: 100, perMinute: 60 };
    // The pool of the database has no room for them all in its time: those who wait in vain are counted in memory.
    const limiter = new Limiter({ name, take, check: () => Promise.resolve() });
    const startedAt = performance.now();
    const calls = Array.from({ length: 2000 }, () => limiter.take("situation:flood", rate));
    const waits = await Promise.all(calls);
    const seconds = (performance.now() - startedAt) / 1000;
    const accepted = waits.filter((wait) => wait === 0).length;
    const bound = rate.burst + Math.floor(seconds);
    console.log(JSON.stringify({ id: "RL-2", store: name, calls: waits.length, accepted, bound, seconds }));
    expect(accepted).toBeGreaterThanOrEqual(rate.burst);
    expect(accepted).toBeLessThanOrEqual(bound);
  });

  test("RL-3: two processes share one bucket", async () => {
    const env = {
      ...process.env,
      DATABASE_URL: opened.url,
      ...(name === "redis" && { REDIS_URL: redis.url }),
    };
    const key = randomUUID();
    const processes = [0, 1].map(async () => {
      const { stdout } = await promisify(execFile)(
        process.execPath,
        [PROGRAM, "sign-in-address", key, "2000"],
        { env },
      );
      return JSON.parse(stdout) as { asked: number; accepted: number };
    });
    const counted = await Promise.all(processes);
    const accepted = counted.reduce((sum, one) => sum + one.accepted, 0);
    const asked = counted.map((one) => one.asked);
    console.log(JSON.stringify({ id: "RL-3", store: name, asked, accepted, bound: 30 }));
    expect(accepted).toBe(30);
    expect(Math.min(...asked)).toBeGreaterThan(30);
  });
});

test("Redis keeps nothing that names anybody, and nothing longer than it limits", async () => {
  await redis.flush();
  await redisStore.take("situation:short", { burst: 1, perMinute: 600 });
  expect(await redis.keys()).toEqual(["seamark:limit:situation:short"]);
  await sleep(200);
  expect(await redis.keys()).toEqual([]);
});
