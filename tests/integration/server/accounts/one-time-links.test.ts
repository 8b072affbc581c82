import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { linkToken, type LinkPurpose } from "#server/auth/link-token.ts";
import { openOwnerSetup } from "#server/services/accounts/set-up-owner.ts";
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
  await database.client.ticket.deleteMany();
});

const NEW = "four brown herons by noon";
const twice = { password: NEW, again: NEW };

async function invite(fields: Record<string, string> = {}) {
  const owner = await createAccount("owner");
  const email = `${randomUUID()}@example.org`;
  const given = {
    form: "invite",
    "invite-email": email,
    "invite-role": "staff",
    "invite-team": "",
    ...fields,
  };
  const asked = await forms.post("/console/people", given, { cookie: owner.cookie });
  expect([asked.status, asked.location]).toEqual([303, "/console/people?done=invited"]);
  const ticket = await database.client.ticket.findFirstOrThrow({ where: { purpose: "invitation" } });
  return { owner, email, ticket, path: `/invitation/${linkToken("invitation", ticket.id)}` };
}

async function askForReset(email: string): Promise<string> {
  await forms.post("/forgotten", { email });
  const ticket = await database.client.ticket.findFirstOrThrow({ where: { purpose: "passwordReset" } });
  return `/reset/${linkToken("password-reset", ticket.id)}`;
}

describe("the link of the first owner", () => {
  test("makes one, signs them in, and opens nothing any more", async () => {
    const path = valueOf(await openOwnerSetup()) ?? "";
    const given = { name: "Ada", email: "Ada@Example.org", ...twice };
    const done = await forms.post(path, given);
    expect([done.status, done.location]).toEqual([303, "/console"]);
    expect(await forms.ask(done.cookie)).toBe("owner");
    expect((await forms.post(path, { ...given, email: "eve@example.org" })).status).toBe(409);
    expect(await database.client.user.findMany({ select: { email: true, role: true } })).toEqual([
      { email: "ada@example.org", role: "owner" },
    ]);
  });

  test("of an earlier start opens nothing, and none is made where there is an owner", async () => {
    const earlier = valueOf(await openOwnerSetup()) ?? "";
    const later = valueOf(await openOwnerSetup()) ?? "";
    const given = { name: "Ada", email: "ada@example.org", ...twice };
    expect((await forms.post(earlier, given)).status).toBe(409);
    expect((await forms.post(later, given)).status).toBe(303);
    expect(valueOf(await openOwnerSetup())).toBeUndefined();
  });

  test("comes back with everything typed but the passwords, and stays open", async () => {
    const path = valueOf(await openOwnerSetup()) ?? "";
    const given = { name: "Ada", email: "ada@example", password: "password1234", again: "password1234" };
    const { status, refused, body } = await forms.post(path, given);
    expect(status).toBe(422);
    expect(refused?.refusal.problems.map(({ field }) => field)).toEqual(["email", "password"]);
    expect(refused?.typed).toEqual({ name: "Ada", email: "ada@example" });
    expect(body).not.toContain("password1234");
    expect((await forms.post(path, { name: "Ada", email: "ada@example.org", ...twice })).status).toBe(303);
  });
});

