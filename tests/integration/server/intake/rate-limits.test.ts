import { expect, test } from "vitest";
import { forgetPaidLimits, takeToken } from "#server/repositories/rate-limits.ts";
import { takeTokenInMemory } from "#server/services/limit-submissions.ts";
import { createDatabase } from "#server/db/database.ts";
import { useTestDatabase } from "#tests/support/test-database.ts";

const database = useTestDatabase();

test("500 calls at once on one key, from two pools, stay within the bound", async () => {
  const other = createDatabase(database.url);
  const rate = { burst: 50, perMinute: 60 };
  const startedAt = performance.now();
  const waits: number[] = [];
  for (let round = 0; round < 10; round += 1) {
    const calls = Array.from({ length: 50 }, (_, index) =>
      takeToken(index % 2 === 0 ? database.client : other, "flood", rate),
    );
    waits.push(...(await Promise.all(calls)));
  }
  await other.$disconnect();
  const allowed = waits.filter((wait) => wait === 0).length;
  const elapsed = (performance.now() - startedAt) / 1000;
  expect(allowed).toBeGreaterThanOrEqual(50);
  expect(allowed).toBeLessThanOrEqual(50 + Math.floor(elapsed) + 1);
  for (const wait of waits) expect(wait).toBeLessThanOrEqual(2);
});

test("keys are limited apart, and a limit that is paid back is forgotten", async () => {
  const rate = { burst: 1, perMinute: 1 };
  expect(await takeToken(database.client, "one", rate)).toBe(0);
  expect(await takeToken(database.client, "other", rate)).toBe(0);
  const wait = await takeToken(database.client, "one", rate);
  expect(wait).toBeGreaterThan(58);
  expect(wait).toBeLessThanOrEqual(60);
  await forgetPaidLimits(database.client, new Date());
  expect(await takeToken(database.client, "one", rate)).toBeGreaterThan(0);
  await forgetPaidLimits(database.client, new Date(Date.now() + 61_000));
  expect(await database.client.rateLimit.count()).toBe(0);
});

test("in memory the same bound holds", () => {
  const rate = { burst: 3, perMinute: 60 };
  const waits = Array.from({ length: 5 }, () => takeTokenInMemory("memory", rate, 1000));
  expect(waits).toEqual([0, 0, 0, 1, 1]);
  expect(takeTokenInMemory("memory", rate, 2000)).toBe(0);
  expect(takeTokenInMemory("memory", rate, 2000)).toBe(1);
});
