import type { APIRequestContext, APIResponse } from "@playwright/test";
import { cases } from "#content/generated/cases.ts";
import { may, VISITOR, type Actor } from "#core/access/policy.ts";
import { ROUTES, type Route } from "#server/http/route-inventory.ts";
import { expect, test } from "#tests/support/browser.ts";
import { signInAs } from "#tests/support/e2e-accounts.ts";

const OURS = { "sec-fetch-site": "same-origin" };
const FORM = "application/x-www-form-urlencoded";
const MUTATIONS = ROUTES.filter(({ methods }) => methods.some((method) => method !== "GET"));

/** An address of the route where nothing is, except for what is published. */
function addressOf({ path }: Route): string {
  return path
    .replace("/cases/[slug]/[file]", `/cases/${cases[0]?.matter.slug ?? ""}/data.json`)
    .replace(/\[(slug|key)\]/, "none")
    .replace("[id]", "0190b2a4-5c3e-7d11-8f00-000000000000")
    .replace(/\[\w+\]/g, "unknown");
}

type Headers = Readonly<Record<string, string>>;

function send(
  request: APIRequestContext,
  route: Route,
  method: string,
  headers: Headers,
): Promise<APIResponse> {
  const type = route.kind === "form" ? FORM : "application/json";
  return request.fetch(addressOf(route), {
    method,
    maxRedirects: 0,
    headers: { ...(method !== "GET" && { "content-type": type }), ...headers },
    ...(method !== "GET" && { data: route.kind === "form" ? "" : "{}" }),
  });
}

/** How an answer keeps somebody out, if it does. */
function outcomeOf(response: APIResponse): "in" | "sent to sign in" | "kept out" {
  const status = response.status();
  const location = response.headers()["location"] ?? "";
  if (status === 401 || (status >= 300 && status < 400 && location.startsWith("/sign-in?next=")))
    return "sent to sign in";
  return status === 403 || status === 404 ? "kept out" : "in";
}

async function expectPolicy(request: APIRequestContext, actor: Actor): Promise<void> {
  for (const route of ROUTES) {
    for (const method of route.methods) {
      const outcome = outcomeOf(await send(request, route, method, OURS));
      const where = `${actor.kind === "user" ? actor.role : "visitor"}: ${method} ${route.path}`;
      if (may(actor, route.action)) expect([where, outcome]).not.toEqual([where, "sent to sign in"]);
      else
        expect([where, outcome]).toEqual([where, actor.kind === "visitor" ? "sent to sign in" : "kept out"]);
    }
  }
}

test.describe("the policy of every route", () => {
  test.setTimeout(120_000);

  test("holds for visitors", async ({ request }) => expectPolicy(request, VISITOR));
  for (const role of ["member", "staff", "owner"] as const)
    test(`holds for a ${role}`, async ({ context }) => {
      const { actor } = await signInAs(context, role);
      await expectPolicy(context.request, actor);
    });
});

const FORGERIES: readonly (readonly [string, Headers])[] = [
  ["a page of another site", { origin: "https://evil.example", "sec-fetch-site": "cross-site" }],
  ["a page of a site beside it", { "sec-fetch-site": "same-site" }],
  ["an older browser on another site", { origin: "https://evil.example" }],
  ["a sandboxed page", { origin: "null" }],
];

test("no mutation is accepted from elsewhere, and none of a sign-in without a word of where it comes from", async ({
  context,
}) => {
  test.setTimeout(120_000);
  await signInAs(context, "owner");
  const signedIn = MUTATIONS.filter(({ action }) => !may(VISITOR, action));
  for (const [who, headers] of FORGERIES)
    for (const route of MUTATIONS)
      for (const method of route.methods.filter((name) => name !== "GET"))
        expect([who, route.path, (await send(context.request, route, method, headers)).status()]).toEqual([
          who,
          route.path,
          403,
        ]);
  for (const route of signedIn) {
    for (const method of route.methods.filter((name) => name !== "GET")) {
      const silent = await send(context.request, route, method, {});
      expect([route.path, silent.status()]).toEqual([route.path, 403]);
      const text = await send(context.request, route, method, { ...OURS, "content-type": "text/plain" });
      expect([route.path, [403, 415].includes(text.status())]).toEqual([route.path, true]);
    }
  }
});

test("no method stands in for another", async ({ context }) => {
  await signInAs(context, "owner");
  for (const route of MUTATIONS.filter(
    ({ kind, methods }) => kind === "handler" && !methods.includes("GET"),
  )) {
    const headers = { ...OURS, "x-http-method-override": route.methods[0] ?? "POST" };
    const response = await context.request.get(addressOf(route), { headers, maxRedirects: 0 });
    expect([route.path, response.status()]).toEqual([route.path, 405]);
  }
});

/** Columns of the tables that no body may name. */
const COLUMNS = ["role", "ownerId", "isVerified", "reference", "touchedAt", "emailVerified", "__proto__x"];

test("no handler takes a field it does not ask for", async ({ context }) => {
  await signInAs(context, "owner");
  const handlers = MUTATIONS.filter(({ kind }) => kind === "handler");
  for (const route of handlers)
    for (const method of route.methods.filter((name) => name !== "GET")) {
      const data = Object.fromEntries(COLUMNS.map((name) => [name, "owner"]));
      const headers = { ...OURS, "content-type": "application/json" };
      const response = await context.request.fetch(addressOf(route), { method, headers, data });
      expect([route.path, response.status()]).toEqual([route.path, 422]);
    }
});
