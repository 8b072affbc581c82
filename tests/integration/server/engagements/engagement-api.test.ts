import { expect, test } from "vitest";
import { ENGAGEMENT_LIMITS } from "#core/engagements/engagement-limits.ts";
import { answerApi, type Answer } from "#server/http/api.ts";
import { file } from "#server/http/documents-api.ts";
import * as api from "#server/http/engagement-api.ts";
import { FILE_SITUATION } from "#server/http/triage-api.ts";
import { keepReport } from "#server/services/engagement-reports.ts";
import { createAccount, unknownId } from "#tests/support/accounts.ts";
import { keep } from "#tests/support/documents.ts";
import { engage, fileAs, handedOver, sheetOf } from "#tests/support/engagements.ts";
import { sentIn, useTriageDatabase } from "#tests/support/triage.ts";
import { valueOf } from "#tests/support/value-of.ts";

const database = useTriageDatabase();
const OWN = { origin: "http://localhost", host: "localhost" };
type Method = "GET" | "POST" | "DELETE";

interface Sent {
  readonly method?: Method;
  readonly cookie?: string;
  readonly params?: Readonly<Record<string, string>>;
  readonly query?: string;
  readonly body?: object | string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly type?: string;
}

function ask(handler: Answer, sent: Sent): Promise<Response> {
  const {
    method = "POST",
    cookie = "",
    params = {},
    query = "",
    headers = OWN,
    type = "application/json",
  } = sent;
  const body = typeof sent.body === "string" ? sent.body : JSON.stringify(sent.body ?? {});
  const request = new Request(`http://localhost/api/engagements${query}`, {
    method,
    headers: { ...headers, cookie, ...(method !== "GET" && { "content-type": type }) },
    ...(method !== "GET" && { body }),
  });
  return handler(request, { params: Promise.resolve(params) });
}

const fileSituation = answerApi(FILE_SITUATION);
/** What is sent of a report: which engagement it goes to stands in the address. */
const reportBody = () => ({ ...handedOver(unknownId()), id: undefined });

/** Every address of an engagement and of a report in it, as somebody would use it who has their ids. */
const ADDRESSES: readonly (readonly [name: string, handler: Answer, method: Method, body: object])[] = [
  ["find", api.find, "GET", {}],
  ["change", api.change, "POST", { revision: 0, client: "Mine", note: "" }],
  ["share", api.share, "POST", { revision: 0, teamId: null }],
  ["close", api.close, "POST", { revision: 0, isClosed: true }],
  ["remove", api.remove, "DELETE", { revision: 0, reports: 1 }],
  ["keep", api.keep, "POST", reportBody()],
];
const REPORT_ADDRESSES: typeof ADDRESSES = [
  ["read", api.read, "GET", {}],
  ["session", api.session, "GET", {}],
  ["discard", api.discard, "DELETE", {}],
];

test("An engagement is made, changed, shared, closed and deleted over HTTP", async () => {
  const { cookie, actor } = await createAccount("member");
  const made = await ask(api.create, { cookie, body: { client: " Harbour\n Ltd ", note: " Two\r\nlines " } });
  const { id } = (await made.json()) as { id: string };
  const params = { id };
  const change = await ask(api.change, {
    cookie,
    params,
    body: { revision: 0, client: "Harbour", note: "x" },
  });
  const stale = await ask(api.change, { cookie, params, body: { revision: 0, client: "Quay", note: "" } });
  expect([made.status, change.status, stale.status]).toEqual([200, 200, 409]);
  const found = await ask(api.find, { method: "GET", cookie, params });
  expect(found.headers.get("cache-control")).toBe("no-store");
  expect(await found.json()).toMatchObject({
    client: "Harbour",
    note: "x",
    revision: 1,
    owner: { id: actor.id },
  });
  const listed = await ask(api.list, { method: "GET", cookie, query: "?words=harb" });
  expect(await listed.json()).toMatchObject({ engagements: [{ id, reports: 0, closedAt: null }] });
  const closed = await ask(api.close, { cookie, params, body: { revision: 1, isClosed: true } });
  const removed = await ask(api.remove, {
    method: "DELETE",
    cookie,
    params,
    body: { revision: 2, reports: 0 },
  });
  expect([closed.status, removed.status]).toEqual([200, 200]);
  expect((await ask(api.find, { method: "GET", cookie, params })).status).toBe(404);
});

test("A report is kept, read, taken as a file and removed over HTTP", async () => {
  const { cookie, actor } = await createAccount("member");
  const id = await engage(actor);
  const body = reportBody();
  const params = { id, report: body.report };
  const kept = await ask(api.keep, { cookie, params: { id }, body });
  const { sha256 } = (await kept.json()) as { sha256: string };
  expect([kept.status, sha256]).toEqual([200, expect.stringMatching(/^[0-9a-f]{64}$/)]);
  const read = await ask(api.read, { method: "GET", cookie, params });
  expect(await read.json()).toMatchObject({ session: body.session, settings: body.settings, sha256 });
  const taken = await ask(api.session, { method: "GET", cookie, params });
  expect(await taken.text()).toBe(body.session);
  expect(taken.headers.get("content-disposition")).toBe('attachment; filename="report.seamark.json"');
  expect((await ask(api.discard, { method: "DELETE", cookie, params })).status).toBe(200);
  expect((await ask(api.session, { method: "GET", cookie, params })).status).toBe(404);
});

