import { randomUUID } from "node:crypto";
import { expect, test } from "vitest";
import * as Y from "yjs";
import { DOCUMENT_LIMITS } from "#live/check-update.ts";
import { readState } from "#live/document-log.ts";
import * as api from "#server/http/documents-api.ts";
import { createAccount } from "#tests/support/accounts.ts";
import { contentOf, createTeam, drawn, keep } from "#tests/support/documents.ts";
import { useTestDatabase } from "#tests/support/test-database.ts";

const database = useTestDatabase();

const BYTES = "application/octet-stream";
const OWN = { origin: "http://localhost", host: "localhost" };

interface Sent {
  readonly method?: string;
  readonly cookie?: string;
  readonly id?: string;
  readonly query?: string;
  readonly type?: string;
  readonly body?: Uint8Array | string;
  readonly headers?: Readonly<Record<string, string>>;
}

type Handler = typeof api.list;

function ask(
  handler: Handler,
  { method = "POST", cookie = "", id = "", query = "", type, body, headers = OWN }: Sent,
) {
  const request = new Request(`http://localhost/api/documents/${id}${query}`, {
    method,
    headers: { ...headers, cookie, ...(type && { "content-type": type }) },
    ...(body !== undefined && { body: typeof body === "string" ? body : new Uint8Array(body) }),
  });
  return handler(request, { params: Promise.resolve(id === "" ? {} : { id }) });
}

const update = Y.encodeStateAsUpdate(drawn("Theirs", ["x"]));
const json = { type: "application/json" } as const;
const bytes = { type: BYTES, body: update } as const;

/** Every address of a document, as somebody would use it who has its id. */
const ADDRESSES: readonly (readonly [string, Handler, Sent])[] = [
  ["load", api.load, { method: "GET" }],
  ["load since", api.load, { method: "GET", query: "?since=AA" }],
  ["put", api.put, { method: "PUT", ...bytes }],
  ["append", api.append, bytes],
  ["merge", api.merge, bytes],
  ["rename", api.rename, { ...json, body: '{"title":"Mine"}' }],
  ["share", api.share, { ...json, body: '{"teamId":null}' }],
  ["bin", api.bin, { ...json, body: "{}" }],
  ["restore", api.restore, { ...json, body: "{}" }],
  ["remove", api.remove, { method: "DELETE", ...json, body: "{}" }],
];

test("A document is kept, changed and read over HTTP", async () => {
  const { cookie } = await createAccount("member");
  const id = randomUUID();
  const doc = drawn("Harbour", ["gate"]);
  const state = Y.encodeStateAsUpdate(doc);
  const put = await ask(api.put, { method: "PUT", cookie, id, type: BYTES, body: state });
  expect([put.status, await put.json()]).toEqual([200, { seq: 1 }]);
  const appended = await ask(api.append, { cookie, id, ...bytes });
  expect([appended.status, await appended.json()]).toEqual([200, { seq: 2 }]);
  const loaded = await ask(api.load, { method: "GET", cookie, id });
  expect([loaded.status, loaded.headers.get("content-type"), loaded.headers.get("cache-control")]).toEqual([
    200,
    BYTES,
    "no-store",
  ]);
  const read = new Y.Doc();
  Y.applyUpdate(read, readState(new Uint8Array(await loaded.arrayBuffer()))!.update);
  Y.applyUpdate(doc, update);
  expect(contentOf(read)).toEqual(contentOf(doc));
  const listed = await ask(api.list, { method: "GET", cookie });
  expect(await listed.json()).toMatchObject({ documents: [{ id, mayBin: true }] });
});

