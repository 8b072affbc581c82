import { beforeAll, describe, expect, test } from "vitest";
import type { User } from "#core/access/policy.ts";
import { NO_FILTERS, type SituationQuery } from "#core/triage/filters.schema.ts";
import { assignSituation, moveSituation } from "#server/services/change-situation.ts";
import { listInbox, readColleagues, readSituation } from "#server/services/read-situations.ts";
import { createAccount, unknownId } from "#tests/support/accounts.ts";
import { sentIn, useTriageDatabase } from "#tests/support/triage.ts";
import { valueOf } from "#tests/support/value-of.ts";

const database = useTriageDatabase();
let grace: User;
let barbara: User;
let member: User;

beforeAll(async () => {
  grace = (await createAccount("staff", { name: "Grace" })).actor;
  barbara = (await createAccount("owner", { name: "Barbara" })).actor;
  member = (await createAccount("member")).actor;
});

async function listed(query: Partial<SituationQuery> = {}, by = grace): Promise<readonly string[]> {
  return valueOf(await listInbox(by, { ...NO_FILTERS, ...query })).rows.map(({ id }) => id);
}

describe("listInbox", () => {
  test("finds by every word of every text, by the beginning of a word, and by the reference", async () => {
    const one = await sentIn({
      failing: "The gateway approves Überweisungen it never saw whole.",
      name: "Ada L.",
    });
    await sentIn({ failing: "Backups restore to yesterday, and nobody is told.", email: "bo@example.org" });
    for (const q of [
      "gateway",
      "gatew",
      "GATEWAY überw",
      "ada",
      "ada@example.org gateway",
      one.reference,
      one.reference.toLowerCase().replaceAll("-", " "),
      one.reference.slice(0, 9),
    ])
      expect([q, await listed({ q })]).toEqual([q, [one.id]]);
    expect(await listed({ q: "gateway yesterday" })).toEqual([]);
  });

  test("takes whatever is typed as words and never as a query", async () => {
    const hostile = [
      ...["'", "''", "\\", "a' | 'b", "!gateway", "gateway & !yesterday", "(", ":*", "<->", "a:*b", "'\\'"],
      ...["%", "_", "; DROP TABLE situation", "\u202egateway", "gate\\'way:*", "&&", "| |", "𝒳", "\\'"],
    ];
    for (const q of hostile) expect((await listInbox(grace, { ...NO_FILTERS, q })).ok).toBe(true);
    expect(await listed({ q: "!gateway" })).toHaveLength(1);
  });

  test("filters by state, by whose it is and by whether the sender is verified, and counts the states", async () => {
    const mine = await sentIn({ failing: "Filtered: the limiter allows what it cannot count." });
    const hers = await sentIn({ failing: "Filtered: two leaders write to one disk." });
    const free = await sentIn({ failing: "Filtered: a cold cache takes the database down." });
    valueOf(await assignSituation(grace, { id: mine.id, revision: 0, assigneeId: grace.id }));
    valueOf(await assignSituation(grace, { id: hers.id, revision: 0, assigneeId: barbara.id }));
    valueOf(await moveSituation(grace, { id: hers.id, revision: 1, to: "closed" }));
    await database.client.situation.update({ where: { id: free.id }, data: { isVerified: true } });
    const q = "filtered";
    expect(await listed({ q })).toEqual([free.id, mine.id]);
    expect(await listed({ q, state: "all" })).toEqual([free.id, hers.id, mine.id]);
    expect(await listed({ q, state: "closed" })).toEqual([hers.id]);
    expect(await listed({ q, who: "me" })).toEqual([mine.id]);
    expect(await listed({ q, who: "nobody" })).toEqual([free.id]);
    expect(await listed({ q, who: barbara.id, state: "all" })).toEqual([hers.id]);
    expect(await listed({ q, verified: "yes" })).toEqual([free.id]);
    expect(await listed({ q, verified: "no" })).toEqual([mine.id]);
    const { counts } = valueOf(await listInbox(grace, { ...NO_FILTERS, q }));
    expect(counts).toMatchObject({ new: 2, closed: 1, inDiagnosis: 0 });
  });

  test("shows among the open ones also what was answered and has a later word of the visitor", async () => {
    const answered = await sentIn({ failing: "Again: the answer did not help." });
    const at = Date.now();
    const say = (direction: "toVisitor" | "fromVisitor", after: number) =>
      database.client.situationMessage.create({
        data: {
          id: unknownId(),
          situationId: answered.id,
          direction,
          text: "Dear",
          at: new Date(at + after),
        },
      });
    await database.client.situation.update({ where: { id: answered.id }, data: { state: "answered" } });
    await say("toVisitor", 1);
    expect(await listed({ q: "again:" })).toEqual([]);
    await say("fromVisitor", 2);
    expect(await listed({ q: "again:" })).toEqual([answered.id]);
    expect(valueOf(await listInbox(grace, { ...NO_FILTERS, q: "again:" })).wroteAgain).toBe(1);
    await say("toVisitor", 3);
    expect(await listed({ q: "again:" })).toEqual([]);
  });

  test("pages without leaving one out or showing one twice, whatever comes in between", async () => {
    const at = new Date("2026-01-01T00:00:00Z");
    const ids = Array.from({ length: 95 }, unknownId);
    await database.client.situation.createMany({
      data: ids.map((id, i) => ({
        ...{ id, reference: `PAGED-${i}`, failing: "paged", works: "", tried: "", signals: [] },
        ...{ system: "", name: "", receivedAt: new Date(at.getTime() + Math.floor(i / 10)) },
      })),
    });
    const seen: string[] = [];
    let after: string | undefined;
    let pages = 0;
    do {
      const query = { ...NO_FILTERS, q: "paged", ...(after !== undefined && { after }) };
      const { rows, next } = valueOf(await listInbox(grace, query));
      seen.push(...rows.map(({ id }) => id));
      pages += 1;
      await sentIn({ failing: "paged: this one came in while somebody was reading." });
      after = next ?? undefined;
    } while (after !== undefined);
    expect(pages).toBe(3);
    expect([...seen].sort()).toEqual([...ids].sort());
  });

  test("is not for visitors and members", async () => {
    expect(await listInbox({ kind: "visitor" }, NO_FILTERS)).toMatchObject({ error: { kind: "signed-out" } });
    expect(await listInbox(member, NO_FILTERS)).toMatchObject({ error: { kind: "forbidden" } });
    expect(await readColleagues(member)).toMatchObject({ error: { kind: "forbidden" } });
  });
});

describe("readSituation", () => {
  test("answers the same to an unknown id and to what is no id", async () => {
    for (const id of [unknownId(), "", "nonsense", "'; --", "0".repeat(36)])
      expect(await readSituation(grace, id)).toEqual({ ok: false, error: { kind: "not-found" } });
  });

  test("names those to whom it can be assigned: owners and staff", async () => {
    const names = valueOf(await readColleagues(grace)).map(({ name }) => name);
    expect(names).toEqual(["Barbara", "Grace"]);
  });
});