test("With the ids of others nobody gets a byte, and an id that is theirs is answered as one that is nobody's", async () => {
  const people = [await createAccount("member"), await createAccount("owner"), await createAccount("staff")];
  const secret = "Only for the crew of the tender";
  const kept = await Promise.all(
    people.map(async ({ actor }) => {
      const id = await engage(actor, secret, { note: secret });
      return { id, report: valueOf(await keepReport(actor, handedOver(id))).id };
    }),
  );
  const before = await database.client.engagement.findMany({ orderBy: { id: "asc" } });
  let asked = 0;
  for (const [i, { cookie }] of people.entries()) {
    const foreign = kept[(i + 1) % kept.length]!;
    const answer = async (handler: Answer, method: Method, params: Sent["params"], body: object) => {
      asked += 1;
      const response = await ask(handler, { method, cookie, params: params ?? {}, body });
      return { status: response.status, headers: [...response.headers], body: await response.text() };
    };
    for (const [name, handler, method, body] of ADDRESSES) {
      const theirs = await answer(handler, method, { id: foreign.id }, body);
      expect([name, theirs.status]).toEqual([name, 404]);
      expect(theirs.body).not.toContain(secret);
      expect(await answer(handler, method, { id: unknownId() }, body), name).toEqual(theirs);
    }
    for (const [name, handler, method, body] of REPORT_ADDRESSES) {
      const theirs = await answer(handler, method, foreign, body);
      expect([name, theirs.status]).toEqual([name, 404]);
      // Neither does the engagement of one's own open the report of another.
      const crossed = { id: kept[i]!.id, report: foreign.report };
      for (const params of [crossed, { id: foreign.id, report: kept[i]!.report }])
        expect(await answer(handler, method, params, body), name).toEqual(theirs);
    }
    const listed = await ask(api.list, { method: "GET", cookie });
    expect(await listed.text()).not.toContain(foreign.id);
  }
  console.info(JSON.stringify({ id: "engagements-swapped-ids", asked, foreignBytes: 0 }));
  expect(await database.client.engagement.findMany({ orderBy: { id: "asc" } })).toEqual(before);
  expect(await database.client.engagementReport.count()).toBeGreaterThanOrEqual(people.length);
});

test("Visitors, pages of other sites and other kinds of body are refused before anything is looked at", async () => {
  const { actor, cookie } = await createAccount("member");
  const id = await engage(actor);
  const { id: report } = valueOf(await keepReport(actor, handedOver(id)));
  const params = { id, report };
  for (const [name, handler, method, body] of [...ADDRESSES, ...REPORT_ADDRESSES]) {
    expect((await ask(handler, { method, params, body })).status, name).toBe(401);
    if (method === "GET") continue;
    for (const headers of [{}, { origin: "https://elsewhere.example", host: "localhost" }])
      expect((await ask(handler, { method, cookie, params, body, headers })).status, name).toBe(403);
    const text = await ask(handler, { method, cookie, params, body, type: "text/plain" });
    expect(text.status, name).toBe(415);
  }
  expect((await sheetOf(actor, id)).reports).toHaveLength(1);
});

test("What is not asked for, is not there or is too much is refused with a reason", async () => {
  const { actor, cookie } = await createAccount("member");
  const id = await engage(actor);
  const params = { id };
  const report = reportBody();
  const refused = [
    [api.create, {}, { client: "   ", note: "" }],
    [api.create, {}, { client: "x".repeat(ENGAGEMENT_LIMITS.client + 1), note: "" }],
    [api.create, {}, { client: "x", note: "", ownerId: unknownId() }],
    [api.change, params, { client: "x", note: "x".repeat(ENGAGEMENT_LIMITS.note + 1), revision: 0 }],
    [api.change, params, { client: "x", note: "", revision: -1 }],
    [api.find, { id: "unknown" }, {}],
    [api.keep, params, { ...report, files: [] }],
    [api.keep, params, { ...report, files: [fileAs("<script>")] }],
    [api.keep, params, { ...report, files: [fileAs("pdf"), fileAs("pdf", "x")] }],
    [api.keep, params, { ...report, settings: { ...report.settings, date: "yesterday" } }],
    [api.keep, params, { ...report, settings: { ...report.settings, logo: null } }],
    [api.keep, params, { ...report, session: "x".repeat(ENGAGEMENT_LIMITS.sessionBytes + 1) }],
  ] as const;
  for (const [handler, at, body] of refused) {
    const response = await ask(handler, { cookie, params: at, body });
    const { detail } = (await response.json()) as { detail?: string };
    expect([response.status, detail]).toEqual([422, expect.stringMatching(/\w/)]);
  }
  const flood = await ask(api.keep, { cookie, params, body: `"${"x".repeat(ENGAGEMENT_LIMITS.sentBytes)}"` });
  expect(flood.status).toBe(413);
  const large = await ask(api.create, { cookie, body: { client: "x".repeat(70_000), note: "" } });
  expect(large.status).toBe(413);
  expect(await sheetOf(actor, id)).toMatchObject({ revision: 0, reports: [] });
});

test("A document and a situation are put into an engagement over HTTP", async () => {
  const { actor, cookie } = await createAccount("staff");
  const engagementId = await engage(actor);
  const document = await keep(actor);
  const { id: situation } = await sentIn();
  const filed = await ask(file, { cookie, params: { id: document }, body: { engagementId } });
  const told = await ask(fileSituation, {
    cookie,
    params: { id: situation },
    body: { engagementId, revision: 0 },
  });
  expect([filed.status, told.status]).toEqual([200, 200]);
  expect(await told.json()).toMatchObject({ revision: 1, engagement: { id: engagementId } });
  expect(await sheetOf(actor, engagementId)).toMatchObject({
    documents: [{ id: document }],
    situations: [{ id: situation }],
  });
});
