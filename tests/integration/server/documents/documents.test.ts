import { randomUUID } from "node:crypto";
import { expect, test } from "vitest";
import * as Y from "yjs";
import type { User } from "#core/access/policy.ts";
import { MOST_DOCUMENTS } from "#core/access/account-documents.ts";
import { missingThere, readState } from "#live/document-log.ts";
import { hashEntry } from "#server/repositories/audit.ts";
import {
  binDocument,
  deleteDocument,
  restoreDocument,
  shareDocument,
} from "#server/services/document-fate.ts";
import { COMPACT_AFTER, compactDocument } from "#server/services/document-log.ts";
import { createDocument, listDocuments, loadDocument, renameDocument } from "#server/services/documents.ts";
import { emptyBin } from "#server/services/empty-bin.ts";
import { someone } from "#tests/support/crew.ts";
import {
  contentOf,
  createTeam,
  draw,
  drawn,
  fetchDocument,
  forgetLimits,
  keep,
  send,
} from "#tests/support/documents.ts";
import { useTestDatabase } from "#tests/support/test-database.ts";
import { valueOf } from "#tests/support/value-of.ts";

const database = useTestDatabase();
const titles = async (user: User) => valueOf(await listDocuments(user)).documents.map(({ title }) => title);
const rowsOf = (documentId: string) => database.client.documentUpdate.count({ where: { documentId } });

test("What was drawn is kept, and comes back as it was", async () => {
  const user = await someone();
  const doc = drawn("Harbour", ["gate", "store"]);
  const id = await keep(user, doc);
  expect(contentOf(await fetchDocument(user, id))).toEqual(contentOf(doc));
  expect(await titles(user)).toEqual(["Harbour"]);
});

test("An update is acknowledged with its number, and one that says nothing new with the last", async () => {
  const user = await someone();
  const doc = drawn("Harbour");
  const id = await keep(user, doc);
  const before = Y.encodeStateVector(doc);
  doc.getMap("meta").set("title", "Quay");
  const update = Y.encodeStateAsUpdate(doc, before);
  expect(await send(user, id, update)).toEqual({ ok: true, value: { seq: 2 } });
  expect(await send(user, id, update)).toEqual({ ok: true, value: { seq: 2 } });
  expect(await rowsOf(id)).toBe(2);
  expect(await titles(user)).toEqual(["Quay"]);
});

test("A deletion is new, although it adds no change", async () => {
  const user = await someone();
  const doc = drawn("Harbour", ["gate"]);
  const id = await keep(user, doc);
  const before = Y.encodeStateVector(doc);
  doc.getMap("components").delete("gate");
  expect(valueOf(await send(user, id, Y.encodeStateAsUpdate(doc, before))).seq).toBe(2);
  expect(contentOf(await fetchDocument(user, id))).toEqual(contentOf(doc));
});

test("Who was away gets what they have not, and knows what is missing there", async () => {
  const user = await someone();
  const mine = drawn("Harbour", ["gate"]);
  const id = await keep(user, mine);
  const theirs = await fetchDocument(user, id);
  draw(theirs, "store");
  await send(user, id, Y.encodeStateAsUpdate(theirs));
  draw(mine, "crane");
  const since = Y.encodeStateVector(mine);
  const state = readState(valueOf(await loadDocument(user, { id, since })))!;
  Y.applyUpdate(mine, state.update);
  const missing = missingThere(mine, state)!;
  expect(valueOf(await send(user, id, missing)).seq).toBe(3);
  expect(contentOf(await fetchDocument(user, id))).toEqual(contentOf(mine));
  const after = readState(valueOf(await loadDocument(user, { id, since: Y.encodeStateVector(mine) })))!;
  expect(missingThere(mine, after)).toBeUndefined();
  mine.getMap("components").delete("gate");
  expect(missingThere(mine, after)).toBeDefined();
});

test("After many updates a snapshot takes their place, and the one before it stays", async () => {
  const user = await someone();
  const doc = drawn("Harbour");
  const id = await keep(user, doc);
  for (let round = 1; round <= 3; round += 1) {
    const before = Y.encodeStateVector(doc);
    draw(doc, `c${round}`);
    await send(user, id, Y.encodeStateAsUpdate(doc, before));
    await compactDocument(id);
    expect(await rowsOf(id)).toBe(0);
  }
  const kept = await database.client.documentSnapshot.findMany({
    where: { documentId: id },
    orderBy: { uptoSeq: "asc" },
  });
  expect(kept.map(({ uptoSeq }) => uptoSeq)).toEqual([3, 4]);
  expect(contentOf(await fetchDocument(user, id))).toEqual(contentOf(doc));
});

