import { expect, test } from "vitest";
import { inTransaction } from "#server/repositories/transaction.ts";
import { useTestDatabase } from "#tests/support/test-database.ts";

const database = useTestDatabase();
const LOST = undefined as unknown as string;

const FILTERS = [
  { id: LOST },
  { id: { in: LOST } },
  { id: "x", name: LOST },
  { AND: [{ email: LOST }] },
  { OR: [{ email: "a" }, { name: { equals: LOST } }] },
];

test("a filter in which a value got lost matches nothing: it throws, inside a transaction as well", async () => {
  const { user } = database.client;
  let refused = 0;
  for (const where of FILTERS as object[]) {
    const calls = [
      () => user.findMany({ where }),
      () => user.findFirst({ where }),
      () => user.count({ where }),
      () => user.deleteMany({ where }),
      () => user.updateMany({ where, data: { name: "gone" } }),
      () => inTransaction(database.client, (transaction) => transaction.user.deleteMany({ where })),
    ];
    for (const call of calls) {
      await expect(call()).rejects.toThrow("undefined at where.");
      refused += 1;
    }
  }
  expect(refused).toBe(30);
});

test("no filter at all, null and dates are meant", async () => {
  const { user, signIn } = database.client;
  expect(await user.findMany()).toEqual([]);
  expect(await user.count({ where: { image: null } })).toBe(0);
  expect(await signIn.count({ where: { expiresAt: { lt: new Date() } } })).toBe(0);
});
