import { beforeAll, expect, test } from "vitest";
import { drillKills } from "#tests/support/delivery-drill.ts";
import { setEnv } from "#tests/support/delivery.ts";
import { useTestDatabase } from "#tests/support/test-database.ts";

const isMany = process.env["FAULTS"] === "many";
const SITUATIONS = isMany ? 500 : 250;
const KILLS = isMany ? 20 : 10;

beforeAll(() => setEnv({ LOG_LEVEL: "silent" }));
const database = useTestDatabase();

test(`${KILLS} kills while ${SITUATIONS} situations drain: every delivery has its effect once`, async () => {
  const found = await drillKills(database, {
    situations: SITUATIONS,
    kills: KILLS,
    longestLifeMs: 4000,
  });
  console.log(JSON.stringify({ id: "delivery-kill", ...found }));
  // A receipt and a notice to staff each.
  const all = 2 * SITUATIONS;
  expect(found).toMatchObject({ ordered: all, delivered: all, effects: all, distinct: all });
  expect(found).toMatchObject({ effectiveKills: KILLS, dead: 0, foreignIds: 0 });
  expect(found.duplicates).toBeLessThanOrEqual(found.mostDuplicates);
  expect(found.maxStallMs).toBeLessThanOrEqual(15_000);
});