test(`The ${COMPACT_AFTER}th update makes a snapshot by itself`, async () => {
  const user = await someone();
  const doc = drawn("Harbour");
  const id = await keep(user, doc);
  for (let i = 0; i < COMPACT_AFTER; i += 1) {
    const before = Y.encodeStateVector(doc);
    doc.getMap("meta").set("summary", `Version ${i}`);
    if (i % 100 === 0) await forgetLimits();
    expect((await send(user, id, Y.encodeStateAsUpdate(doc, before))).ok).toBe(true);
  }
  await expect.poll(() => rowsOf(id)).toBeLessThan(COMPACT_AFTER);
  expect(contentOf(await fetchDocument(user, id))).toEqual(contentOf(doc));
});

test("A name is one line of at most a hundred letters, whatever a client wrote into the document", async () => {
  const user = await someone();
  const id = await keep(user, drawn(`  A\u0000 \u202Eharbour\n${"x".repeat(300)}`));
  const [title = ""] = await titles(user);
  expect(title).toMatch(/^A harbour x+$/);
  expect(title.length).toBeLessThanOrEqual(100);
  await keep(user, drawn(" \u200B "));
  expect(await titles(user)).toContain("Untitled sketch");
  expect((await renameDocument(user, { id, title: "Quay" })).ok).toBe(true);
  expect((await fetchDocument(user, id)).getMap("meta").get("title")).toBe("Quay");
  expect((await renameDocument(user, { id, title: "  " })).ok).toBe(false);
});

test("A team opens and changes a document; only its owner and the lead put it away", async () => {
  const [owner, lead, member, stranger] = [
    await someone(),
    await someone(),
    await someone(),
    await someone("staff"),
  ];
  const teamId = await createTeam([{ user: owner }, { user: lead, isLead: true }, { user: member }]);
  const doc = drawn("Harbour");
  const id = await keep(owner, doc);
  expect(await titles(member)).toEqual([]);
  expect(await shareDocument(owner, { id, teamId })).toEqual({ ok: true, value: undefined });
  draw(doc, "gate");
  expect((await send(member, id, Y.encodeStateAsUpdate(doc))).ok).toBe(true);
  expect(await titles(member)).toEqual(["Harbour"]);

  expect(await binDocument(member, { id })).toEqual({ ok: false, error: { kind: "forbidden" } });
  expect(await binDocument(stranger, { id })).toEqual({ ok: false, error: { kind: "not-found" } });
  expect(await shareDocument(member, { id, teamId: null })).toMatchObject({ ok: false });
  expect((await binDocument(lead, { id })).ok).toBe(true);
  expect(await send(member, id, Y.encodeStateAsUpdate(doc))).toEqual({
    ok: false,
    error: { kind: "binned" },
  });
  expect(await loadDocument(owner, { id, since: undefined })).toEqual({
    ok: false,
    error: { kind: "binned" },
  });
  expect((await restoreDocument(lead, { id })).ok).toBe(true);
  expect((await shareDocument(lead, { id, teamId: null })).ok).toBe(true);
  expect(await titles(lead)).toEqual([]);
});

test("Nobody shares with a team they are not in", async () => {
  const [owner, other] = [await someone(), await someone()];
  const teamId = await createTeam([{ user: other, isLead: true }]);
  const id = await keep(owner);
  expect(await shareDocument(owner, { id, teamId })).toEqual({ ok: false, error: { kind: "not-found" } });
});

test("Deleted for good, nothing of it is left, and the trail says who did it", async () => {
  const user = await someone();
  const id = await keep(user);
  await compactDocument(id);
  await send(user, id, Y.encodeStateAsUpdate(drawn("Again", ["a"])));
  expect(await deleteDocument(user, { id })).toMatchObject({ ok: false });
  await binDocument(user, { id });
  expect((await deleteDocument(user, { id })).ok).toBe(true);
  const where = { documentId: id };
  expect([
    await database.client.document.count({ where: { id } }),
    await rowsOf(id),
    await database.client.documentSnapshot.count({ where }),
  ]).toEqual([0, 0, 0]);
  const trail = await database.client.auditEntry.findMany({
    where: { subjectId: id },
    orderBy: { seq: "asc" },
  });
  expect(trail.map(({ action, actorId }) => [action, actorId])).toEqual([
    ["document.binned", user.id],
    ["document.deleted", user.id],
  ]);
  for (const entry of trail) expect(hashEntry({ ...entry, details: {} })).toEqual(new Uint8Array(entry.hash));
});

