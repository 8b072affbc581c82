import { randomUUID } from "node:crypto";
import { expect, test } from "vitest";
import { limit } from "#server/limits/limit.ts";
import { useTestDatabase } from "#tests/support/test-database.ts";

const database = useTestDatabase();

test("each thing that is limited counts for itself, and each key", async () => {
  const [address, account] = [randomUUID(), randomUUID()];
  for (let turn = 0; turn < 5; turn += 1) expect(await limit("sign-in-account", account)).toBe(0);
  const wait = await limit("sign-in-account", account);
  expect(wait).toBeGreaterThan(170);
  expect(wait).toBeLessThanOrEqual(180);
  expect(await limit("sign-in-account", randomUUID())).toBe(0);
  expect(await limit("sign-in-address", address)).toBe(0);
  expect(await limit("reset-account", account)).toBe(0);
});

test("what is kept names what is limited, and nobody", async () => {
  const address = "203.0.113.77";
  await limit("ticket-address", address);
  const kept = await database.client.rateLimit.findMany({
    where: { key: { startsWith: "ticket-address:" } },
  });
  expect(kept).toHaveLength(1);
  expect(kept[0]?.key).toMatch(/^ticket-address:[\w-]{43}$/);
  expect(JSON.stringify(kept.map(({ key }) => key))).not.toContain(address);
});
