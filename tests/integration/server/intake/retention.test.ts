import { randomUUID } from "node:crypto";
import type { PgBoss } from "pg-boss";
import { afterAll, beforeAll, expect, test } from "vitest";
import { openBoss } from "#server/jobs/boss.ts";
import { keepIntakeHouse } from "#server/jobs/intake-housekeeping.ts";
import { submitSituation } from "#server/services/submit-situation.ts";
import { createAccount } from "#tests/support/accounts.ts";
import { tablesWith } from "#tests/support/find-bytes.ts";
import { validDraft, validSubmission } from "#tests/support/intake.ts";
import { useTestDatabase } from "#tests/support/test-database.ts";
import { valueOf } from "#tests/support/value-of.ts";

const DAY_MS = 24 * 60 * 60 * 1000;
const database = useTestDatabase();
let boss: PgBoss;

beforeAll(async () => {
  boss = valueOf(await openBoss(database.url));
});
afterAll(() => boss.stop({ graceful: false }));

async function send(word: string): Promise<string> {
  const failing = `${word} fails whenever two regions recover together.`;
  const draft = validDraft({ failing, reply: "email", email: `${word}@example.org`, name: word });
  return valueOf(await submitSituation(validSubmission({ draft }))).id;
}

test("90 days after the last thing that happened nothing is left of a situation but its gravestone (INT-10)", async () => {
  const { client } = database;
  const [forgotten, alive] = [await send("Zqforgottenx"), await send("Zqalivex")];
  const now = new Date(Date.now() + 91 * DAY_MS);
  await client.situation.update({
    where: { id: alive },
    data: { touchedAt: new Date(now.getTime() - DAY_MS) },
  });
  expect(await tablesWith(database.url, ["Zqforgottenx"])).not.toEqual([]);

  // Whose diagnosis was worked on yesterday is not forgotten.
  const { actor } = await createAccount("staff");
  const diagnosed = await send("Zqdiagnosedx");
  const day = new Date(now.getTime() - DAY_MS);
  await client.document.create({
    data: { ...{ id: randomUUID(), ownerId: actor.id, situationId: diagnosed, title: "" }, changedAt: day },
  });

  await keepIntakeHouse(new Date(Date.now() + 89 * DAY_MS));
  expect((await client.situation.findUniqueOrThrow({ where: { id: forgotten } })).state).toBe("new");

  await keepIntakeHouse(now);
  expect(await tablesWith(database.url, ["Zqforgottenx"])).toEqual([]);
  expect(await client.situation.findUniqueOrThrow({ where: { id: forgotten } })).toMatchObject({
    state: "erased",
    failing: "",
    email: null,
  });
  expect(await client.situation.findUniqueOrThrow({ where: { id: alive } })).toMatchObject({ state: "new" });
  expect(await client.situation.findUniqueOrThrow({ where: { id: diagnosed } })).toMatchObject({
    state: "new",
  });
  expect(await client.auditEntry.findMany({ where: { subjectId: forgotten } })).toMatchObject([
    { action: "situation.erased", actorId: null, details: { by: "retention" } },
  ]);

  await keepIntakeHouse(now);
  expect(await client.auditEntry.count({ where: { subjectId: forgotten } })).toBe(1);
});
