import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { exportOwnData } from "#server/services/accounts/own-account.ts";
import { findTeam, listTeams } from "#server/services/accounts/teams.ts";
import { serveForms, type FormServer } from "#tests/support/account-forms.ts";
import { createAccount, PASSWORD } from "#tests/support/accounts.ts";
import { useJobs } from "#tests/support/jobs.ts";
import { useTestDatabase } from "#tests/support/test-database.ts";
import { valueOf } from "#tests/support/value-of.ts";

const database = useTestDatabase();
useJobs(database);
let forms: FormServer;
beforeAll(async () => {
  forms = await serveForms();
});
afterAll(() => forms.close());
beforeEach(async () => {
  await database.client.rateLimit.deleteMany();
  await database.client.user.deleteMany();
  await database.client.team.deleteMany();
});

type Account = Awaited<ReturnType<typeof createAccount>>;
const people = (by: Account, fields: Record<string, string>) =>
  forms.post("/console/people", fields, { cookie: by.cookie });

async function teamOf(lead: Account, ...members: Account[]): Promise<string> {
  const id = randomUUID();
  await database.client.team.create({ data: { id, name: "Crew" } });
  for (const { actor } of [lead, ...members])
    await database.client.teamMembership.create({
      data: { teamId: id, userId: actor.id, isLead: actor.id === lead.actor.id },
    });
  return id;
}

function sketch(owner: Account, teamId: string | null, title: string) {
  return database.client.document.create({
    data: { id: randomUUID(), ownerId: owner.actor.id, teamId, title },
  });
}

describe("the last owner", () => {
  test("cannot be demoted, removed or deleted", async () => {
    const owner = await createAccount("owner");
    const { id } = owner.actor;
    expect((await people(owner, { form: "role", id, role: "member" })).status).toBe(422);
    expect((await people(owner, { form: "remove", id })).status).toBe(422);
    const deletion = { form: "delete", "delete-password": PASSWORD };
    expect((await forms.post("/account", deletion, { cookie: owner.cookie })).status).toBe(422);
    expect(await forms.ask(owner.cookie)).toBe("owner");
  });

  test("is left, whatever two owners do to each other at once", async () => {
    for (let round = 0; round < 5; round += 1) {
      await database.client.user.deleteMany();
      const [ada, grace] = [await createAccount("owner"), await createAccount("owner")];
      const statuses = await Promise.all([
        people(ada, { form: "role", id: grace.actor.id, role: "member" }),
        people(grace, { form: "remove", id: ada.actor.id }),
        people(ada, { form: "role", id: ada.actor.id, role: "staff" }),
        forms.post("/account", { form: "delete", "delete-password": PASSWORD }, { cookie: grace.cookie }),
      ]);
      expect(statuses.some(({ status }) => status === 303)).toBe(true);
      expect(await database.client.user.count({ where: { role: "owner" } })).toBeGreaterThanOrEqual(1);
    }
  });
});

describe("what only owners do", () => {
  test.each(["staff", "member"] as const)("is refused to %s", async (role) => {
    const owner = await createAccount("owner");
    const other = await createAccount(role);
    for (const fields of [
      { form: "role", id: other.actor.id, role: "owner" },
      { form: "remove", id: owner.actor.id },
      { form: "withdraw", id: randomUUID() },
    ])
      expect((await people(other, fields)).status).toBe(403);
    expect([await forms.ask(owner.cookie), await forms.ask(other.cookie)]).toEqual(["owner", role]);
  });
});

describe("an account that is deleted", () => {
  test("takes with it what was only theirs, leaves what is the team's, and keeps no word of theirs", async () => {
    const [leaver, mate] = [await createAccount("member", { name: "Leaver" }), await createAccount("member")];
    const team = await teamOf(leaver, mate);
    const alone = await teamOf(leaver);
    const own = await sketch(leaver, null, "own");
    const shared = await sketch(leaver, team, "shared");
    const lonely = await sketch(leaver, alone, "lonely");
    await forms.post("/forgotten", { email: leaver.email });

    const wrong = await forms.post(
      "/account",
      { form: "delete", "delete-password": "no" },
      { cookie: leaver.cookie },
    );
    expect(wrong.status).toBe(422);
    const deletion = { form: "delete", "delete-password": PASSWORD };
    const done = await forms.post("/account", deletion, { cookie: leaver.cookie });
    expect([done.status, done.location]).toEqual([303, "/sign-in?done=deleted"]);

    const left = await database.client.document.findMany({ select: { id: true, ownerId: true } });
    expect(left).toEqual([{ id: shared.id, ownerId: mate.actor.id }]);
    expect([own.id, lonely.id]).not.toContain(shared.id);
    expect(await database.client.team.findMany({ select: { id: true } })).toEqual([{ id: team }]);
    const { client } = database;
    const tables = [
      "person",
      "sign_in",
      "credential",
      "ticket",
      "delivery",
      "audit_entry",
      "document",
      "team",
    ];
    for (const table of tables) {
      const rows = await client.$queryRawUnsafe<{ text: string }[]>(`SELECT t::text AS text FROM ${table} t`);
      const mentions = rows.filter(({ text }) => text.includes(leaver.email) || text.includes("Leaver"));
      expect([table, mentions]).toEqual([table, []]);
    }
    expect(await client.delivery.count({ where: { kind: "resetMail" } })).toBe(0);
  });

  test("can be exported before, and the export is of nobody else", async () => {
    const [one, other] = [await createAccount("staff"), await createAccount("staff")];
    const drawn = await sketch(one, null, "Harbour gates");
    const bytes = new Uint8Array([1, 2, 3]);
    await database.client.documentUpdate.create({
      data: { documentId: drawn.id, seq: 1, bytes, sha256: bytes, userId: one.actor.id },
    });
    await sketch(other, null, "Not for others");
    const data = valueOf(await exportOwnData(one.actor));
    expect(data.account).toMatchObject({ email: one.email, signIns: [{ userAgent: "A browser" }] });
    expect(data.sketches).toMatchObject([{ title: "Harbour gates", updates: ["AQID"] }]);
    const text = JSON.stringify(data);
    expect(text).not.toContain("Not for others");
    expect(text).not.toContain(other.email);
    expect(text).not.toMatch(/scrypt|token|password/i);
  });
});

