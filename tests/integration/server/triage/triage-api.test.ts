import { beforeAll, describe, expect, test } from "vitest";
import { answerApi } from "#server/http/api.ts";
import * as api from "#server/http/triage-api.ts";
import { createAccount, unknownId } from "#tests/support/accounts.ts";
import { sentIn, useTriageDatabase } from "#tests/support/triage.ts";

const database = useTriageDatabase();
let owner: string;
let member: string;

beforeAll(async () => {
  owner = (await createAccount("owner", { name: "Barbara" })).cookie;
  member = (await createAccount("member")).cookie;
});

const ACTS = {
  state: { answer: answerApi(api.MOVE_SITUATION), body: { revision: 0, to: "accepted" } },
  assignee: { answer: answerApi(api.ASSIGN_SITUATION), body: { revision: 0, assigneeId: null } },
  notes: { answer: answerApi(api.NOTE_SITUATION), body: { text: "A note." } },
  replies: { answer: answerApi(api.REPLY_TO_SITUATION), body: { revision: 0, text: "Dear Ada" } },
  engagement: { answer: answerApi(api.FILE_SITUATION), body: { revision: 0, engagementId: null } },
  merge: { answer: answerApi(api.MERGE_SITUATION), body: { revision: 0, into: "" } },
  erase: { answer: answerApi(api.ERASE_SITUATION), body: {} },
  unmerge: { answer: answerApi(api.UNMERGE_SITUATION), body: { revision: 0 } },
} as const;

interface Sent {
  readonly cookie?: string;
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
}

function send(act: keyof typeof ACTS, id: string, { cookie = owner, body, headers }: Sent = {}) {
  const request = new Request(`http://localhost/api/console/situations/${id}/${act}`, {
    method: "POST",
    headers: { "content-type": "application/json", "sec-fetch-site": "same-origin", cookie, ...headers },
    body: JSON.stringify(body ?? ACTS[act].body),
  });
  return ACTS[act].answer(request, { params: Promise.resolve({ id }) });
}

function list(query: string, cookie = owner) {
  const request = new Request(`http://localhost/api/console/situations?${query}`, { headers: { cookie } });
  return answerApi(api.LIST_SITUATIONS)(request, { params: Promise.resolve({}) });
}

async function stored(id: string) {
  const { client } = database;
  return [
    await client.situation.findUnique({ where: { id } }),
    await client.situationEvent.count(),
    await client.situationNote.count(),
    await client.situationMessage.count(),
    await client.auditEntry.count(),
  ];
}

describe("the acts of the console", () => {
  test("answer an unknown situation like one that is none: 404 and nothing of it", async () => {
    for (const act of Object.keys(ACTS) as (keyof typeof ACTS)[])
      for (const id of [unknownId(), "nonsense", "'; --"]) {
        const response = await send(act, id);
        expect([act, id, response.status]).toEqual([act, id, 404]);
        expect(await response.json()).toMatchObject({ type: "urn:seamark:problem:not-found" });
      }
  });

  test("are refused for visitors, members and pages of other sites, and do nothing", async () => {
    const { id } = await sentIn();
    const before = await stored(id);
    for (const act of Object.keys(ACTS) as (keyof typeof ACTS)[]) {
      expect((await send(act, id, { cookie: "" })).status).toBe(401);
      expect((await send(act, id, { cookie: member })).status).toBe(403);
      expect((await send(act, id, { headers: { "sec-fetch-site": "cross-site" } })).status).toBe(403);
    }
    expect(await stored(id)).toEqual(before);
  });

  test("refuse every column of the table in a body, whatever its value", async () => {
    const { id } = await sentIn();
    const before = await stored(id);
    const columns = Object.keys(await database.client.situation.findUniqueOrThrow({ where: { id } }));
    let tried = 0;
    for (const act of Object.keys(ACTS) as (keyof typeof ACTS)[]) {
      const { body } = ACTS[act];
      for (const column of [...columns, "authorId", "actorId", "direction", "role", "at", "tenantId"]) {
        // The address names the situation, and what a body says of it does not count.
        if (column === "id" || column in body) continue;
        for (const value of ["erased", { set: 7 }]) {
          const response = await send(act, id, { body: { ...body, [column]: value } });
          expect([act, column, response.status]).toEqual([act, column, 422]);
          tried += 1;
        }
      }
    }
    expect(await stored(id)).toEqual(before);
    console.info(`mass assignment: ${tried} bodies, 0 changes`);
  });

  test("take scalars only: 200 bodies and queries that would widen a filter find and change nothing", async () => {
    const { id } = await sentIn();
    await sentIn();
    const before = await stored(id);
    const wide = [
      ...[{ not: "" }, { gte: 0 }, { in: [0, 1] }, { contains: "" }, [], [0], {}, true, null, "0", 0.5, -1],
      ...[
        Number.MAX_VALUE,
        "undefined",
        { equals: 0 },
        { increment: 1 },
        { OR: [{}] },
        { NOT: {} },
        "%",
        { path: [] },
      ],
    ];
    let tried = 0;
    for (const value of wide)
      for (const act of ["state", "assignee", "replies", "merge", "unmerge"] as const) {
        const response = await send(act, id, { body: { ...ACTS[act].body, revision: value } });
        expect(response.status).toBe(422);
        tried += 1;
      }
    const names = [
      "state",
      "who",
      "verified",
      "q",
      "after",
      "id",
      "OR",
      "where",
      "state[not]",
      "state[in][]",
    ];
    for (const name of names)
      for (const value of wide.slice(0, 10)) {
        const response = await list(
          `${encodeURIComponent(name)}=${encodeURIComponent(JSON.stringify(value))}`,
        );
        if (name !== "q") expect([name, response.status]).toEqual([name, 422]);
        tried += 1;
      }
    expect(tried).toBeGreaterThanOrEqual(200);
    expect(await stored(id)).toEqual(before);
    console.info(`filter widening: ${tried} payloads, 0 changes`);
  });

  test("answer with the situation as it is then, and are never kept by a cache", async () => {
    const { id } = await sentIn();
    const response = await send("state", id);
    expect([response.status, response.headers.get("cache-control")]).toEqual([200, "no-store"]);
    expect(await response.json()).toMatchObject({ id, state: "accepted", revision: 1 });
    const late = await send("state", id);
    expect(late.status).toBe(409);
  });
});
