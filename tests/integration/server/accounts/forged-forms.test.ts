import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { may, POLICY } from "#core/access/policy.ts";
import { ACCOUNT_FORMS } from "#server/http/account-forms.ts";
import { serveForms, type FormServer } from "#tests/support/account-forms.ts";
import { createAccount } from "#tests/support/accounts.ts";
import { useJobs } from "#tests/support/jobs.ts";
import { useTestDatabase } from "#tests/support/test-database.ts";

const database = useTestDatabase();
useJobs(database);
let forms: FormServer;
let cookie = "";
beforeAll(async () => {
  forms = await serveForms();
  ({ cookie } = await createAccount("owner"));
});
afterAll(() => forms.close());

const EVERY = ACCOUNT_FORMS.map((form) => [`${form.path} ${form.name}`.trim(), form] as const);
const body = new URLSearchParams({ email: "a@example.org", name: "a" });

/** Requests a page of another site can make a browser send, and some it cannot. */
const FORGERIES: Readonly<Record<string, () => Readonly<Record<string, string>>>> = {
  "from another origin": () => ({ origin: "https://evil.example" }),
  "from a sandboxed frame": () => ({ origin: "null" }),
  "without an origin": () => ({}),
  "from another site": () => ({ origin: forms.url, "sec-fetch-site": "cross-site" }),
  "from a sibling site": () => ({ origin: forms.url, "sec-fetch-site": "same-site" }),
  "as plain text": () => ({ origin: forms.url, "content-type": "text/plain" }),
  "as JSON": () => ({ origin: forms.url, "content-type": "application/json" }),
  "as multipart": () => ({ origin: forms.url, "content-type": "multipart/form-data; boundary=x" }),
};

describe.each(EVERY)("the form %s", (_, form) => {
  const path = form.path.replace(/\[\w+\]/g, "0");

  test.each(Object.keys(FORGERIES))("is not read %s", async (name) => {
    const before = await count();
    const sent = new URLSearchParams(body);
    sent.set("form", form.name);
    const response = await fetch(`${forms.url}${path}`, {
      method: "POST",
      body: sent.toString(),
      redirect: "manual",
      headers: { "content-type": "application/x-www-form-urlencoded", cookie, ...FORGERIES[name]?.() },
    });
    expect(response.status).toBe(403);
    expect(response.headers.getSetCookie()).toEqual([]);
    expect(await response.json()).toMatchObject({ refused: { refusal: { kind: "foreign" }, typed: {} } });
    expect(await count()).toEqual(before);
  });

  test("is taken by POST alone, whatever the request calls itself", async () => {
    const before = await count();
    const sent = new URLSearchParams({ form: form.name, _method: "POST" });
    for (const method of ["GET", "PUT", "PATCH", "DELETE"]) {
      const response = await fetch(`${forms.url}${path}?${sent.toString()}`, {
        method,
        headers: { origin: forms.url, cookie, "x-http-method-override": "POST", "x-method-override": "POST" },
        ...(method !== "GET" && { body: sent }),
        redirect: "manual",
      });
      expect([method, response.status, await response.json()]).toEqual([method, 200, {}]);
    }
    expect(await count()).toEqual(before);
  });

  test("names an action of the policy, and its kind of caller", () => {
    expect(Object.keys(POLICY)).toContain(form.action);
    expect(may({ kind: "visitor" }, form.action)).toBe(form.by === "visitor");
  });
});

/** Everything a form could change. */
async function count(): Promise<readonly number[]> {
  const { client } = database;
  return Promise.all([
    client.user.count(),
    client.signIn.count(),
    client.ticket.count(),
    client.team.count(),
    client.auditEntry.count(),
    client.rateLimit.count(),
  ]);
}