describe("a team", () => {
  test("is made by staff, who lead it, and not by members", async () => {
    const [staff, member] = [await createAccount("staff"), await createAccount("member")];
    const create = { form: "create", "team-name": "  Harbour \u0000 crew " };
    expect((await forms.post("/console/teams", create, { cookie: member.cookie })).status).toBe(403);
    const made = await forms.post("/console/teams", create, { cookie: staff.cookie });
    expect(made.location).toMatch(/^\/console\/teams\/[0-9a-f-]{36}$/);
    expect(valueOf(await listTeams(staff.actor))).toMatchObject([
      { name: "Harbour crew", isLead: true, members: 1 },
    ]);
    expect(valueOf(await listTeams(member.actor))).toEqual([]);
  });

  test("is there for who is in it and for owners, and for nobody else", async () => {
    const [lead, mate] = [await createAccount("member"), await createAccount("member")];
    const [stranger, owner] = [await createAccount("staff"), await createAccount("owner")];
    const id = await teamOf(lead, mate);
    const seen = [lead, mate, stranger, owner].map(
      async ({ actor }) => valueOf(await findTeam(actor, id))?.isManaged,
    );
    expect(await Promise.all(seen)).toEqual([true, false, undefined, true]);
    for (const form of [
      { form: "rename", "team-name": "Taken" },
      { form: "add", "member-email": stranger.email },
      { form: "remove", id: mate.actor.id },
      { form: "lead", id: mate.actor.id, lead: "yes" },
    ]) {
      const byStranger = await forms.post(`/console/teams/${id}`, form, { cookie: stranger.cookie });
      const ofUnknown = await forms.post(`/console/teams/${randomUUID()}`, form, { cookie: stranger.cookie });
      expect([byStranger.status, ofUnknown.status]).toEqual([409, 409]);
      const fields = form.form === "remove" ? { ...form, id: lead.actor.id } : form;
      expect((await forms.post(`/console/teams/${id}`, fields, { cookie: mate.cookie })).status).toBe(403);
    }
    expect(await database.client.teamMembership.count({ where: { teamId: id } })).toBe(2);
  });

  test("gets who has an account at once; others are invited by owners only", async () => {
    const [lead, known] = [await createAccount("member"), await createAccount("member")];
    const owner = await createAccount("owner");
    const id = await teamOf(lead);
    const add = (by: Account, email: string) =>
      forms.post(`/console/teams/${id}`, { form: "add", "member-email": email }, { cookie: by.cookie });
    expect((await add(lead, known.email)).location).toBe(`/console/teams/${id}?done=added`);
    expect((await add(lead, known.email)).status).toBe(422);
    expect((await add(lead, "new@example.org")).status).toBe(422);
    expect((await add(owner, "new@example.org")).location).toBe(`/console/teams/${id}?done=invited`);
    expect(await database.client.ticket.findMany()).toMatchObject([
      { email: "new@example.org", role: "member", teamId: id },
    ]);
  });

  test("may be left by everybody, and ends with the last", async () => {
    const [lead, mate] = [await createAccount("staff"), await createAccount("member")];
    const id = await teamOf(lead, mate);
    const leave = (who: Account) =>
      forms.post(`/console/teams/${id}`, { form: "remove", id: who.actor.id }, { cookie: who.cookie });
    expect((await leave(mate)).location).toBe("/console/teams?done=removed");
    expect(await database.client.team.count()).toBe(1);
    await leave(lead);
    expect(await database.client.team.count()).toBe(0);
  });
});