describe("an invitation", () => {
  test("makes an account of the address, role and team that was invited, whatever else is sent", async () => {
    const team = await database.client.team.create({ data: { id: randomUUID(), name: "Crew" } });
    const { email, path, ticket } = await invite({ "invite-team": team.id });
    const done = await forms.post(path, {
      ...{ name: "Grace", ...twice },
      ...{
        email: "eve@example.org",
        role: "owner",
        id: randomUUID(),
        emailVerified: "false",
        teamId: randomUUID(),
      },
    });
    expect([done.status, done.location]).toEqual([303, "/console"]);
    expect(await forms.ask(done.cookie)).toBe("staff");
    const person = await database.client.user.findUniqueOrThrow({
      where: { email },
      include: { memberships: true },
    });
    expect(person).toMatchObject({
      name: "Grace",
      role: "staff",
      memberships: [{ teamId: team.id, isLead: false }],
    });
    expect(await database.client.delivery.findMany({ where: { subjectId: ticket.id } })).toMatchObject([
      { kind: "invitationMail" },
    ]);
  });

  test("that was taken back, replaced or is too old opens nothing", async () => {
    const { owner, ticket, path, email } = await invite();
    const withdraw = { form: "withdraw", id: ticket.id };
    expect((await forms.post("/console/people", withdraw, { cookie: owner.cookie })).status).toBe(303);
    expect((await forms.post(path, { name: "Grace", ...twice })).status).toBe(409);
    expect((await forms.post("/console/people", withdraw, { cookie: owner.cookie })).status).toBe(409);

    const again = { form: "invite", "invite-email": email, "invite-role": "member", "invite-team": "" };
    await forms.post("/console/people", again, { cookie: owner.cookie });
    await database.client.ticket.updateMany({ data: { usedAt: null, expiresAt: new Date(Date.now() - 1) } });
    const [old] = await database.client.ticket.findMany({ orderBy: { createdAt: "desc" } });
    const expired = `/invitation/${linkToken("invitation", old!.id)}`;
    expect((await forms.post(expired, { name: "Grace", ...twice })).status).toBe(409);
  });

  test("is not sent by staff, and not to whoever has an account", async () => {
    const staff = await createAccount("staff");
    const given = {
      form: "invite",
      "invite-email": "x@example.org",
      "invite-role": "owner",
      "invite-team": "",
    };
    expect((await forms.post("/console/people", given, { cookie: staff.cookie })).status).toBe(403);
    const owner = await createAccount("owner");
    const known = { ...given, "invite-email": staff.email };
    expect((await forms.post("/console/people", known, { cookie: owner.cookie })).status).toBe(422);
    expect(await database.client.ticket.count()).toBe(0);
  });
});

describe("a reset", () => {
  test("sets the password, ends every sign-in and says so by mail", async () => {
    const { email, cookie, actor } = await createAccount("staff");
    const path = await askForReset(email);
    const done = await forms.post(path, twice);
    expect([done.status, done.location, done.setCookies]).toEqual([303, "/sign-in?done=reset", []]);
    expect(await forms.ask(cookie)).toBe("401");
    expect((await forms.post("/sign-in", { email, password: PASSWORD })).status).toBe(422);
    expect((await forms.post("/sign-in", { email, password: NEW })).status).toBe(303);
    expect(await database.client.delivery.findMany({ where: { subjectId: actor.id } })).toMatchObject([
      { kind: "securityMail" },
    ]);
  });

  test("asked for twice leaves one link open, and two mails are the most at once", async () => {
    const { email, actor } = await createAccount("staff");
    const first = await askForReset(email);
    for (let more = 0; more < 4; more += 1)
      expect((await forms.post("/forgotten", { email })).status).toBe(303);
    expect((await forms.post(first, twice)).status).toBe(409);
    expect(await database.client.ticket.count({ where: { usedAt: null } })).toBe(1);
    const asked = { action: "person.reset-asked", subjectId: actor.id };
    expect(await database.client.auditEntry.count({ where: asked })).toBe(2);
  });
});

describe("a link", () => {
  test("of one purpose opens nothing of another, and a changed one nothing at all", async () => {
    const { path, ticket } = await invite();
    const token = path.split("/").at(-1) ?? "";
    const given = { name: "Eve", email: "eve@example.org", ...twice };
    const other: LinkPurpose[] = ["owner-setup", "password-reset", "situation"];
    const tried = [
      ...other.map((purpose) => `/invitation/${linkToken(purpose, ticket.id)}`),
      ...["/reset/", "/setup/"].map((form) => form + token),
      ...[
        `/invitation/${token.slice(0, -2)}AA`,
        `/invitation/${token}x`,
        `/invitation/${linkToken("invitation", randomUUID())}`,
      ],
    ];
    for (const address of tried) expect((await forms.post(address, given)).status).toBe(409);
    expect(await database.client.user.count()).toBe(1);
  });

  test("is used once by ten at once", async () => {
    const { path, email } = await invite();
    const asked = Array.from({ length: 10 }, (_, index) =>
      forms.post(path, { name: `Racer ${index}`, ...twice }, { "x-forwarded-for": `192.0.2.${index}` }),
    );
    const statuses = (await Promise.all(asked)).map(({ status }) => status);
    expect(statuses.filter((status) => status === 303)).toHaveLength(1);
    expect(statuses.filter((status) => status === 409 || status === 503)).toHaveLength(9);
    expect(await database.client.user.count({ where: { email } })).toBe(1);
  });
});
