import type { Session } from "#core/document/session.schema.ts";
import { measureSession } from "#core/document/measure-session.ts";
import * as Y from "yjs";
import { saveUpdate, type AccountLink, type SessionRecord } from "./session-database.ts";
import { makeRoom } from "./version-database.ts";

/** Whether what the person did is on disk. Anything else than "saved" is shown as it is. */
export type SaveState =
  | { readonly kind: "saved" }
  | { readonly kind: "saving" }
  | { readonly kind: "failed"; readonly why: string };

export interface Saver {
  readonly state: () => SaveState;
  readonly subscribe: (listener: () => void) => () => void;
  readonly save: (update: Uint8Array, isEdit: boolean) => void;
  readonly fail: (error: unknown) => void;
  /** What kept it from being saved is over. */
  readonly recover: () => void;
  readonly record: () => SessionRecord;
  /** Changes what account it belongs to, or that it belongs to none. */
  readonly link: (account: AccountLink | undefined) => void;
  /** Something was done that is not on disk. */
  readonly isWaiting: () => boolean;
  readonly settled: () => Promise<void>;
}

interface Saved {
  readonly session: () => Session;
  readonly whole: () => Uint8Array;
}

/** What came of saving, and whoever wants to hear of it. */
function createNews() {
  const listeners = new Set<() => void>();
  let state: SaveState = { kind: "saved" };
  return {
    state: () => state,
    show: (next: SaveState) => {
      state = next;
      listeners.forEach((listener) => listener());
    },
    subscribe: (listener: () => void) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

const RETRY_AFTER = 5_000;

/** Brings updates to the browser's database one batch after the other, and tries again for as long as it fails. */
export function createSaver(opened: SessionRecord, { session, whole }: Saved): Saver {
  const { state, show, subscribe } = createNews();
  let record = opened;
  let waiting: Uint8Array[] = [];
  let running: Promise<void> | undefined;

  const fail = (error: unknown) => {
    show({ kind: "failed", why: reasonOf(error) });
  };
  const flush = async () => {
    while (waiting.length > 0) {
      const batch = waiting;
      waiting = [];
      try {
        record = { ...record, ...measureSession(session()), title: session().architecture.title };
        await saveUpdate(record, Y.mergeUpdates(batch), whole);
      } catch (error) {
        waiting = [...batch, ...waiting];
        if (isFull(error) && (await makeRoom().catch(() => false))) continue;
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
    state,
    subscribe,
    save: (update, isEdit) => {
      if (isEdit) record = pending({ ...record, isEdited: true });
      waiting.push(update);
      if (state().kind === "saved") show({ kind: "saving" });
      start();
    },
    fail,
    recover: () => {
      if (waiting.length === 0) show({ kind: "saved" });
    },
    record: () => record,
    link: (account) => {
      record = linked(record, account);
      show(state());
    },
    isWaiting: () => waiting.length > 0 || running !== undefined,
    settled: async () => running,
  };
}

function linked(record: SessionRecord, account: AccountLink | undefined): SessionRecord {
  const { account: before, ...rest } = record;
  if (account === undefined) return before === undefined ? record : rest;
  return { ...rest, account };
}

/** An account does not have yet what was done just now. */
function pending(record: SessionRecord): SessionRecord {
  const { account } = record;
  return account === undefined ? record : { ...record, account: { ...account, isPending: true } };
}

function isFull(error: unknown): boolean {
  return error instanceof DOMException && error.name === "QuotaExceededError";
}

const REASONS: Readonly<Record<string, string>> = {
  QuotaExceededError: "this browser has no room left for it",
  VersionError: "another tab runs a newer version of this page; reload this one",
  SecurityError: "this browser does not let this page keep data",
  InvalidStateError: "this browser has closed its database",
};

/** Why the browser's database did not do as it was asked, to be read after a colon. */
export function reasonOf(error: unknown): string {
  const known = error instanceof DOMException ? REASONS[error.name] : undefined;
  if (known !== undefined) return known;
  return error instanceof Error && error.message !== ""
    ? error.message
    : "this browser does not keep data here";
}
