import { beforeAll, expect, test } from "vitest";
import { drillPoison } from "#tests/support/delivery-drill.ts";
import { setEnv } from "#tests/support/delivery.ts";
import { useTestDatabase } from "#tests/support/test-database.ts";

const SITUATIONS = 500;
const POISON = 50;

beforeAll(() => setEnv({ LOG_LEVEL: "silent" }));
const database = useTestDatabase();

test(`${POISON} refused among ${SITUATIONS} are dead, keep nobody from theirs, and go when it is mended`, async () => {
  const found = await drillPoison(database, SITUATIONS, POISON);
  console.log(JSON.stringify({ id: "delivery-poison", ...found }));
  expect(found).toMatchObject({ done: SITUATIONS - POISON, deadBefore: POISON, problems: ["mail-refused"] });
  expect(found).toMatchObject({ redriven: POISON, deliveredAfter: POISON, deadAfter: 0, audited: POISON });
  expect(found).toMatchObject({ linkedToOriginal: POISON, inTraceOfRedrive: POISON });
  expect(found.drainMs).toBeLessThanOrEqual(60_000);
});
