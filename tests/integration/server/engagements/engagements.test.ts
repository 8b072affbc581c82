import { describe, expect, test } from "vitest";
import type { User } from "#core/access/policy.ts";
import { ENGAGEMENT_LIMITS } from "#core/engagements/engagement-limits.ts";
import type { Result } from "#core/result.ts";
import { removePerson } from "#server/services/accounts/people.ts";
import { listDocuments } from "#server/services/documents.ts";
import { keepReport } from "#server/services/engagement-reports.ts";
import {
  changeEngagement,
  closeEngagement,
  createEngagement,
  deleteEngagement,
  findEngagement,
  listChoices,
  listEngagements,
  shareEngagement,
} from "#server/services/engagements.ts";
import { unknownId } from "#tests/support/accounts.ts";
import { crew, someone } from "#tests/support/crew.ts";
import { keep } from "#tests/support/documents.ts";
import { engage, handedOver, seen, sheetOf } from "#tests/support/engagements.ts";
import { useTriageDatabase } from "#tests/support/triage.ts";
import { valueOf } from "#tests/support/value-of.ts";

const database = useTriageDatabase();

function because(done: Result<unknown, { readonly kind: string }>): string {
  return done.ok ? "done" : done.error.kind;
}

async function clients(user: User, words = ""): Promise<readonly string[]> {
  return valueOf(await listEngagements(user, { words })).engagements.map(({ client }) => client);
}

async function trailOf(id: string) {
  const rows = await database.client.auditEntry.findMany({
    where: { subjectId: id },
    orderBy: { seq: "asc" },
  });
  return rows.map(({ action, actorId, details }) => ({ action, actorId, details }));
}

describe("who sees an engagement", () => {
  test("is its owner and nobody else, whatever their role is", async () => {
    const [owner, ...others] = [
      await someone(),
      await someone(),
      await someone("staff"),
      await someone("owner"),
    ];
    const id = await engage(owner, "Only for Ada");
    expect(await clients(owner)).toEqual(["Only for Ada"]);
    for (const other of others) {
      expect(await clients(other)).toEqual([]);
      expect(because(await findEngagement(other, { id }))).toBe("not-found");
    }
  });

  test("is its team as well, once it is shared with it, and until it is given back", async () => {
    const colleague = await someone("staff");
    const { owner, lead, teamId } = await crew(colleague);
    const id = await engage(owner);
    expect(because(await shareEngagement(owner, { ...(await seen(owner, id)), teamId }))).toBe("done");
    expect((await sheetOf(colleague, id)).mayDelete).toBe(false);
    expect((await sheetOf(lead, id)).mayDelete).toBe(true);
    expect(because(await shareEngagement(colleague, { ...(await seen(owner, id)), teamId: null }))).toBe(
      "forbidden",
    );
    expect(because(await shareEngagement(lead, { ...(await seen(owner, id)), teamId: null }))).toBe("done");
    expect(because(await findEngagement(colleague, { id }))).toBe("not-found");
    expect((await trailOf(id)).map(({ action, details }) => [action, details])).toEqual([
      ["engagement.created", {}],
      ["engagement.shared", { from: null, to: teamId }],
      ["engagement.shared", { from: teamId, to: null }],
    ]);
  });

  test("is no team that its owner is not in, neither from the beginning nor later", async () => {
    const owner = await someone();
    const { teamId } = await crew();
    const id = await engage(owner);
    expect(because(await shareEngagement(owner, { ...(await seen(owner, id)), teamId }))).toBe("not-found");
    expect(because(await createEngagement(owner, { client: "X", note: "", teamId }))).toBe("not-found");
  });
});

