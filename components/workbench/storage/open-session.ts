import { createSessionStore, type SessionStore } from "#live/session-store.ts";
import * as Y from "yjs";
import { compactUpdates, loadUpdates, saveUpdate, type SessionRecord } from "./session-database.ts";

/** Whether what the person did is on disk. Anything else than "saved" is shown as it is. */
export type SaveState =
  | { readonly kind: "saved" }
  | { readonly kind: "saving" }
  | { readonly kind: "failed"; readonly why: string };

export interface OpenSession {
  readonly id: string;
  /** False when what was kept of it could not be read: what is shown is then not all there is. */
  readonly isWhole: boolean;
  readonly store: SessionStore;
  readonly saveState: () => SaveState;
  readonly subscribeToSaving: (listener: () => void) => () => void;
  /** Resolves once nothing is left to save, or saving has failed. */
  readonly close: () => Promise<void>;
}

const HELLO = "hello";
const GONE = "gone";
const BEGIN = { origin: "begin" };
const STORED = { origin: "stored" };
const MANY_UPDATES = 64;
const RETRY_AFTER = 5_000;

function channelOf(id: string): BroadcastChannel {
  return new BroadcastChannel(`seamark:${id}`);
}

/** Tells the tabs that still show a session that it was deleted. */
export function announceGone(id: string): void {
  const tabs = channelOf(id);
  tabs.postMessage(GONE);
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
    }
  };
  // What another tab has not finished saving is not in the database yet.
  tabs.postMessage(HELLO);
  const store = createSessionStore(doc);
  const saver = createSaver(record, {
    title: () => store.current().architecture.title,
    whole: () => Y.encodeStateAsUpdate(doc),
  });
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
    saveState: saver.state,
    subscribeToSaving: saver.subscribe,
    close: async () => {
      await saver.settled();
      tabs.close();
      store.destroy();
      doc.destroy();
    },
  };
}

interface Saver {
  readonly state: () => SaveState;
  readonly subscribe: (listener: () => void) => () => void;
  readonly save: (update: Uint8Array, isEdit: boolean) => void;
  readonly fail: (error: unknown) => void;
  readonly settled: () => Promise<void>;
}

interface Saved {
  readonly title: () => string;
  readonly whole: () => Uint8Array;
}

function createSaver(opened: SessionRecord, { title, whole }: Saved): Saver {
  const listeners = new Set<() => void>();
  let record = opened;
  let state: SaveState = { kind: "saved" };
  let waiting: Uint8Array[] = [];
  let running: Promise<void> | undefined;

  const show = (next: SaveState) => {
    state = next;
    listeners.forEach((listener) => listener());
  };
  const fail = (error: unknown) => {
    show({ kind: "failed", why: reasonOf(error) });
  };
  const flush = async () => {
    while (waiting.length > 0) {
      const batch = waiting;
      waiting = [];
      try {
        record = { ...record, title: title() };
        await saveUpdate(record, Y.mergeUpdates(batch), whole);
      } catch (error) {
        waiting = [...batch, ...waiting];
        fail(error);
        running = undefined;
        setTimeout(start, RETRY_AFTER);
        return;
      }
    }
    // Before anybody hears of it: what they do next must start a run of its own.
    running = undefined;
    show({ kind: "saved" });
  };
  const start = () => {
    if (waiting.length > 0) running ??= flush();
  };
  return {
    state: () => state,
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    save: (update, isEdit) => {
      if (isEdit) record = { ...record, isEdited: true };
      waiting.push(update);
      if (state.kind === "saved") show({ kind: "saving" });
      start();
    },
    fail,
    settled: async () => running,
  };
}

function reasonOf(error: unknown): string {
  if (error instanceof DOMException && error.name === "QuotaExceededError") {
    return "this browser has no room left for it";
  }
  return error instanceof Error && error.message !== ""
    ? error.message
    : "this browser does not keep data here";
}
