import type { Session } from "#core/document/session.schema.ts";
import { loadSession } from "#live/write-session.ts";
import { holdSessions, type HeldSessions } from "./held-sessions.ts";
import { openSession, type OpenSession } from "./open-session.ts";
import { listRecords, type SessionRecord } from "./session-database.ts";
import { reasonOf } from "./session-saver.ts";

export interface ShelfState {
  readonly open: OpenSession | null;
  /** Everything that is kept in this browser, last opened first. */
  readonly records: readonly SessionRecord[];
  /** What was deleted lately and can be brought back, last deleted first. */
  readonly deleted: readonly SessionRecord[];
  /** Why the list could not be read; what it shows is then not all there is. */
  readonly unread: string | null;
}

/** What fills a new document. */
export type Begin = Parameters<typeof openSession>[1];

/** The one session on the table, and the list of all there are. */
export interface ShelfTable {
  readonly state: () => ShelfState;
  readonly subscribe: (listener: () => void) => () => void;
  readonly held: HeldSessions;
  /** Reads the list again: other tabs change it as well. */
  readonly refresh: () => Promise<void>;
  readonly find: (wanted: (record: SessionRecord) => boolean) => Promise<SessionRecord | undefined>;
  /** Puts a session on the table and lets go of the one that lies there. */
  readonly put: (record: SessionRecord, begin?: Begin) => Promise<void>;
}

export function createTable(): ShelfTable {
  const listeners = new Set<() => void>();
  const held = holdSessions();
  let state: ShelfState = { open: null, records: [], deleted: [], unread: null };

  const show = (next: Partial<ShelfState>) => {
    state = { ...state, ...next };
    listeners.forEach((listener) => listener());
  };
  const refresh = async () => {
    const { records = state.records, ...rest } = await readList(held.records());
    const deleted = rest.deleted ?? state.deleted;
    show({ ...rest, records: withOpen(records, deleted, state.open?.record()) });
  };
  return {
    state: () => state,
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    held,
    refresh,
    find: async (wanted) => {
      await refresh();
      return state.records.find(wanted);
    },
    put: async (record, begin) => {
      const before = state.open;
      if (before?.id === record.id) return;
      const open = (await held.takeOut(record.id)) ?? (await openSession(record, begin));
      // Shown before the other is closed, so that the screen never stands on a closed session.
      show({ open, records: [record, ...state.records.filter(({ id }) => id !== record.id)] });
      if (before !== null) await held.letGo(before);
      await refresh();
    },
  };
}

/** What lies on the table is known better than the list knows it, and is in no list before its first change. */
function withOpen(
  records: readonly SessionRecord[],
  deleted: readonly SessionRecord[],
  open: SessionRecord | undefined,
): readonly SessionRecord[] {
  if (open === undefined || deleted.some(({ id }) => id === open.id)) return records;
  return records.some(({ id }) => id === open.id)
    ? records.map((record) => (record.id === open.id ? open : record))
    : [open, ...records];
}

/** Fills a new document with a session. */
export function filledWith(session: Session | undefined): Begin {
  return (doc) => session && loadSession(doc, session, undefined);
}

async function readList(unsaved: readonly SessionRecord[]): Promise<Partial<ShelfState>> {
  try {
    const all = await listRecords();
    const kept = all.filter(({ deletedAt }) => deletedAt === undefined);
    const isListed = (id: string) => kept.some((record) => record.id === id);
    return {
      records: [...kept, ...unsaved.filter(({ id }) => !isListed(id))],
      deleted: all.filter(isDeleted).sort((a, b) => (a.deletedAt < b.deletedAt ? 1 : -1)),
      unread: null,
    };
  } catch (error) {
    return { unread: reasonOf(error) };
  }
}

function isDeleted(record: SessionRecord): record is SessionRecord & { readonly deletedAt: string } {
  return record.deletedAt !== undefined;
}
