import { createSessionStore, type SessionStore } from "#live/session-store.ts";
import * as Y from "yjs";
import { compactUpdates, loadUpdates, type SessionRecord } from "./session-database.ts";
import { createSaver, type SaveState } from "./session-saver.ts";

export interface OpenSession {
  readonly id: string;
  /** False when what was kept of it could not be read: what is shown is then not all there is. */
  readonly isWhole: boolean;
  readonly store: SessionStore;
  /** What the list of sketches shows of it. */
  readonly record: () => SessionRecord;
  readonly saveState: () => SaveState;
  readonly subscribeToSaving: (listener: () => void) => () => void;
  /** Something was done to it that is not on disk. */
  readonly isWaiting: () => boolean;
  /** Resolves once nothing is left to save, or saving has failed. */
  readonly settled: () => Promise<void>;
  /** Settles, and lets go of it. */
  readonly close: () => Promise<void>;
}

const HELLO = "hello";
const GONE = "gone";
const BACK = "back";
const BEGIN = { origin: "begin" };
const STORED = { origin: "stored" };
const MANY_UPDATES = 64;

function channelOf(id: string): BroadcastChannel {
  return new BroadcastChannel(`seamark:${id}`);
}

/** Tells the tabs that still show a session that it was deleted, or that this was taken back. */
export function announceFate(id: string, fate: "gone" | "back"): void {
  const tabs = channelOf(id);
  tabs.postMessage(fate);
  tabs.close();
}

function mergeUpdates(updates: readonly Uint8Array[]): Uint8Array {
  const doc = new Y.Doc();
  updates.forEach((update) => Y.applyUpdate(doc, update));
  const merged = Y.encodeStateAsUpdate(doc);
  doc.destroy();
  return merged;
}

/**
 * Opens a session that lives in this browser: every change is appended to the browser's database and reported as
 * saved only after the transaction has completed. Tabs that have the same session open see each other's changes.
 */
export async function openSession(
  record: SessionRecord,
  begin: (doc: Y.Doc) => void = () => undefined,
): Promise<OpenSession> {
  const doc = new Y.Doc();
  const loaded = await loadUpdates(record.id).then(
    (updates) => {
      updates.forEach((update) => Y.applyUpdate(doc, update, STORED));
      if (updates.length > MANY_UPDATES) void compactUpdates(record.id, mergeUpdates).catch(() => undefined);
      return undefined;
    },
    (error: unknown) => error,
  );
  let isGone = false;
  const tabs = channelOf(record.id);
  tabs.onmessage = ({ data }: MessageEvent<unknown>) => {
    if (data instanceof Uint8Array) Y.applyUpdate(doc, data, STORED);
    else if (data === HELLO) tabs.postMessage(Y.encodeStateAsUpdate(doc));
    else if (data === GONE) {
      isGone = true;
      saver.fail(new Error("this sketch was deleted in another tab. The next change keeps it here."));
    } else if (data === BACK) {
      isGone = false;
      saver.recover();
    }
  };
  // What another tab has not finished saving is not in the database yet.
  tabs.postMessage(HELLO);
  const store = createSessionStore(doc);
  const saver = createSaver(record, { session: store.current, whole: () => Y.encodeStateAsUpdate(doc) });
  doc.on("update", (update: Uint8Array, origin: unknown) => {
    if (origin === STORED) return;
    tabs.postMessage(update);
    // A change alone says nothing once what it changed is gone from the database.
    saver.save(isGone ? Y.encodeStateAsUpdate(doc) : update, origin !== BEGIN);
    isGone = false;
  });
  doc.transact(() => begin(doc), BEGIN);
  if (loaded !== undefined) saver.fail(loaded);
  return {
    id: record.id,
    isWhole: loaded === undefined,
    store,
    record: saver.record,
    saveState: saver.state,
    subscribeToSaving: saver.subscribe,
    isWaiting: saver.isWaiting,
    settled: saver.settled,
    close: async () => {
      await saver.settled();
      tabs.close();
      store.destroy();
      doc.destroy();
    },
  };
}
