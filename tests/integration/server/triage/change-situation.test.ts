import { beforeAll, describe, expect, test } from "vitest";
import type { User } from "#core/access/policy.ts";
import { stateAfter } from "#core/triage/situation-events.ts";
import type { SituationState } from "#core/triage/states.ts";
import {
  assignSituation,
  eraseForGood,
  moveSituation,
  noteSituation,
  replyToSituation,
  type Done,
} from "#server/services/change-situation.ts";
import { mergeSituation, unmergeSituation } from "#server/services/merge-situations.ts";
import { readSituation } from "#server/services/read-situations.ts";
import { createAccount, unknownId } from "#tests/support/accounts.ts";
import { sentIn, useTriageDatabase } from "#tests/support/triage.ts";
import { valueOf } from "#tests/support/value-of.ts";

const database = useTriageDatabase();
let grace: User;
let edsger: User;
let member: User;

beforeAll(async () => {
  grace = (await createAccount("staff", { name: "Grace" })).actor;
  edsger = (await createAccount("staff", { name: "Edsger" })).actor;
  member = (await createAccount("member")).actor;
});

/** All that is kept of a situation: what a refused act must leave as it is. */
async function everything(id: string) {
  const { client } = database;
  return {
    situation: await client.situation.findUnique({ where: { id } }),
    events: await client.situationEvent.count({ where: { situationId: id } }),
    notes: await client.situationNote.count({ where: { situationId: id } }),
    messages: await client.situationMessage.count({ where: { situationId: id } }),
    deliveries: await client.delivery.count({ where: { situationId: id } }),
    acts: await client.auditEntry.count({ where: { subjectId: id } }),
  };
}

async function detailOf(id: string) {
  return valueOf(await readSituation(grace, id));
}

async function expectState(id: string, state: SituationState) {
  const { events, ...detail } = await detailOf(id);
  expect(detail.state).toBe(state);
  expect(stateAfter(events.map(({ kind }) => kind))).toBe(state);
}

function because(done: Done) {
  return done.ok ? "done" : done.error.kind;
}

describe("moving", () => {
  test("changes the state, the revision and the time, and is told and audited", async () => {
    const { id } = await sentIn();
    const before = await everything(id);
    valueOf(await moveSituation(grace, { id, revision: 0, to: "accepted" }));
    const after = await everything(id);
    expect(after.situation).toMatchObject({ state: "accepted", revision: 1 });
    expect(Number(after.situation?.touchedAt)).toBeGreaterThanOrEqual(Number(before.situation?.touchedAt));
    expect([after.events - before.events, after.acts - before.acts]).toEqual([1, 1]);
    const entry = await database.client.auditEntry.findFirstOrThrow({ where: { subjectId: id } });
    expect(entry).toMatchObject({
      actorId: grace.id,
      action: "situation.moved",
      details: { from: "new", to: "accepted" },
    });
    await expectState(id, "accepted");
  });

  test("does nothing when it was decided on an older revision, on a way there is not, or by nobody", async () => {
    const { id } = await sentIn();
    valueOf(await moveSituation(grace, { id, revision: 0, to: "accepted" }));
    const before = await everything(id);
    expect(because(await moveSituation(edsger, { id, revision: 0, to: "closed" }))).toBe("conflict");
    expect(because(await moveSituation(edsger, { id, revision: 2, to: "closed" }))).toBe("conflict");
    for (const to of ["accepted", "withdrawn", "erased"] as const)
      expect(because(await moveSituation(edsger, { id, revision: 1, to }))).toBe("invalid");
    expect(because(await moveSituation(member, { id, revision: 1, to: "closed" }))).toBe("forbidden");
    const visitor = { kind: "visitor" } as const;
    expect(because(await moveSituation(visitor, { id, revision: 1, to: "closed" }))).toBe("signed-out");
    expect(because(await moveSituation(grace, { id: unknownId(), revision: 1, to: "closed" }))).toBe(
      "not-found",
    );
    expect(because(await moveSituation(grace, { id: "none", revision: 1, to: "closed" }))).toBe("not-found");
    expect(await everything(id)).toEqual(before);
  });

  test("by two people at once is done by exactly one of them, 50 times of 50", async () => {
    const { id } = await sentIn();
    const ways = [
      ["accepted", "closed"],
      ["inDiagnosis", "new"],
    ] as const;
    let wins = 0;
    for (let round = 0; round < 50; round += 1) {
      const { revision, state } = await detailOf(id);
      const [to, other] =
        state === "closed" ? (["accepted", "accepted"] as const) : state === "accepted" ? ways[1] : ways[0];
      const before = await everything(id);
      const done = await Promise.all([
        moveSituation(grace, { id, revision, to }),
        moveSituation(edsger, { id, revision, to: other }),
      ]);
      expect(done.map(because).sort()).toEqual(["conflict", "done"]);
      const after = await everything(id);
      const [won, moved] = done[0].ok ? [grace, to] : [edsger, other];
      expect(after.situation).toMatchObject({ state: moved, revision: revision + 1 });
      expect([after.events - before.events, after.acts - before.acts]).toEqual([1, 1]);
      const { events } = await detailOf(id);
      expect(events.at(-1)).toMatchObject({ kind: `moved-to-${moved}`, by: { id: won.id } });
      wins += 1;
    }
    expect(wins).toBe(50);
    const detail = await detailOf(id);
    expect([detail.revision, detail.events.length]).toEqual([50, 51]);
  });
});

