import { randomUUID } from "node:crypto";
import * as Y from "yjs";
import type { User } from "#core/access/policy.ts";
import { DOCUMENT_LIMITS } from "#live/check-update.ts";
import { readState } from "#live/document-log.ts";
import { database } from "#server/db/database.ts";
import { appendUpdate, createDocument, loadDocument } from "#server/services/documents.ts";

/** What a document says, in whatever order its changes came. */
export function contentOf(doc: Y.Doc): unknown {
  const plain = (value: unknown): unknown => {
    if (!(value instanceof Y.Map)) return value;
    const entries = [...(value as Y.Map<unknown>).entries()].sort(([a], [b]) => (a < b ? -1 : 1));
    return entries.map(([key, inner]) => [key, plain(inner)]);
  };
  const maps = [...doc.share.keys()].sort().map((name) => [name, doc.getMap(name)] as const);
  return maps.filter(([, map]) => map.size > 0).map(([name, map]) => [name, plain(map)]);
}

export function drawn(title: string, components: readonly string[] = []): Y.Doc {
  const doc = new Y.Doc();
  doc.transact(() => {
    doc.getMap("meta").set("title", title);
    for (const id of components) draw(doc, id);
  });
  return doc;
}

export function draw(doc: Y.Doc, id: string, name = id): void {
  doc.getMap("components").set(id, new Y.Map([["name", name]]));
}

/** Keeps a document for somebody. */
export async function keep(user: User, doc: Y.Doc = drawn("A sketch"), id: string = randomUUID()) {
  const created = await createDocument(user, { id, state: Y.encodeStateAsUpdate(doc) });
  if (!created.ok) throw new Error(`not kept: ${created.error.kind}`);
  return id;
}

export function send(user: User, id: string, update: Uint8Array) {
  return appendUpdate(user, { id, update, most: DOCUMENT_LIMITS.update });
}

/** The document as somebody gets it who has nothing of it yet. */
export async function fetchDocument(user: User, id: string): Promise<Y.Doc> {
  const loaded = await loadDocument(user, { id, since: undefined });
  if (!loaded.ok) throw new Error(`not loaded: ${loaded.error.kind}`);
  const doc = new Y.Doc();
  Y.applyUpdate(doc, readState(loaded.value)!.update);
  return doc;
}

export async function createTeam(members: readonly { user: User; isLead?: boolean }[], name = "Harbour") {
  const id = randomUUID();
  await database().team.create({ data: { id, name } });
  for (const { user, isLead = false } of members)
    await database().teamMembership.create({ data: { teamId: id, userId: user.id, isLead } });
  return id;
}

/** Lets somebody send as much as they like, as time does. */
export async function forgetLimits(): Promise<void> {
  await database().rateLimit.deleteMany({});
}