test("With the ids of others nobody gets a byte, whatever the id is", async () => {
  const people = [await createAccount("member"), await createAccount("owner")];
  const secret = "Only for the crew of the tender";
  const ids = await Promise.all(people.map(({ actor }) => keep(actor, drawn(secret, ["cargo"]))));
  const teamId = await createTeam([{ user: people[0]!.actor, isLead: true }]);
  await database.client.document.update({ where: { id: ids[0]! }, data: { teamId } });
  const before = await database.client.document.findMany({ orderBy: { id: "asc" } });
  let asked = 0;
  for (const [i, { cookie }] of people.entries()) {
    const foreign = ids[1 - i]!;
    for (const [name, handler, sent] of ADDRESSES) {
      const answer = async (id: string) => {
        asked += 1;
        const response = await ask(handler, { ...sent, cookie, id });
        return { status: response.status, headers: [...response.headers], body: await response.text() };
      };
      const theirs = await answer(foreign);
      expect(theirs.status, name).toBe(404);
      expect(theirs.body).not.toContain(secret);
      // A new id is free for whoever keeps something under it.
      if (name !== "put") expect(await answer(randomUUID()), name).toEqual(theirs);
    }
    const listed = await ask(api.list, { method: "GET", cookie });
    expect(await listed.text()).not.toContain(foreign);
  }
  console.info(JSON.stringify({ id: "documents-swapped-ids", asked, foreignBytes: 0 }));
  expect(await database.client.document.findMany({ orderBy: { id: "asc" } })).toEqual(before);
});

test("Visitors, pages of other sites and other kinds of body are refused before anything is looked at", async () => {
  const { actor, cookie } = await createAccount("member");
  const id = await keep(actor);
  for (const [name, handler, sent] of ADDRESSES) {
    expect((await ask(handler, { ...sent, id })).status, name).toBe(401);
    if (sent.method === "GET") continue;
    for (const headers of [
      {},
      { origin: "https://elsewhere.example", host: "localhost" },
      { ...OWN, "sec-fetch-site": "cross-site" },
    ])
      expect((await ask(handler, { ...sent, cookie, id, headers })).status, name).toBe(403);
    expect((await ask(handler, { ...sent, cookie, id, type: "text/plain" })).status, name).toBe(415);
  }
  expect((await ask(api.append, { cookie, id: "1", ...bytes })).status).toBe(422);
  expect((await ask(api.rename, { cookie, id, ...json, body: '{"title":"A","ownerId":"x"}' })).status).toBe(
    422,
  );
});

test("A body above its limit is refused with 413, a bomb with 422, and neither is kept", async () => {
  const { actor, cookie } = await createAccount("member");
  const id = await keep(actor);
  const limits = [
    [api.append, "POST", DOCUMENT_LIMITS.update],
    [api.merge, "POST", DOCUMENT_LIMITS.merge],
    [api.put, "PUT", DOCUMENT_LIMITS.document],
  ] as const;
  for (const [handler, method, most] of limits) {
    const send = (body: Uint8Array) => ask(handler, { method, cookie, id, type: BYTES, body });
    expect((await send(new Uint8Array(most + 1))).status).toBe(413);
    expect((await send(Uint8Array.from([1, 255, 255, 255, 15, 1, 0, 0]))).status).toBe(422);
  }
  expect(await database.client.documentUpdate.count({ where: { documentId: id } })).toBe(1);
});

test("A document grows to 5 MiB and not beyond", async () => {
  const { actor, cookie } = await createAccount("member");
  const doc = drawn("Large");
  const id = await keep(actor, doc);
  let last = 200;
  for (let i = 0; i < 12 && last === 200; i += 1) {
    const before = Y.encodeStateVector(doc);
    doc.getMap("meta").set(`text ${i}`, "x".repeat(500_000));
    const body = Y.encodeStateAsUpdate(doc, before);
    last = (await ask(api.merge, { cookie, id, type: BYTES, body })).status;
  }
  expect(last).toBe(413);
  const { bytes: kept } = (
    (await (await ask(api.list, { method: "GET", cookie })).json()) as { documents: [{ bytes: number }] }
  ).documents[0];
  expect(kept).toBeGreaterThan(DOCUMENT_LIMITS.document - 600_000);
  expect(kept).toBeLessThanOrEqual(DOCUMENT_LIMITS.document);
});
