import { isEmptySession, UNTITLED } from "#core/document/new-session.ts";
import type { Session } from "#core/document/session.schema.ts";
import { loadSession } from "#live/write-session.ts";
import type * as Y from "yjs";
import { newId } from "../new-id.ts";
import { announceGone, openSession, type OpenSession } from "./open-session.ts";
import { deleteSession, listRecords, saveRecord, type SessionRecord } from "./session-database.ts";

export interface ShelfState {
  readonly open: OpenSession | null;
  /** Everything that is kept in this browser, last opened first. */
  readonly records: readonly SessionRecord[];
}

/** The sessions of this browser, one of them open. Nothing here ever replaces one by another. */
export interface SessionShelf {
  readonly state: () => ShelfState;
  readonly subscribe: (listener: () => void) => () => void;
  readonly openLast: () => Promise<void>;
  readonly open: (id: string) => Promise<void>;
  readonly startNew: (session?: Session) => Promise<void>;
  readonly startCase: (slug: string, session: () => Session) => Promise<void>;
  readonly remove: (id: string) => Promise<void>;
}

/** Nothing to keep: neither on the screen nor, as far as could be read, on disk. */
function isBlank({ open }: ShelfState): boolean {
  return open !== null && open.isWhole && isEmptySession(open.store.current());
}

function knownRecords(): Promise<readonly SessionRecord[]> {
  return listRecords().catch(() => []);
}

async function deleteEverywhere(id: string): Promise<void> {
  await deleteSession(id);
  announceGone(id);
}

export function createShelf(now: () => string): SessionShelf {
  const listeners = new Set<() => void>();
  let state: ShelfState = { open: null, records: [] };
  let turn: Promise<unknown> = Promise.resolve();

  const show = (next: ShelfState) => {
    state = next;
    listeners.forEach((listener) => listener());
  };
  const put = async (record: SessionRecord, begin?: (doc: Y.Doc) => void) => {
    const before = state;
    const open = await openSession(record, begin);
    // Shown before the other is closed, so that the screen never stands on a closed session.
    show({ open, records: [record, ...before.records.filter(({ id }) => id !== record.id)] });
    await before.open?.close();
    if (isBlank(before) && before.open !== null && before.open.id !== record.id) {
      await deleteSession(before.open.id).catch(() => undefined);
    }
    show({ open, records: await knownRecords() });
  };
  const begin = (session: Session | undefined) => {
    const record: SessionRecord = {
      id: newId("session"),
      title: session?.architecture.title ?? UNTITLED,
      origin: session?.origin ?? null,
      openedAt: now(),
      isEdited: false,
    };
    return put(record, session && ((doc) => loadSession(doc, session, undefined)));
  };
  const reopen = async (record: SessionRecord) => {
    const opened = { ...record, openedAt: now() };
    await saveRecord(opened).catch(() => undefined);
    await put(opened);
  };
  // One at a time: a person who clicks twice must not open two sessions over each other.
  const inTurn = (run: () => Promise<void>) => {
    const mine = turn.then(run);
    turn = mine.catch(() => undefined);
    return mine;
  };
  const find = async (wanted: (record: SessionRecord) => boolean) => (await knownRecords()).find(wanted);
  const reopenOr = async (record: SessionRecord | undefined, session?: () => Session) =>
    record === undefined ? begin(session?.()) : reopen(record);

  return {
    state: () => state,
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    openLast: () => inTurn(async () => reopenOr(await find(() => true))),
    open: (id) => inTurn(async () => reopenOr(await find((record) => record.id === id))),
    startNew: (session) => inTurn(() => begin(session)),
    startCase: (slug, session) =>
      inTurn(async () => reopenOr(await find((known) => known.origin === slug && !known.isEdited), session)),
    remove: (id) =>
      inTurn(async () => {
        if (state.open?.id === id) await reopenOr(await find((record) => record.id !== id));
        await deleteEverywhere(id);
        show({ ...state, records: await knownRecords() });
      }),
  };
}
