import { createSessionStore, type SessionStore } from "#live/session-store.ts";
import * as Y from "yjs";
import {
  compactUpdates,
  loadUpdates,
  saveRecord,
  type AccountLink,
  type SessionRecord,
} from "./session-database.ts";
import { createReplica, REMOTE, type Replica } from "./replica.ts";
import { createSaver, type SaveState } from "./session-saver.ts";

export interface OpenSession {
  readonly id: string;
  /** False when what was kept of it could not be read: what is shown is then not all there is. */
  readonly isWhole: boolean;
  readonly store: SessionStore;
  /** The document under it, for whoever keeps it in an account as well. */
  readonly replica: Replica;
  /** Says to every tab which document of which account it is; undefined when it is of none any more. */
  readonly link: (account: AccountLink | undefined) => Promise<void>;
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

function isLink(data: unknown): data is { readonly account: AccountLink | undefined } {
  return typeof data === "object" && data !== null && "account" in data;
}

function mergeUpdates(updates: readonly Uint8Array[]): Uint8Array {
  const doc = new Y.Doc();
  updates.forEach((update) => Y.applyUpdate(doc, update));
  const merged = Y.encodeStateAsUpdate(doc);
  doc.destroy();
  return merged;
}

/** Applies what is kept of a session. The answer is why that could not be read. */
function loadInto(doc: Y.Doc, id: string): Promise<unknown> {
  return loadUpdates(id).then(
    (updates) => {
      updates.forEach((update) => Y.applyUpdate(doc, update, STORED));
      if (updates.length > MANY_UPDATES) void compactUpdates(id, mergeUpdates).catch(() => undefined);
      return undefined;
    },
    (error: unknown) => error,
  );
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
  const problem = await loadInto(doc, record.id);
  let isGone = false;
  const tabs = channelOf(record.id);
  tabs.onmessage = ({ data }: MessageEvent<unknown>) => {
    if (data instanceof Uint8Array) Y.applyUpdate(doc, data, STORED);
    else if (isLink(data)) saver.link(data.account);
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
    saver.save(isGone ? Y.encodeStateAsUpdate(doc) : update, origin !== BEGIN && origin !== REMOTE);
    isGone = false;
  });
  doc.transact(() => begin(doc), BEGIN);
  if (problem !== undefined) saver.fail(problem);
  return {
    id: record.id,
    isWhole: problem === undefined,
    store,
    replica: createReplica(doc, [STORED, REMOTE]),
    link: async (account) => {
      saver.link(account);
      tabs.postMessage({ account });
      await saver.settled();
      // What was deleted elsewhere stays deleted.
      if (!isGone) await saveRecord(saver.record());
    },
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
