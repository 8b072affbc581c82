import { beforeAll, describe, expect, test } from "vitest";
import { drillKills, drillPoison } from "#tests/support/delivery-drill.ts";
import { setEnv } from "#tests/support/delivery.ts";
import { useTestDatabase } from "#tests/support/test-database.ts";

/** The same as tests/faults/delivery-kill and delivery-poison do at length. */
beforeAll(() => setEnv({ LOG_LEVEL: "silent" }));

describe("kills", () => {
  const database = useTestDatabase();
  test(
    "a killed process loses no delivery and repeats none under another id",
    { timeout: 90_000 },
    async () => {
      const found = await drillKills(database, { situations: 30, kills: 3, longestLifeMs: 500 });
      console.log(JSON.stringify({ id: "INT-5 (short)", ...found }));
      const { ordered } = found;
      expect(found).toMatchObject({ ordered: 60, delivered: ordered, effects: ordered, distinct: ordered });
      expect(found).toMatchObject({ dead: 0, foreignIds: 0 });
      expect(found.duplicates).toBeLessThanOrEqual(found.mostDuplicates);
    },
  );
});

describe("poison", () => {
  const database = useTestDatabase();
  test(
    "what cannot be delivered is dead, keeps nobody from theirs, and goes when it is mended",
    { timeout: 90_000 },
    async () => {
      const found = await drillPoison(database, 20, 4);
      console.log(JSON.stringify({ id: "INT-6 (short)", ...found }));
      expect(found).toMatchObject({ done: 16, deadBefore: 4, problems: ["mail-refused"], redriven: 4 });
      expect(found).toMatchObject({ deliveredAfter: 4, deadAfter: 0, audited: 4 });
      expect(found).toMatchObject({ linkedToOriginal: 4, inTraceOfRedrive: 4 });
    },
  );
});
