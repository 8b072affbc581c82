import { randomUUID } from "node:crypto";
import { once } from "node:events";
import { createServer } from "node:http";
import { connect, type AddressInfo } from "node:net";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { openSecret } from "#server/auth/secret.ts";
import { shareDatabase, type Database } from "#server/db/database.ts";
import { receiveForms } from "#server/http/receive-forms.ts";
import { refusedErrorReport, refusedSituation } from "#server/http/refused-form.ts";
import { freePort } from "#tests/support/product.ts";
import { TEST_SECRET } from "#tests/support/test-secret.ts";

/** Stands for Next: sets 200 like it does, and shows what the page would find. */
let handled = Promise.resolve();
const server = createServer((request, response) => {
  handled = receiveForms(
    (asked, answer) => {
      answer.statusCode = 200;
      const { method, headers } = asked;
      const client = headers["x-seamark-client"];
      const refused = refusedSituation.find();
      answer.end(JSON.stringify({ method, client, refused, report: refusedErrorReport.find() }));
      return Promise.resolve();
    },
    { trustedHops: 1, publicOrigin: undefined },
  )(request, response);
});
let url = "";
let database: Database;

beforeAll(async () => {
  await openSecret(TEST_SECRET, "");
  database = shareDatabase(`postgresql://nobody@127.0.0.1:${await freePort()}/none`);
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(async () => {
  server.close();
  await database.$disconnect();
});

const VALID = { failing: "Large uploads fail while all is green.", reply: "none", consent: "yes" };

async function post(fields: Record<string, string>, headers: Record<string, string> = {}) {
  const response = await fetch(`${url}/situation`, {
    method: "POST",
    body: new URLSearchParams(fields),
    headers: { "x-seamark-client": "forged", "x-forwarded-for": "1.1.1.1, 203.0.113.7", ...headers },
    redirect: "manual",
  });
  const found = (await response.json()) as { method: string; client: string; refused: unknown };
  return { status: response.status, retryAfter: response.headers.get("retry-after"), ...found };
}

describe("the form posted without scripts", () => {
  test("comes back with 503, everything typed and the same key while the database is away", async () => {
    const key = randomUUID();
    const answer = await post({ ...VALID, tried: "We\r\nrestarted it.", key });
    expect(answer).toMatchObject({
      status: 503,
      retryAfter: "5",
      method: "GET",
      client: "203.0.113.7",
      refused: {
        key,
        refusal: { kind: "unavailable" },
        draft: { failing: VALID.failing, tried: "We\r\nrestarted it." },
      },
    });
  });

  test("comes back with 429 and everything typed when too many were sent", async () => {
    const headers = { "x-forwarded-for": "198.51.100.9" };
    const answers = [];
    for (let sent = 0; sent < 21; sent += 1)
      answers.push(await post({ ...VALID, key: randomUUID() }, headers));
    const last = answers.at(-1);
    expect(last?.status).toBe(429);
    expect(Number(last?.retryAfter)).toBeGreaterThan(0);
    expect(last?.refused).toMatchObject({ draft: { failing: VALID.failing } });
  });

  test("is not read when it is too large, or comes from elsewhere, or is no form", async () => {
    const large = await post({ ...VALID, works: "x".repeat(140_000) });
    expect(large).toMatchObject({ status: 413, refused: { refusal: { kind: "too-large" } } });
    for (const headers of [
      { "sec-fetch-site": "cross-site" },
      { origin: "https://elsewhere.example" },
      { "content-type": "text/plain" },
    ])
      expect(await post(VALID, headers)).toMatchObject({
        status: 403,
        refused: { refusal: { kind: "foreign", retryAfter: 0, problems: [] } },
      });
    expect(large.refused).not.toHaveProperty("draft");
  });
});

test("a report of an error is taken in beside it, and comes back to its own page", async () => {
  const key = randomUUID();
  const response = await fetch(`${url}/report-an-error?text=SF-0001`, {
    method: "POST",
    body: new URLSearchParams({ text: "SF-0001", wrong: "The date is wrong.", key }),
  });
  expect(response.status).toBe(503);
  const found = (await response.json()) as Record<string, unknown>;
  expect(found).not.toHaveProperty("refused");
  expect(found["report"]).toMatchObject({
    key,
    refusal: { kind: "unavailable" },
    draft: { text: "SF-0001", wrong: "The date is wrong." },
  });
});

test("a form whose sender goes away is no failure of ours", async () => {
  const sender = connect((server.address() as AddressInfo).port, "127.0.0.1");
  const arrived = once(server, "request");
  sender.write(
    "POST /situation HTTP/1.1\r\nHost: x\r\nContent-Type: application/x-www-form-urlencoded\r\n" +
      "Content-Length: 500\r\n\r\nfailing=x",
  );
  await arrived;
  sender.destroy();
  await expect(handled).resolves.toBeUndefined();
});

test("every other request goes on untouched, with its caller named", async () => {
  const response = await fetch(`${url}/situation`);
  expect([response.status, await response.json()]).toEqual([200, { method: "GET", client: "127.0.0.1" }]);
});
