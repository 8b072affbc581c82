import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { serveForms, type FormServer } from "#tests/support/account-forms.ts";
import { createAccount, PASSWORD } from "#tests/support/accounts.ts";
import { useJobs } from "#tests/support/jobs.ts";
import { useTestDatabase } from "#tests/support/test-database.ts";

const database = useTestDatabase();
useJobs(database);
let forms: FormServer;
beforeAll(async () => {
  forms = await serveForms();
});
afterAll(() => forms.close());

let addresses = 0;
/** Somebody at an address of their own, so that no test limits another. */
function elsewhere(): { "x-forwarded-for": string } {
  addresses += 1;
  return { "x-forwarded-for": `10.1.${addresses >> 8}.${addresses & 255}` };
}

describe("signing in", () => {
  test("sets a sign-in that scripts cannot read, and the mark of a known device", async () => {
    const { email, actor } = await createAccount("staff");
    const done = await forms.post(
      "/sign-in",
      { email: ` ${email.toUpperCase()} `, password: PASSWORD },
      elsewhere(),
    );
    expect([done.status, done.location]).toEqual([303, "/console"]);
    expect(done.setCookies).toHaveLength(2);
    for (const line of done.setCookies) expect(line).toMatch(/; Path=\/; HttpOnly; SameSite=Lax$/);
    expect(await forms.ask(done.cookie)).toBe("staff");
    const acts = await database.client.auditEntry.findMany({ where: { subjectId: actor.id } });
    expect(acts.map(({ action }) => action)).toEqual(["person.signed-in"]);
  });

  test("keeps of a browser no more than its name", async () => {
    const { email, actor } = await createAccount("member");
    const agent = "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0";
    await forms.post("/sign-in", { email, password: PASSWORD }, { ...elsewhere(), "user-agent": agent });
    const signIns = await database.client.signIn.findMany({ where: { userId: actor.id } });
    expect(signIns.map(({ userAgent, ipAddress }) => [userAgent, ipAddress])).toContainEqual([
      "Firefox on Linux",
      null,
    ]);
  });

  test("ends the sign-in that the browser had before", async () => {
    const { email, cookie } = await createAccount("staff");
    expect(await forms.ask(cookie)).toBe("staff");
    await forms.post("/sign-in", { email, password: PASSWORD }, { ...elsewhere(), cookie });
    expect(await forms.ask(cookie)).toBe("401");
  });

  test.each([
    ["/console/people", "/console/people"],
    ["//evil.example", "/console"],
  ])("leads to %s as %s", async (next, location) => {
    const { email } = await createAccount("staff");
    const done = await forms.post("/sign-in", { email, password: PASSWORD, next }, elsewhere());
    expect(done.location).toBe(location);
  });
});

describe("an account that does not exist", () => {
  test("is answered like one with another password", async () => {
    const { email } = await createAccount("owner");
    const unknown = `nobody-${randomUUID()}@example.org`;
    const [wrong, missing] = [
      await forms.post("/sign-in", { email, password: "another long password" }, elsewhere()),
      await forms.post("/sign-in", { email: unknown, password: "another long password" }, elsewhere()),
    ];
    expect(missing.body.replace(unknown, email)).toBe(wrong.body);
    // Its length differs by the address that was typed, and by nothing else.
    const { "content-length": a, ...wrongHeaders } = wrong.headers;
    const { "content-length": b, ...missingHeaders } = missing.headers;
    expect(Number(b) - Number(a)).toBe(unknown.length - email.length);
    expect([missing.status, missingHeaders, missing.setCookies]).toEqual([
      422,
      wrongHeaders,
      wrong.setCookies,
    ]);
    expect(wrong.body).not.toContain("another long password");
  });

  test("is answered like one that exists when somebody forgot a password", async () => {
    const { email, actor } = await createAccount("staff");
    const known = await forms.post("/forgotten", { email }, elsewhere());
    const missing = await forms.post("/forgotten", { email: `${randomUUID()}@example.org` }, elsewhere());
    expect([missing.status, missing.location, missing.body, missing.headers]).toEqual([
      303,
      known.location,
      known.body,
      known.headers,
    ]);
    expect(await database.client.ticket.count({ where: { purpose: "passwordReset" } })).toBe(1);
    const ticket = await database.client.ticket.findFirstOrThrow({ where: { userId: actor.id } });
    expect(await database.client.delivery.findMany({ where: { subjectId: ticket.id } })).toMatchObject([
      { kind: "resetMail" },
    ]);
  });
});

