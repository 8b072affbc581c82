import * as Y from "yjs";
import type { Update } from "./check-update.ts";
import { mapOf } from "./session-maps.ts";

/** A document made of nothing but the updates of its log. */
export function replay(updates: readonly Uint8Array[]): Y.Doc {
  const doc = new Y.Doc();
  doc.transact(() => updates.forEach((update) => Y.applyUpdate(doc, update)));
  return doc;
}

/**
 * All updates as a single one, without what was deleted in them. Undefined when reading it back does not give what replaying
 * the updates gives: then nothing may take their place.
 */
export function compact(updates: readonly Uint8Array[]): CompactDocument | undefined {
  const doc = replay(updates);
  const bytes = Y.encodeStateAsUpdate(doc);
  const stateVector = Y.encodeStateVector(doc);
  const [reread, merged] = [replay([bytes]), replay([Y.mergeUpdates([...updates])])];
  const isSame = [reread, merged].every((other) => isSameDocument(doc, other));
  [doc, reread, merged].forEach((one) => one.destroy());
  return isSame ? { bytes: new Uint8Array(bytes), stateVector: new Uint8Array(stateVector) } : undefined;
}

export interface CompactDocument {
  readonly bytes: Update;
  readonly stateVector: Update;
}

/** The same changes, the same deletions, and the same that waits for changes which are not there. */
function isSameDocument(a: Y.Doc, b: Y.Doc): boolean {
  return (
    Y.equalSnapshots(Y.snapshot(a), Y.snapshot(b)) &&
    isSameBytes(Y.encodeStateAsUpdate(a), Y.encodeStateAsUpdate(b))
  );
}

function isSameBytes(a: Uint8Array, b: Uint8Array): boolean {
  return a.length === b.length && a.every((byte, i) => byte === b[i]);
}

/** Whether applying an update would change nothing of a document, not even what waits in it. */
export function saysNothingNew(doc: Y.Doc, update: Uint8Array): boolean {
  const { structs, ds } = Y.decodeUpdate(update);
  const isKnown = (id: { readonly client: number; readonly clock: number }, length: number) =>
    Y.getState(doc.store, id.client) >= id.clock + length;
  if (!structs.every(({ id, length }) => isKnown(id, length))) return false;
  return areAllIn(ds, Y.createDeleteSetFromStructStore(doc.store));
}

type Deletions = ReturnType<typeof Y.decodeUpdate>["ds"];

function areAllIn(deletions: Deletions, known: Deletions): boolean {
  return [...deletions.clients].every(([client, ranges]) =>
    ranges.every(({ clock, len }) =>
      known.clients
        .get(client)
        ?.some((range) => range.clock <= clock && range.clock + range.len >= clock + len),
    ),
  );
}

/** What a document has that another, of which only the state vector and the deletions are known, does not have. */
export interface DocumentState {
  readonly stateVector: Uint8Array;
  readonly update: Uint8Array;
}

/** A state vector and an update in one array: the length of the first in four bytes, the first, the second. */
export function writeState({ stateVector, update }: DocumentState): Update {
  const bytes = new Uint8Array(4 + stateVector.length + update.length);
  new DataView(bytes.buffer).setUint32(0, stateVector.length);
  bytes.set(stateVector, 4);
  bytes.set(update, 4 + stateVector.length);
  return bytes;
}

export function readState(bytes: Uint8Array): DocumentState | undefined {
  if (bytes.length < 4) return undefined;
  const length = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength).getUint32(0);
  if (bytes.length < 4 + length) return undefined;
  return { stateVector: bytes.slice(4, 4 + length), update: bytes.slice(4 + length) };
}

/**
 * What `doc` has that whoever answered with `theirs` has not; undefined when they have all of it. Every update carries all
 * deletions, so those are looked for in theirs as well.
 */
export function missingThere(doc: Y.Doc, theirs: DocumentState): Uint8Array | undefined {
  const update = Y.encodeStateAsUpdate(doc, theirs.stateVector);
  const mine = Y.decodeUpdate(update);
  if (mine.structs.length > 0) return update;
  return areAllIn(mine.ds, Y.decodeUpdate(theirs.update).ds) ? undefined : update;
}

/** The update that gives a document another name. */
export function renamed(updates: readonly Uint8Array[], title: string): Update {
  const doc = replay(updates);
  const before = Y.encodeStateVector(doc);
  mapOf(doc, "meta").set("title", title);
  const update = new Uint8Array(Y.encodeStateAsUpdate(doc, before));
  doc.destroy();
  return update;
}

/** A document without what `since`, a state vector, has; undefined when that is no state vector. */
export function stateSince(doc: Y.Doc, since: Uint8Array | undefined): Update | undefined {
  try {
    const update = Y.encodeStateAsUpdate(doc, since && new Uint8Array(since));
    return writeState({ stateVector: Y.encodeStateVector(doc), update });
  } catch {
    return undefined;
  }
}