describe("changing it", () => {
  test("is open to everybody who sees it; deleting it to its owner and the lead", async () => {
    const colleague = await someone();
    const { owner, lead, teamId } = await crew(colleague);
    const id = await engage(owner, "Harbour", { teamId });
    const words = { client: "Harbour Ltd", note: "Two lines\nof it" };
    expect(because(await changeEngagement(colleague, { ...(await seen(owner, id)), ...words }))).toBe("done");
    expect(await sheetOf(owner, id)).toMatchObject(words);
    expect(because(await closeEngagement(colleague, { ...(await seen(owner, id)), isClosed: true }))).toBe(
      "done",
    );
    const last = await seen(owner, id);
    expect(because(await deleteEngagement(colleague, { ...last, reports: 0 }))).toBe("forbidden");
    expect(because(await deleteEngagement(lead, { ...last, reports: 0 }))).toBe("done");
    expect((await trailOf(id)).map(({ action }) => action)).toEqual([
      "engagement.created",
      "engagement.changed",
      "engagement.closed",
      "engagement.deleted",
    ]);
  });

  test("by two people at once is done once, and the other is told", async () => {
    const colleague = await someone();
    const { owner, teamId } = await crew(colleague);
    for (let round = 0; round < 5; round += 1) {
      const id = await engage(owner, "Harbour", { teamId });
      const both = await Promise.all(
        [owner, colleague].map((user) =>
          changeEngagement(user, { id, revision: 0, client: user.id, note: "" }),
        ),
      );
      expect(both.map(because).sort()).toEqual(["conflict", "done"]);
      const winner = both[0]!.ok ? owner : colleague;
      expect(await sheetOf(owner, id)).toMatchObject({ client: winner.id, revision: 1 });
    }
  });

  test("does not delete a report that whoever deletes has not seen", async () => {
    const owner = await someone();
    const id = await engage(owner);
    valueOf(await keepReport(owner, handedOver(id)));
    expect(because(await deleteEngagement(owner, { id, revision: 0, reports: 0 }))).toBe("conflict");
    expect(because(await deleteEngagement(owner, { id, revision: 0, reports: 1 }))).toBe("done");
    expect(await database.client.engagementReport.count({ where: { engagementId: id } })).toBe(0);
  });

  test("ends where an account has as many as it keeps", async () => {
    const owner = await someone();
    await database.client.engagement.createMany({
      data: Array.from({ length: ENGAGEMENT_LIMITS.engagements }, () => ({
        ...{ id: unknownId(), ownerId: owner.id, client: "One of many" },
      })),
    });
    expect(because(await createEngagement(owner, { client: "One more", note: "", teamId: null }))).toBe(
      "invalid",
    );
  });
});

describe("the list", () => {
  test("finds words in client and note, and takes signs of a pattern as letters", async () => {
    const owner = await someone();
    await engage(owner, "100% Harbour");
    await engage(owner, "Quay_side", { note: "The lighthouse people" });
    expect(await clients(owner)).toEqual(["100% Harbour", "Quay_side"]);
    expect(await clients(owner, "HARBOUR")).toEqual(["100% Harbour"]);
    expect(await clients(owner, "lighthouse")).toEqual(["Quay_side"]);
    expect(await clients(owner, "%")).toEqual(["100% Harbour"]);
    expect(await clients(owner, "y_s")).toEqual(["Quay_side"]);
    expect(await clients(owner, "\\")).toEqual([]);
  });

  test("offers the open ones alone as choices", async () => {
    const owner = await someone();
    const id = await engage(owner, "Over");
    await engage(owner, "Under way");
    valueOf(await closeEngagement(owner, { id, revision: 0, isClosed: true }));
    expect(valueOf(await listChoices(owner)).map(({ client }) => client)).toEqual(["Under way"]);
    const listed = valueOf(await listEngagements(owner)).engagements;
    expect(listed.map(({ client, closedAt }) => [client, closedAt === null])).toEqual([
      ["Over", false],
      ["Under way", true],
    ]);
    valueOf(await closeEngagement(owner, { id, revision: 1, isClosed: false }));
    expect(valueOf(await listChoices(owner))).toHaveLength(2);
  });
});

test("When its owner leaves, an engagement of a team stays with the team, and one of theirs alone goes", async () => {
  const admin = await someone("owner");
  const { owner, lead, teamId } = await crew();
  const [shared, alone] = [await engage(owner, "Shared", { teamId }), await engage(owner, "Alone")];
  const document = await keep(lead);
  for (const id of [shared, alone]) valueOf(await keepReport(owner, handedOver(id)));
  await database.client.document.update({ where: { id: document }, data: { engagementId: alone } });
  valueOf(await removePerson(admin, owner.id));
  expect(await sheetOf(lead, shared)).toMatchObject({ isOwner: true, reports: [{ madeBy: null }] });
  expect(await database.client.engagement.count({ where: { id: alone } })).toBe(0);
  expect(await database.client.engagementReport.count({ where: { engagementId: alone } })).toBe(0);
  expect(valueOf(await listDocuments(lead)).documents).toMatchObject([{ id: document, engagement: null }]);
});