describe("assigning", () => {
  test("gives it to somebody who works on situations, and to nobody", async () => {
    const { id } = await sentIn();
    valueOf(await assignSituation(grace, { id, revision: 0, assigneeId: edsger.id }));
    expect((await detailOf(id)).assignee).toEqual({ id: edsger.id, name: "Edsger" });
    valueOf(await assignSituation(edsger, { id, revision: 1, assigneeId: null }));
    expect((await detailOf(id)).assignee).toBeNull();
    const before = await everything(id);
    for (const assigneeId of [member.id, unknownId()])
      expect(because(await assignSituation(grace, { id, revision: 2, assigneeId }))).toBe("invalid");
    expect(because(await assignSituation(grace, { id, revision: 1, assigneeId: null }))).toBe("conflict");
    expect(await everything(id)).toEqual(before);
  });
});

describe("noting", () => {
  test("refuses none of 20 notes written at once because of another, beside somebody who moves it", async () => {
    const { id } = await sentIn();
    const notes = Array.from({ length: 20 }, (_, i) => `Note ${i}`);
    const done = await Promise.all([
      ...notes.map((text, i) => noteSituation(i % 2 ? grace : edsger, { id, text })),
      moveSituation(grace, { id, revision: 0, to: "accepted" }),
    ]);
    // A pool that is full for too long says so and does nothing; nobody is refused because of somebody else.
    expect(["done", "unavailable"]).toEqual(expect.arrayContaining([...new Set(done.map(because))]));
    const { noted, state, revision } = await detailOf(id);
    const kept = notes.filter((_, i) => done[i]?.ok === true);
    expect(noted.map(({ text }) => text).sort()).toEqual(kept.sort());
    expect(kept.length).toBeGreaterThan(10);
    expect([state, revision]).toEqual(done.at(-1)?.ok === true ? ["accepted", 1] : ["new", 0]);
  });

  test("adds nothing to what the visitor took back", async () => {
    const { id } = await sentIn();
    await database.client.situation.update({ where: { id }, data: { state: "withdrawn" } });
    const before = await everything(id);
    expect(because(await noteSituation(grace, { id, text: "Too late." }))).toBe("invalid");
    expect(because(await assignSituation(grace, { id, revision: 0, assigneeId: grace.id }))).toBe("invalid");
    expect(because(await replyToSituation(grace, { id, revision: 0, text: "Dear Ada" }))).toBe("invalid");
    expect(await everything(id)).toEqual(before);
  });
});

describe("replying", () => {
  test("stores the message, orders its mail and makes it answered, all or nothing", async () => {
    const { id } = await sentIn();
    valueOf(
      await replyToSituation(grace, { id, revision: 0, text: "Dear Ada, which of the two reads first?" }),
    );
    await expectState(id, "answered");
    const { messages } = await detailOf(id);
    expect(messages).toMatchObject([
      { text: "Dear Ada, which of the two reads first?", isFromVisitor: false, by: { name: "Grace" } },
    ]);
    const mails = await database.client.delivery.findMany({ where: { situationId: id, kind: "replyMail" } });
    expect(mails.map(({ subjectId }) => subjectId)).toEqual([messages[0]?.id]);
    const before = await everything(id);
    expect(because(await replyToSituation(edsger, { id, revision: 0, text: "Dear Ada" }))).toBe("conflict");
    expect(await everything(id)).toEqual(before);
    const trail = await database.client.auditEntry.findMany({ where: { subjectId: id } });
    expect(JSON.stringify(trail.map(({ details }) => details))).not.toContain("Ada");
  });

  test("is refused where no answer is wanted by mail", async () => {
    const { id } = await sentIn({ reply: "none", email: "" });
    const before = await everything(id);
    expect(because(await replyToSituation(grace, { id, revision: 0, text: "Dear nobody" }))).toBe("invalid");
    expect(await everything(id)).toEqual(before);
  });
});

