import { once } from "node:events";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { EMPTY_REPORT, readErrorReport, type ReportProblem } from "#core/intake/error-report-form.ts";
import { err, ok } from "#core/result.ts";
import { receiveForm, type PageForm } from "#server/http/page-form.ts";
import { refusedErrorReport } from "#server/http/refused-form.ts";
import type { Submission } from "#server/services/submit-once.ts";

type Submit = PageForm<typeof EMPTY_REPORT, "wrong">["submit"];
const submissions: Submission[] = [];
let answer: Awaited<ReturnType<Submit>>;

const receive = receiveForm(
  // Stands for Next: sets 200 like it does, and shows what the page would find.
  (request, response) => {
    response.statusCode = 200;
    const { method, url, headers } = request;
    const type = headers["content-type"] ?? null;
    response.end(JSON.stringify({ method, url, type, refused: refusedErrorReport.find() }));
    return Promise.resolve();
  },
  {
    path: "/a-form",
    action: "error-report.send",
    read: readErrorReport,
    submit: (submission) => {
      submissions.push(submission);
      return Promise.resolve(answer);
    },
    locate: ({ reference }) => `/received/${reference}`,
    refused: refusedErrorReport,
  },
  "https://seamark.example",
);
const server = createServer((request, response) => void receive(request, response));
let origin = "";

beforeAll(async () => {
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(() => server.close());
beforeEach(() => {
  submissions.length = 0;
  answer = ok({ id: "I", reference: "R" });
});

function post(fields: Record<string, string>, { path = "/a-form", headers = {} } = {}): Promise<Response> {
  return fetch(`${origin}${path}`, {
    method: "POST",
    body: new URLSearchParams(fields),
    headers,
    redirect: "manual",
  });
}

test("what is accepted leads to its receipt with 303, and is never kept", async () => {
  const response = await post({ wrong: "a", key: "k" }, { path: "/a-form?text=SF-0001" });
  expect(response.status).toBe(303);
  expect(response.headers.get("location")).toBe("/received/R");
  expect(response.headers.get("cache-control")).toBe("no-store");
  expect(submissions).toEqual([
    { client: "unknown", key: "k", draft: { ...EMPTY_REPORT, wrong: "a" }, isTrapped: false },
  ]);
});

test("what is refused is rendered by the page at its own address, with everything typed and the same key", async () => {
  const problems = [{ field: "wrong", message: "Please say what is wrong." }] as const;
  answer = err({ kind: "invalid", problems });
  const response = await post({ shouldSay: "b\r\nc", key: "k" }, { path: "/a-form?text=SF-0001" });
  expect(response.status).toBe(422);
  expect(await response.json()).toEqual({
    method: "GET",
    url: "/a-form?text=SF-0001",
    type: null,
    refused: {
      refusal: { kind: "invalid", retryAfter: 0, problems },
      draft: { ...EMPTY_REPORT, shouldSay: "b\r\nc" },
      key: "k",
    },
  });
});

test("a form whose key cannot be used again comes back without it", async () => {
  for (const kind of ["key-reused", "no-key"] as const) {
    answer = err({ kind });
    const { refused } = (await (await post({ key: "k" })).json()) as { refused: object };
    expect(refused).not.toHaveProperty("key");
    expect(refused).toMatchObject({ refusal: { kind } });
  }
});

test("who has to wait is told for how long", async () => {
  answer = err({ kind: "too-many", retryAfter: 7 });
  const response = await post({ key: "k" });
  expect([response.status, response.headers.get("retry-after")]).toEqual([429, "7"]);
});

test.each([
  [403, { headers: { "sec-fetch-site": "cross-site" } }, "a"],
  [403, { headers: { origin: "https://elsewhere.example" } }, "a"],
  [403, { headers: { "content-type": "text/plain" } }, "a"],
  [413, {}, "a".repeat(140_000)],
])("with %i what is foreign or too large is not read: %o", async (status, options, wrong) => {
  const response = await post({ wrong }, options);
  expect(response.status).toBe(status);
  expect(submissions).toEqual([]);
  const { refused } = (await response.json()) as { refused: object };
  expect(refused).not.toHaveProperty("draft");
});

describe("a form whose address is the right to send it", () => {
  const own = receiveForm<typeof EMPTY_REPORT, ReportProblem["field"], string>(
    (_, response) => {
      response.end("the page");
      return Promise.resolve();
    },
    {
      path: "/own/[token]",
      action: "situation.follow",
      isCapability: true,
      read: readErrorReport,
      submit: (_, { segments }) =>
        Promise.resolve(segments["token"] === "gone" ? err({ kind: "not-found" }) : ok("done")),
      locate: (done, { path }) => `${path}?${done}`,
      refused: refusedErrorReport,
    },
    "https://seamark.example",
  );
  const ownServer = createServer((request, response) => void own(request, response));
  let ownOrigin = "";
  beforeAll(async () => {
    ownServer.listen(0, "127.0.0.1");
    await once(ownServer, "listening");
    ownOrigin = `http://127.0.0.1:${(ownServer.address() as AddressInfo).port}`;
  });
  afterAll(() => ownServer.close());
  const postTo = (path: string, headers: Record<string, string> = {}) =>
    fetch(`${ownOrigin}${path}`, {
      method: "POST",
      body: new URLSearchParams(),
      headers,
      redirect: "manual",
    });

  test.each(["null", "https://seamark.example"])(
    "is taken from a page whose origin is %s",
    async (origin) => {
      const response = await postTo("/own/x?more", { origin });
      expect([response.status, response.headers.get("location")]).toEqual([303, "/own/x?done"]);
    },
  );

  test("is not taken from a page that is known to be another's, and no other form from one without origin", async () => {
    expect((await postTo("/own/x", { origin: "https://elsewhere.example" })).status).toBe(403);
    expect((await postTo("/own/x", { origin: "null", "sec-fetch-site": "cross-site" })).status).toBe(403);
    expect((await post({}, { headers: { origin: "null" } })).status).toBe(403);
  });

  test("is answered with 404 where there is nothing", async () => {
    expect((await postTo("/own/gone")).status).toBe(404);
  });
});

test("every other request goes on untouched", async () => {
  const asked = await fetch(`${origin}/a-form?text=SF-0001`);
  expect(await asked.json()).toEqual({ method: "GET", url: "/a-form?text=SF-0001", type: null });
  expect(await (await post({}, { path: "/a-form/more" })).json()).toMatchObject({ method: "POST" });
  expect(submissions).toEqual([]);
});
