import { createHmac } from "node:crypto";
import { createServer, type IncomingHttpHeaders, type RequestListener } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { postWebhook } from "#server/delivery/webhook.ts";
import { handleDelivery } from "#server/jobs/deliver.ts";
import { formatTraceparent, startTrace, withTrace } from "#server/telemetry/trace.ts";
import { setEnv, storeDelivery, storeSituation } from "#tests/support/delivery.ts";
import { useTestDatabase } from "#tests/support/test-database.ts";
import { valueOf } from "#tests/support/value-of.ts";

const SECRET = "a secret of more than twenty-four characters";
const database = useTestDatabase();

interface Heard {
  readonly method: string | undefined;
  readonly path: string | undefined;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}
const heard: Heard[] = [];
let answer: RequestListener;
let connections = 0;
const server = createServer((request, response) => {
  let body = "";
  request.on("data", (part: Buffer) => void (body += part.toString()));
  request.on("end", () => {
    heard.push({ method: request.method, path: request.url, headers: request.headers, body });
    answer(request, response);
  });
});
server.on("connection", () => void (connections += 1));

let port: number;
beforeAll(async () => {
  await new Promise<void>((listening) => void server.listen(0, "127.0.0.1", listening));
  ({ port } = server.address() as AddressInfo);
  setEnv({
    WEBHOOK_URL: `http://127.0.0.1:${port}/hook`,
    WEBHOOK_SECRET: SECRET,
    WEBHOOK_PRIVATE_TARGETS: `127.0.0.1:${port}`,
    PUBLIC_URL: "https://seamark.example",
    LOG_LEVEL: "silent",
  });
});
afterAll(() => void server.close());
beforeEach(() => {
  heard.length = 0;
  connections = 0;
  answer = (_request, response) => response.writeHead(204).end();
});

test("the webhook hears that a situation came, signed, and nothing of what it says", async () => {
  const situation = await storeSituation(database.client, { failing: "canary-of-the-visitor" });
  const id = await storeDelivery(database.client, "staffWebhook", { situationId: situation.id });
  const trace = startTrace();
  valueOf(await withTrace(trace, () => handleDelivery(id)));
  const [{ method, path, headers, body }] = heard as [Heard];
  expect([method, path]).toEqual(["POST", "/hook"]);
  expect(JSON.parse(body)).toEqual({
    id,
    type: "situation.received",
    reference: situation.reference,
    occurredAt: expect.stringMatching(/^\d{4}-.*Z$/) as string,
    link: `https://seamark.example/console/situations/${situation.id}`,
  });
  expect(body).not.toMatch(/canary|visitor@/);
  const [, seconds = "", code] =
    /^t=(\d+),v1=([0-9a-f]{64})$/.exec(String(headers["seamark-signature"])) ?? [];
  expect(code).toBe(createHmac("sha256", SECRET).update(`${seconds}.${body}`).digest("hex"));
  expect(Math.abs(Number(seconds) - Date.now() / 1000)).toBeLessThan(30);
  expect(headers["idempotency-key"]).toBe(id);
  expect(headers["traceparent"]).toBe(formatTraceparent(trace));
  expect(headers["content-type"]).toContain("application/json");
  const delivery = await database.client.delivery.findUniqueOrThrow({ where: { id } });
  expect(delivery.deliveredAt).not.toBeNull();
});

const EVENT = {
  id: "3f1f5c0e-0000-4000-8000-000000000000",
  type: "situation.received",
  reference: "R",
  occurredAt: "2026-11-21T00:00:00.000Z",
  link: "https://seamark.example/",
} as const;

test.each([
  ["http://127.0.0.1:PORT/"],
  ["http://[::1]:PORT/"],
  ["http://[::ffff:127.0.0.1]:PORT/"],
  ["http://2130706433:PORT/"],
  ["http://localhost:PORT/"],
  ["http://169.254.169.254/latest/meta-data/"],
  ["http://rebinding.example:PORT/"],
])("no connection is made to %s", async (pattern) => {
  const target = {
    url: pattern.replace("PORT", `${port}`),
    secret: SECRET,
    allowed: [],
    ...(pattern.includes("rebinding") && {
      find: () => Promise.resolve([{ address: "127.0.0.1", family: 4 }]),
    }),
  };
  expect(await postWebhook(target, EVENT, null)).toEqual({ ok: false, error: "webhook-forbidden" });
  expect(connections).toBe(0);
});

test("a name is connected to as it was checked, whatever it says the second time", async () => {
  let asked = 0;
  const find = () => {
    asked += 1;
    // First where nothing may be reached, then what an attacker would like: 192.0.2.1 answers nobody.
    return Promise.resolve([{ address: asked === 1 ? "127.0.0.1" : "192.0.2.1", family: 4 }]);
  };
  const target = { url: `http://hooks.example:${port}/`, secret: SECRET, find };
  const sent = await postWebhook({ ...target, allowed: [`hooks.example:${port}`] }, EVENT, null);
  expect(sent).toEqual({ ok: true, value: undefined });
  expect(asked).toBe(1);
  expect(heard[0]?.headers.host).toBe(`hooks.example:${port}`);
});

test.each([301, 302, 303, 307, 308])("a redirect by %i is not followed", async (status) => {
  answer = (_request, response) =>
    response.writeHead(status, { location: `http://127.0.0.1:${port}/other` }).end();
  const { id: situationId } = await storeSituation(database.client);
  const id = await storeDelivery(database.client, "staffWebhook", { situationId });
  expect(await handleDelivery(id)).toMatchObject({ error: { problem: "webhook-redirected", isFinal: true } });
  expect(heard.map(({ path }) => path)).toEqual(["/hook"]);
});

test.each([400, 404, 429, 500, 503])("an answer of %i is tried again", async (status) => {
  answer = (_request, response) => response.writeHead(status).end("x".repeat(1000));
  const { id: situationId } = await storeSituation(database.client);
  const id = await storeDelivery(database.client, "staffWebhook", { situationId });
  expect(await handleDelivery(id)).toMatchObject({ error: { problem: "webhook-refused", isFinal: false } });
  answer = (_request, response) => response.writeHead(200).end();
  valueOf(await handleDelivery(id));
  expect(heard.map(({ headers }) => headers["idempotency-key"])).toEqual([id, id]);
});

test("an answer without an end is not waited for, and one that never comes ends in time", async () => {
  const target = { url: `http://127.0.0.1:${port}/`, secret: SECRET, allowed: [`127.0.0.1:${port}`] };
  answer = (_request, response) => {
    response.writeHead(200);
    const flood = setInterval(() => response.write("x".repeat(65_536)), 1);
    response.on("close", () => clearInterval(flood));
  };
  const startedAt = performance.now();
  expect(await postWebhook(target, EVENT, null)).toMatchObject({ ok: true });
  expect(performance.now() - startedAt).toBeLessThan(2000);
  answer = () => undefined;
  expect(await postWebhook(target, EVENT, null)).toEqual({ ok: false, error: "webhook-slow" });
  expect(performance.now() - startedAt).toBeLessThan(15_000);
});
