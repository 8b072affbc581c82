import { expect, test } from "vitest";
import { forgetPaidLimits, takeToken } from "#server/repositories/rate-limits.ts";
import { useTestDatabase } from "#tests/support/test-database.ts";

const database = useTestDatabase();

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
