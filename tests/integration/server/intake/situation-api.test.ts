import { randomUUID } from "node:crypto";
import type { PgBoss } from "pg-boss";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { FORMAT } from "#core/architecture/vocabulary.ts";
import { answerSituation } from "#server/http/situation-api.ts";
import { openSecret } from "#server/auth/secret.ts";
import { openBoss } from "#server/jobs/boss.ts";
import { TEST_SECRET } from "#tests/support/test-secret.ts";
import { validDraft } from "#tests/support/intake.ts";
import { useTestDatabase } from "#tests/support/test-database.ts";
import { valueOf } from "#tests/support/value-of.ts";

const database = useTestDatabase();
let boss: PgBoss;
beforeAll(async () => {
  await openSecret(TEST_SECRET, "");
  boss = valueOf(await openBoss(database.url));
});
afterAll(() => boss.stop({ graceful: false }));

function post(body: unknown, headers: Record<string, string> = {}): Promise<Response> {
  const request = new Request("http://localhost/api/situations", {
    method: "POST",
    body: typeof body === "string" ? body : JSON.stringify(body),
    headers: { "content-type": "application/json", "idempotency-key": randomUUID(), ...headers },
  });
  return answerSituation(request, undefined);
}

describe("POST /api/situations", () => {
  test("answers 201 with the reference and the private link, the same for the same key", async () => {
    const key = randomUUID();
    const first = await post(validDraft(), { "idempotency-key": key });
    expect(first.status).toBe(201);
    const body = (await first.json()) as { reference: string; link: string };
    expect(body.link).toMatch(/^\/situation\/mine\/[\w-]{64}$/);
    expect(first.headers.get("location")).toBe(`${body.link}?received`);
    const second = await post(validDraft(), { "idempotency-key": key });
    expect([second.status, await second.json()]).toEqual([201, body]);
  });

  test.each([
    [422, "invalid", { failing: "short", consent: true, reply: "none" }, {}],
    [422, "invalid", [], {}],
    [415, "not-json", "{", {}],
    [415, "not-json", "failing=x", { "content-type": "text/plain" }],
    [400, "no-key", validDraft(), { "idempotency-key": "" }],
    [403, "foreign", validDraft(), { "sec-fetch-site": "cross-site" }],
    [403, "foreign", validDraft(), { origin: "null" }],
    [413, "too-large", { failing: "x".repeat(530_000) }, {}],
  ])("answers %i %s as a problem document", async (status, kind, body, headers) => {
    const response = await post(body, headers);
    expect(response.status).toBe(status);
    expect(response.headers.get("content-type")).toBe("application/problem+json");
    expect(await response.json()).toMatchObject({ type: `urn:seamark:problem:${kind}`, status });
  });

  test("names each field that is wrong by its pointer", async () => {
    const response = await post({ ...validDraft(), email: "x", reply: "email" });
    const { errors } = (await response.json()) as { errors: { pointer: string }[] };
    expect(errors.map(({ pointer }) => pointer)).toEqual(["/email"]);
  });

  test("takes a sketch with its text, up to a body of 512 KiB", async () => {
    const components = Array.from({ length: 100 }, (_, index) => ({
      ...{ id: `c${index}`, name: `Part ${index}`, kind: "service" },
      notes: "海".repeat(1200),
    }));
    const sketch = { format: FORMAT, title: "Uploads", components, connections: [] };
    const response = await post({ ...validDraft(), sketch });
    expect(response.status).toBe(201);
    const { reference } = (await response.json()) as { reference: string };
    const row = await database.client.situation.findUniqueOrThrow({ where: { reference } });
    expect(row.sketch).toMatchObject({ format: FORMAT, title: "Uploads" });
    expect((row.sketch as { components: unknown[] }).components).toHaveLength(100);
    const broken = await post({ ...validDraft(), sketch: { ...sketch, components: [{ id: "x" }] } });
    expect(broken.status).toBe(422);
    expect(await broken.json()).toMatchObject({ errors: [{ pointer: "/sketch" }] });
  });

  test("no column can be set that the form does not have", async () => {
    const columns = [
      "id",
      "reference",
      "state",
      "receivedAt",
      "touchedAt",
      "isVerified",
      "assigneeId",
      "revision",
    ];
    for (const name of [...columns, "mergedIntoId", "search", "events", "notes", "messages", "__proto__x"])
      expect((await post({ ...validDraft(), [name]: "closed" })).status).toBe(422);
    expect(await database.client.situation.count({ where: { state: "closed" } })).toBe(0);
  });
});