describe("erasing", () => {
  test("is for owners, and leaves nothing that anybody wrote", async () => {
    const { id } = await sentIn({ failing: "CANARY in a situation that is erased." });
    valueOf(await noteSituation(grace, { id, text: "CANARY note" }));
    valueOf(await replyToSituation(grace, { id, revision: 0, text: "CANARY reply" }));
    expect(because(await eraseForGood(grace, { id }))).toBe("forbidden");
    const owner = (await createAccount("owner")).actor;
    for (const unknown of [unknownId(), "none"])
      expect(because(await eraseForGood(owner, { id: unknown }))).toBe("not-found");
    valueOf(await eraseForGood(owner, { id }));
    await expectState(id, "erased");
    expect(JSON.stringify(await detailOf(id))).not.toMatch(/CANARY|example\.org/);
    expect(because(await noteSituation(grace, { id, text: "Too late." }))).toBe("invalid");
  });
});

describe("merging", () => {
  test("closes the one, keeps its notes, points to the other, and can be taken back", async () => {
    const kept = await sentIn();
    const { id } = await sentIn();
    valueOf(await moveSituation(grace, { id, revision: 0, to: "inDiagnosis" }));
    valueOf(await noteSituation(grace, { id, text: "The same as the other one." }));
    valueOf(await mergeSituation(grace, { id, revision: 1, into: kept.reference.toLowerCase() }));
    await expectState(id, "closed");
    const merged = await detailOf(id);
    expect(merged.mergedInto).toEqual(kept);
    expect(merged.noted).toHaveLength(1);
    expect((await detailOf(kept.id)).merged).toEqual([{ id, reference: merged.reference }]);
    for (const refused of [
      await moveSituation(grace, { id, revision: 2, to: "accepted" }),
      await replyToSituation(grace, { id, revision: 2, text: "Dear Ada" }),
      await mergeSituation(grace, { id, revision: 2, into: kept.reference }),
    ])
      expect(because(refused)).toBe("invalid");
    expect(because(await unmergeSituation(edsger, { id, revision: 1 }))).toBe("conflict");
    valueOf(await unmergeSituation(edsger, { id, revision: 2 }));
    await expectState(id, "inDiagnosis");
    expect((await detailOf(kept.id)).merged).toEqual([]);
  });

  test("refuses itself, an unknown one, one that is merged and one that was taken back", async () => {
    const { id, reference } = await sentIn();
    const other = await sentIn();
    const gone = await sentIn();
    const merged = await sentIn();
    valueOf(await mergeSituation(grace, { id: merged.id, revision: 0, into: other.reference }));
    await database.client.situation.update({ where: { id: gone.id }, data: { state: "withdrawn" } });
    const before = await everything(id);
    const unknown = "0000-0000-0000-0000-0000-0000-0000";
    for (const into of [reference, unknown, "nonsense", gone.reference, merged.reference])
      expect(because(await mergeSituation(grace, { id, revision: 0, into }))).toBe("invalid");
    expect(await everything(id)).toEqual(before);
  });

  test("of each into the other at once is done once, 20 times of 20", async () => {
    for (let round = 0; round < 20; round += 1) {
      const [one, two] = [await sentIn(), await sentIn()];
      const done = await Promise.all([
        mergeSituation(grace, { id: one.id, revision: 0, into: two.reference }),
        mergeSituation(edsger, { id: two.id, revision: 0, into: one.reference }),
      ]);
      expect(done.filter(({ ok }) => ok)).toHaveLength(1);
      const pointers = [await detailOf(one.id), await detailOf(two.id)].map(({ isMerged }) => isMerged);
      expect(pointers.filter(Boolean)).toHaveLength(1);
    }
  });
});
