import type { Session } from "#core/document/session.schema.ts";
import { measureSession } from "#core/document/measure-session.ts";
import * as Y from "yjs";
import { saveUpdate, type SessionRecord } from "./session-database.ts";
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
  /** Something was done that is not on disk. */
  readonly isWaiting: () => boolean;
  readonly settled: () => Promise<void>;
}

interface Saved {
  readonly session: () => Session;
  readonly whole: () => Uint8Array;
}

const RETRY_AFTER = 5_000;

/** Brings updates to the browser's database one batch after the other, and tries again for as long as it fails. */
export function createSaver(opened: SessionRecord, { session, whole }: Saved): Saver {
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
    recover: () => {
      if (waiting.length === 0) show({ kind: "saved" });
    },
    record: () => record,
    isWaiting: () => waiting.length > 0 || running !== undefined,
    settled: async () => running,
  };
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
