import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { serveForms, type FormServer } from "#tests/support/account-forms.ts";
import { createAccount, PASSWORD, signInAgain } from "#tests/support/accounts.ts";
import { useJobs } from "#tests/support/jobs.ts";
import { raceForTicket } from "#tests/support/races.ts";
import { useTestDatabase } from "#tests/support/test-database.ts";

const database = useTestDatabase();
useJobs(database);
let forms: FormServer;
beforeAll(async () => {
  forms = await serveForms();
});
afterAll(() => forms.close());
beforeEach(async () => {
  await database.client.rateLimit.deleteMany();
});

const NEW = "four brown herons by noon";

/** Somebody in two browsers. */
async function inTwoBrowsers() {
  const here = await createAccount("staff");
  const there = await signInAgain(here.actor);
  return { here, there };
}

describe("a sign-in ends at once", () => {
  test("when somebody signs out, and no other with it", async () => {
    const { here, there } = await inTwoBrowsers();
    const out = await forms.post("/sign-out", {}, { cookie: here.cookie });
    expect([out.status, out.location]).toEqual([303, "/sign-in?done=out"]);
    expect(out.setCookies.join()).toContain("Max-Age=0");
    expect([await forms.ask(here.cookie), await forms.ask(there.cookie)]).toEqual(["401", "staff"]);
  });

  test("when somebody ends another of theirs, and nobody can end that of a stranger", async () => {
    const { here, there } = await inTwoBrowsers();
    const stranger = await createAccount("owner");
    const end = (id: string) => forms.post("/account", { form: "sign-out", id }, { cookie: here.cookie });
    expect((await end(stranger.actor.signInId)).status).toBe(409);
    expect((await end(there.actor.signInId)).status).toBe(303);
    const seen = [here, there, stranger].map(({ cookie }) => forms.ask(cookie));
    expect(await Promise.all(seen)).toEqual(["staff", "401", "owner"]);
  });

  test("when somebody signs out everywhere", async () => {
    const { here, there } = await inTwoBrowsers();
    await forms.post("/account", { form: "everywhere" }, { cookie: here.cookie });
    expect([await forms.ask(here.cookie), await forms.ask(there.cookie)]).toEqual(["401", "401"]);
  });

  test("when the password changes; the browser that changed it has a new one", async () => {
    const { here, there } = await inTwoBrowsers();
    const fields = { form: "password", current: PASSWORD, password: NEW, again: NEW };
    const done = await forms.post("/account", fields, { cookie: here.cookie });
    expect(done.status).toBe(303);
    const seen = [here.cookie, there.cookie, done.cookie].map((cookie) => forms.ask(cookie));
    expect(await Promise.all(seen)).toEqual(["401", "401", "staff"]);
  });

  test("when the role is lost, and not when it grows", async () => {
    const owner = await createAccount("owner");
    const { here } = await inTwoBrowsers();
    const make = (role: string) =>
      forms.post("/console/people", { form: "role", id: here.actor.id, role }, { cookie: owner.cookie });
    expect((await make("owner")).status).toBe(303);
    expect(await forms.ask(here.cookie)).toBe("owner");
    expect((await make("member")).status).toBe(303);
    expect(await forms.ask(here.cookie)).toBe("401");
  });

  test("when the account is removed", async () => {
    const owner = await createAccount("owner");
    const { here } = await inTwoBrowsers();
    const remove = { form: "remove", id: here.actor.id };
    expect((await forms.post("/console/people", remove, { cookie: owner.cookie })).status).toBe(303);
    expect(await forms.ask(here.cookie)).toBe("401");
  });

  test("and a form sent with it afterwards leads to the sign-in, and does nothing", async () => {
    const { here } = await inTwoBrowsers();
    await forms.post("/sign-out", {}, { cookie: here.cookie });
    const late = await forms.post("/account", { form: "name", name: "Eve" }, { cookie: here.cookie });
    expect([late.status, late.location]).toEqual([303, "/sign-in?next=%2Faccount"]);
    const { name } = await database.client.user.findUniqueOrThrow({ where: { id: here.actor.id } });
    expect(name).toBe("A staff");
  });

  test("also one that is beginning while the password changes", async () => {
    const { here } = await inTwoBrowsers();
    const fields = { form: "password", current: PASSWORD, password: NEW, again: NEW };
    const beginning = Array.from({ length: 3 }, () =>
      forms.post("/sign-in", { email: here.email, password: PASSWORD }),
    );
    const [changed, ...begun] = await Promise.all([
      forms.post("/account", fields, { cookie: here.cookie }),
      ...beginning,
    ]);
    expect(changed.status).toBe(303);
    const seen = await Promise.all(begun.map(({ cookie }) => forms.ask(cookie)));
    expect(seen).toEqual(["401", "401", "401"]);
  });
});

describe("a password is asked for again", () => {
  test("before it changes, and guesses at it are counted", async () => {
    const { here } = await inTwoBrowsers();
    const guess = () =>
      forms.post(
        "/account",
        { form: "password", current: "wrong", password: NEW, again: NEW },
        { cookie: here.cookie },
      );
    const statuses: number[] = [];
    for (let count = 0; count < 6; count += 1) statuses.push((await guess()).status);
    expect(statuses).toEqual([422, 422, 422, 422, 422, 429]);
    expect(await forms.ask(here.cookie)).toBe("staff");
  });
});

describe("one ticket and fifty who redeem it at once", () => {
  test.each(["invitation", "passwordReset"] as const)("%s: one of them does", async (purpose) => {
    for (let round = 0; round < 3; round += 1)
      expect(await raceForTicket(database.client, purpose, 50)).toEqual({ successes: 1, effects: 1 });
  });
});