describe("guesses at one account", { timeout: 120_000 }, () => {
  test("from fifty addresses: at most ten are evaluated, and a known device still gets in", async () => {
    const { email } = await createAccount("owner");
    const before = await forms.post("/sign-in", { email, password: PASSWORD }, elsewhere());
    const device = before.cookie.split("; ").find((one) => one.includes("device"))!;
    const statuses: number[] = [];
    for (let round = 0; round < 20; round += 1) {
      const round50 = Array.from({ length: 50 }, (_, index) =>
        forms.post(
          "/sign-in",
          { email, password: `guess number ${round * 50 + index}` },
          { "x-forwarded-for": `192.0.2.${index}` },
        ),
      );
      statuses.push(...(await Promise.all(round50)).map(({ status }) => status));
    }
    const evaluated = statuses.filter((status) => status === 422).length;
    console.info(JSON.stringify({ id: "AUTH-5", guesses: statuses.length, evaluated, target: "<= 10" }));
    expect(statuses).toHaveLength(1000);
    expect(evaluated).toBeLessThanOrEqual(10);
    expect(evaluated).toBeGreaterThan(0);
    expect(new Set(statuses)).toEqual(new Set([422, 429]));
    const stranger = await forms.post("/sign-in", { email, password: PASSWORD }, elsewhere());
    expect([stranger.status, Number(stranger.retryAfter) > 0]).toEqual([429, true]);
    const own = await forms.post(
      "/sign-in",
      { email, password: PASSWORD },
      { ...elsewhere(), cookie: device },
    );
    expect(own.status).toBe(303);
  });

  test("from a known device of another account are counted like those of a stranger", async () => {
    const { email } = await createAccount("owner");
    const other = await createAccount("member");
    const mark = await forms.post("/sign-in", { email: other.email, password: PASSWORD }, elsewhere());
    const statuses: number[] = [];
    for (let guess = 0; guess < 12; guess += 1) {
      const headers = guess % 2 === 0 ? { ...elsewhere(), cookie: mark.cookie } : elsewhere();
      const answer = await forms.post("/sign-in", { email, password: "not the password" }, headers);
      statuses.push(answer.status);
    }
    expect(statuses.filter((status) => status === 422).length).toBeLessThanOrEqual(10);
    expect(statuses.at(-1)).toBe(429);
  });

  test("are answered with 429 whether or not there is such an account", async () => {
    const email = `nobody-${randomUUID()}@example.org`;
    const statuses: number[] = [];
    for (let guess = 0; guess < 12; guess += 1)
      statuses.push(
        (await forms.post("/sign-in", { email, password: "not the password" }, elsewhere())).status,
      );
    expect(statuses.at(-1)).toBe(429);
  });
});

describe("X-Forwarded-For", { timeout: 120_000 }, () => {
  test("without a trusted proxy names nobody: a thousand claims share one bucket", async () => {
    const direct = await serveForms({ trustedHops: 0 });
    const statuses = await claims(direct, (claim) => claim);
    direct.close();
    expect(statuses.filter((status) => status === 429).length).toBeGreaterThanOrEqual(950);
  });

  test("with one trusted proxy counts by its last value alone", async () => {
    const statuses = await claims(forms, (claim) => `${claim}, 203.0.113.77`);
    expect(statuses.filter((status) => status === 429).length).toBeGreaterThanOrEqual(950);
  });

  async function claims(server: FormServer, header: (claim: string) => string): Promise<number[]> {
    const statuses: number[] = [];
    for (let round = 0; round < 20; round += 1) {
      const asked = Array.from({ length: 50 }, (_, index) => {
        const claim = `198.51.${round}.${index}`;
        const email = `somebody-${round}-${index}@example.org`;
        return server.post("/sign-in", { email, password: "x" }, { "x-forwarded-for": header(claim) });
      });
      statuses.push(...(await Promise.all(asked)).map(({ status }) => status));
    }
    return statuses;
  }
});
