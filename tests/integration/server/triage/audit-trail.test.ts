import { beforeAll, beforeEach, describe, expect, test } from "vitest";
import type { User } from "#core/access/policy.ts";
import { recordAct } from "#server/repositories/audit.ts";
import { inTransaction } from "#server/repositories/transaction.ts";
import { readTrail, trailLines, verifyChain } from "#server/services/audit-trail.ts";
import { createAccount, unknownId } from "#tests/support/accounts.ts";
import { useTestDatabase } from "#tests/support/test-database.ts";
import { valueOf } from "#tests/support/value-of.ts";

const database = useTestDatabase();
const NO_QUERY = { subject: "", actor: "", action: "" } as const;
let owner: User;
let staff: User;

beforeAll(async () => {
  owner = (await createAccount("owner", { name: "Barbara" })).actor;
  staff = (await createAccount("staff", { name: "Grace" })).actor;
});

beforeEach(async () => {
  await database.client.auditEntry.deleteMany();
  await record(12);
});

async function record(count: number): Promise<void> {
  for (let i = 0; i < count; i += 1)
    await inTransaction(database.client, (transaction) =>
      recordAct(transaction, {
        actorId: i % 2 === 0 ? staff.id : null,
        action: i % 3 === 0 ? "situation.moved" : "delivery.redriven",
        subjectKind: i % 3 === 0 ? "situation" : "delivery",
        subjectId: unknownId(),
        details: i % 4 === 0 ? {} : { from: "new", to: "accepted", round: i },
      }),
    );
}

async function verdict(known?: string) {
  return valueOf(await verifyChain(owner, known === undefined ? {} : { known }));
}

describe("verifyChain", () => {
  test("finds a chain whole that 40 people wrote to at once", async () => {
    await Promise.all(Array.from({ length: 40 }, () => record(1)));
    const entries = await database.client.auditEntry.count();
    expect(entries).toBeGreaterThan(20);
    expect(await verdict()).toMatchObject({ kind: "whole", entries });
  });

  test.each([
    ["the time", "UPDATE audit_entry SET at = at + interval '1 ms' WHERE seq = 7"],
    ["who it was", "UPDATE audit_entry SET actor_id = NULL WHERE seq = 7"],
    ["what was done", "UPDATE audit_entry SET action = 'situation.noted' WHERE seq = 7"],
    ["the kind of subject", "UPDATE audit_entry SET subject_kind = 'team' WHERE seq = 7"],
    ["the subject", "UPDATE audit_entry SET subject_id = 'another' WHERE seq = 7"],
    ["a detail", `UPDATE audit_entry SET details = details || '{"to":"closed"}' WHERE seq = 7`],
    ["another detail", `UPDATE audit_entry SET details = details || '{"__proto__":1}' WHERE seq = 7`],
    ["the details as a list", "UPDATE audit_entry SET details = '[]' WHERE seq = 7"],
    ["the hash before", "UPDATE audit_entry SET previous = hash WHERE seq = 7"],
    ["the hash", "UPDATE audit_entry SET hash = previous WHERE seq = 7"],
    ["its place", "UPDATE audit_entry SET seq = 700 WHERE seq = 7"],
  ])("finds the entry in which %s was changed", async (_, sql) => {
    await database.client.$executeRawUnsafe(sql);
    const found = await verdict();
    // Where an entry left its place, the one after it no longer follows.
    const [seq, why] = sql.includes("SET seq") ? ["8", "detached"] : ["7", "changed"];
    expect(found).toMatchObject({ kind: "broken", seq, why });
  });

  test("finds where an entry was taken out", async () => {
    await database.client.auditEntry.delete({ where: { seq: 5n } });
    expect(await verdict()).toEqual({ kind: "broken", entries: 4, seq: "6", why: "detached" });
  });

  test("finds where the beginning was taken out", async () => {
    await database.client.auditEntry.deleteMany({ where: { seq: { lte: 3n } } });
    expect(await verdict()).toMatchObject({ kind: "broken", seq: "4", why: "detached" });
  });

  test("finds where two entries changed places", async () => {
    for (const sql of [
      "UPDATE audit_entry SET seq = 900 WHERE seq = 4",
      "UPDATE audit_entry SET seq = 4 WHERE seq = 9",
      "UPDATE audit_entry SET seq = 9 WHERE seq = 900",
    ])
      await database.client.$executeRawUnsafe(sql);
    expect(await verdict()).toMatchObject({ kind: "broken", seq: "4", why: "changed" });
  });

  test("finds by a head that was noted that the end was cut off", async () => {
    const before = await verdict();
    const head = before.kind === "whole" ? before.head : "";
    await record(3);
    expect(await verdict(head)).toMatchObject({ kind: "whole", entries: 15 });
    await database.client.auditEntry.deleteMany({ where: { seq: { gte: 12n } } });
    expect(await verdict()).toMatchObject({ kind: "whole", entries: 11 });
    expect(await verdict(head)).toEqual({ kind: "broken", entries: 11, seq: "12", why: "cut" });
  });

  test("walks a chain longer than one step", async () => {
    await database.client.auditEntry.deleteMany();
    await record(520);
    expect(await verdict()).toMatchObject({ kind: "whole", entries: 520 });
    await database.client.auditEntry.delete({ where: { seq: 510n } });
    expect(await verdict()).toMatchObject({ kind: "broken", seq: "511" });
  });
});

describe("readTrail", () => {
  test("shows the newest first, with names, and filters by subject, actor and action", async () => {
    const { rows } = valueOf(await readTrail(owner, NO_QUERY));
    expect(rows.map(({ seq }) => Number(seq))).toEqual(Array.from({ length: 12 }, (_, i) => 12 - i));
    expect(new Set(rows.map(({ actor }) => actor?.name))).toEqual(new Set(["Grace", undefined]));
    const [first] = rows;
    const about = valueOf(await readTrail(owner, { ...NO_QUERY, subject: first?.subjectId ?? "" }));
    expect(about.rows).toEqual([first]);
    const hers = valueOf(await readTrail(owner, { ...NO_QUERY, actor: staff.id }));
    expect(hers.rows).toHaveLength(6);
    const moved = valueOf(await readTrail(owner, { ...NO_QUERY, action: "situation." }));
    expect(moved.rows).toHaveLength(4);
    const older = valueOf(await readTrail(owner, { ...NO_QUERY, before: "3" }));
    expect(older.rows.map(({ seq }) => seq)).toEqual(["2", "1"]);
  });

  test("is for owners alone", async () => {
    expect(await readTrail(staff, NO_QUERY)).toMatchObject({ error: { kind: "forbidden" } });
    expect(await verifyChain(staff, {})).toMatchObject({ error: { kind: "forbidden" } });
    expect(trailLines(staff)).toMatchObject({ error: { kind: "forbidden" } });
  });

  test("comes as lines, each with its hash and the one before it", async () => {
    const lines: { seq: string; previous: string; hash: string }[] = [];
    for await (const line of valueOf(trailLines(owner)))
      lines.push(JSON.parse(line) as { seq: string; previous: string; hash: string });
    expect(lines.map(({ seq }) => seq)).toEqual(Array.from({ length: 12 }, (_, i) => `${i + 1}`));
    lines.slice(1).forEach(({ previous }, i) => expect(previous).toBe(lines[i]?.hash));
  });
});
