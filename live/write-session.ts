import { emptySession } from "#core/document/new-session.ts";
import type { Session } from "#core/document/session.schema.ts";
import * as Y from "yjs";
import { answersIn, entitiesIn, marksIn, metaIn, type EntityMap, type Entries } from "./session-fields.ts";
import { withoutSharedParts } from "./shared-parts.ts";
import { mapOf, newEntity, type Fields, type MapName } from "./session-maps.ts";

/**
 * Writes into the document what changed from one session to the next, field by field, and nothing else: what two
 * people do at the same time to different fields is kept, and an undo takes back what this change did.
 */
export function writeDifference(doc: Y.Doc, was: Session, is: Session): void {
  const [before, after] = withoutSharedParts(was, is);
  const entitiesBefore = entitiesIn(before);
  for (const [name, entities] of Object.entries(entitiesIn(after))) {
    writeEntities(mapOf(doc, name as EntityMap), entitiesBefore[name as EntityMap], entities);
  }
  writeValues(mapOf(doc, "meta"), metaIn(before), metaIn(after));
  writeValues(mapOf(doc, "answers"), answersIn(before), answersIn(after));
  const marksBefore = marksIn(before);
  for (const [name, marks] of Object.entries(marksIn(after))) {
    writeValues(mapOf(doc, name as MapName), marksBefore[name as keyof typeof marksBefore], marks);
  }
}

/** Fills a new document. Only the one who creates a document may do so: two who do would both be kept. */
export function loadSession(doc: Y.Doc, session: Session, origin: unknown): void {
  doc.transact(() => writeDifference(doc, emptySession(""), session), origin);
}

function writeEntities(
  map: Y.Map<unknown>,
  before: ReadonlyMap<string, Fields>,
  after: ReadonlyMap<string, Fields>,
): void {
  for (const id of before.keys()) if (!after.has(id)) map.delete(id);
  for (const [id, fields] of after) {
    const known = before.get(id);
    const entity = map.get(id);
    if (known === undefined || !(entity instanceof Y.Map)) map.set(id, newEntity(fields));
    else
      writeValues(entity as Y.Map<unknown>, new Map(Object.entries(known)), new Map(Object.entries(fields)));
  }
}

function writeValues(map: Y.Map<unknown>, before: Entries, after: Entries): void {
  for (const key of before.keys()) if (!after.has(key)) map.delete(key);
  for (const [key, value] of after) {
    if (!isSame(before.get(key), value)) map.set(key, value);
  }
}

function isSame(a: unknown, b: unknown): boolean {
  return a === b || (typeof a === "object" && JSON.stringify(a) === JSON.stringify(b));
}