test("The bin is emptied after thirty days, and not before", async () => {
  const user = await someone();
  const [id, other] = [await keep(user), await keep(user)];
  await binDocument(user, { id });
  const day = 24 * 60 * 60 * 1000;
  await emptyBin(new Date(Date.now() + 29 * day));
  expect(valueOf(await listDocuments(user)).documents).toHaveLength(2);
  await emptyBin(new Date(Date.now() + 31 * day));
  expect(valueOf(await listDocuments(user)).documents.map((one) => one.id)).toEqual([other]);
});

test("Keeping a document twice keeps it once; somebody else's id is not found", async () => {
  const [user, other] = [await someone(), await someone()];
  const doc = drawn("Harbour");
  const id = await keep(user, doc);
  draw(doc, "gate");
  await keep(user, doc, id);
  expect(contentOf(await fetchDocument(user, id))).toEqual(contentOf(doc));
  const state = Y.encodeStateAsUpdate(drawn("Mine now"));
  expect(await createDocument(other, { id, state })).toEqual({ ok: false, error: { kind: "not-found" } });
  expect(await titles(other)).toEqual([]);
});

test("Staff begin a document for a situation; nobody else does", async () => {
  const [staff, member] = [await someone("staff"), await someone()];
  const situationId = randomUUID();
  await database.client.situation.create({
    data: {
      id: situationId,
      reference: randomUUID(),
      failing: "Uploads fail.",
      works: "",
      tried: "",
      signals: [],
      system: "",
      name: "",
    },
  });
  const state = Y.encodeStateAsUpdate(drawn("Uploads"));
  const id = randomUUID();
  expect((await createDocument(staff, { id, state, situationId })).ok).toBe(true);
  expect(valueOf(await listDocuments(staff)).documents).toMatchObject([{ id, situationId }]);
  const refused = await createDocument(member, { id: randomUUID(), state, situationId });
  expect(refused).toEqual({ ok: false, error: { kind: "forbidden" } });
  const unknown = await createDocument(staff, { id: randomUUID(), state, situationId: randomUUID() });
  expect(unknown).toEqual({ ok: false, error: { kind: "not-found" } });
});

test(`An account keeps ${MOST_DOCUMENTS} documents, and no more however many are made at once`, async () => {
  const user = await someone();
  const rows = Array.from({ length: MOST_DOCUMENTS - 1 }, () => ({
    id: randomUUID(),
    ownerId: user.id,
    title: "x",
  }));
  await database.client.document.createMany({ data: rows });
  const state = Y.encodeStateAsUpdate(drawn("One more"));
  const made = await Promise.all(
    Array.from({ length: 4 }, () => createDocument(user, { id: randomUUID(), state })),
  );
  expect(made.filter(({ ok }) => ok)).toHaveLength(1);
  expect(await database.client.document.count({ where: { ownerId: user.id } })).toBe(MOST_DOCUMENTS);
});

test("Twenty broken rows of twenty keep the document shut, and leave its log as it is", async () => {
  const user = await someone();
  const shut: string[] = [];
  for (let i = 0; i < 20; i += 1) {
    const doc = drawn("Harbour", ["gate"]);
    const id = await keep(user, doc);
    draw(doc, "store");
    if (i % 2 === 1) await compactDocument(id);
    await send(user, id, Y.encodeStateAsUpdate(doc));
    const table = i % 2 === 1 ? "document_snapshot" : "document_update";
    await database.client.$executeRawUnsafe(
      `UPDATE ${table} SET bytes = set_bit(bytes, ($1 * 37) % (octet_length(bytes) * 8),
         1 - get_bit(bytes, ($1 * 37) % (octet_length(bytes) * 8))) WHERE document_id = $2::uuid`,
      i,
      id,
    );
    const rows = await rowsOf(id);
    const loaded = await loadDocument(user, { id, since: undefined });
    draw(doc, "crane");
    const appended = await send(user, id, Y.encodeStateAsUpdate(doc));
    await compactDocument(id);
    const isShut = [loaded, appended].every((one) => !one.ok && one.error.kind === "damaged");
    if (isShut && (await rowsOf(id)) === rows) shut.push(id);
  }
  expect(shut).toHaveLength(20);
});

test("A row that is gone keeps the document shut as well", async () => {
  const user = await someone();
  const doc = drawn("Harbour");
  const id = await keep(user, doc);
  draw(doc, "gate");
  await send(user, id, Y.encodeStateAsUpdate(doc));
  await database.client.documentUpdate.deleteMany({ where: { documentId: id, seq: 1 } });
  expect(await loadDocument(user, { id, since: undefined })).toEqual({
    ok: false,
    error: { kind: "damaged" },
  });
});
