import { asName } from "#core/document/person-text.ts";
import { measureSession } from "#core/document/measure-session.ts";
import { UNTITLED } from "#core/document/new-session.ts";
import type { Session } from "#core/document/session.schema.ts";
import { newDocumentId } from "../new-id.ts";
import { withSession } from "./held-sessions.ts";
import { announceFate, openSession, type OpenSession } from "./open-session.ts";
import { deleteSession, saveRecord, type AccountLink, type SessionRecord } from "./session-database.ts";
import { createTable, filledWith, type Begin, type ShelfState, type ShelfTable } from "./shelf-table.ts";

/** The sessions of this browser, one of them open. Nothing here ever replaces one by another. */
export interface SessionShelf {
  readonly state: () => ShelfState;
  readonly subscribe: (listener: () => void) => () => void;
  /** Whether something would be lost if the page went away now. */
  readonly isUnsaved: () => boolean;
  readonly refresh: () => Promise<void>;
  readonly openLast: () => Promise<void>;
  readonly open: (id: string) => Promise<void>;
  readonly startNew: (session?: Session) => Promise<void>;
  /** Opens a document of an account: the copy that is here, or a new one that `begin` fills. */
  readonly openLinked: (account: AccountLink, title: string, begin: () => Promise<Begin>) => Promise<void>;
  readonly startCase: (slug: string, session: () => Session) => Promise<void>;
  /** Opens the diagnosis of a situation that was begun in this browser, or begins it. */
  readonly startSituation: (situationId: string, session: () => Promise<Session>) => Promise<void>;
  readonly rename: (id: string, title: string) => Promise<void>;
  /** Puts a copy on the shelf and leaves on the table what lies there. */
  readonly duplicate: (id: string) => Promise<void>;
  readonly remove: (id: string) => Promise<void>;
  readonly bringBack: (id: string) => Promise<void>;
  readonly removeForGood: (id: string) => Promise<void>;
}

/** How long what was deleted can be brought back. */
export const KEPT_DAYS = 30;
const DAY = 24 * 60 * 60 * 1000;

type Now = () => string;
type InTurn = (run: () => Promise<void>) => Promise<void>;

export function createShelf(now: Now): SessionShelf {
  const table = createTable();
  const { state, subscribe, held, refresh } = table;
  let turn: Promise<unknown> = Promise.resolve();
  // One at a time: a person who clicks twice must not open two sessions over each other.
  const inTurn: InTurn = (run) => {
    const mine = turn.then(run);
    turn = mine.catch(() => undefined);
    return mine;
  };
  return {
    state,
    subscribe,
    isUnsaved: () => !held.isEmpty() || (state().open?.saveState().kind ?? "saved") !== "saved",
    refresh: () => inTurn(refresh),
    ...openings(table, inTurn, now),
    ...changes(table, inTurn, now),
  };
}

function openings(table: ShelfTable, inTurn: InTurn, now: Now) {
  const { find, put, state } = table;
  const reopenOr = (record: SessionRecord | undefined, session?: () => Session) =>
    record === undefined ? begin(table, now, session?.()) : reopen(table, now, record);
  return {
    openLast: () =>
      inTurn(async () => {
        await reopenOr(await find(() => true));
        await dropExpired(state().deleted, now);
      }),
    open: (id: string) => inTurn(async () => reopenOr(await find((record) => record.id === id))),
    startNew: (session?: Session) => inTurn(() => put(recordOf(session, now()), filledWith(session))),
    openLinked: (account: AccountLink, title: string, begin: () => Promise<Begin>) =>
      inTurn(async () => {
        const here = await find((record) => record.account?.documentId === account.documentId);
        if (here !== undefined) return reopen(table, now, here);
        await put({ ...recordOf(undefined, now()), id: account.documentId, title, account }, await begin());
      }),
    startCase: (slug: string, session: () => Session) =>
      inTurn(async () =>
        reopenOr(await find(({ origin, isEdited }) => origin === slug && !isEdited), session),
      ),
    startSituation: (situationId: string, session: () => Promise<Session>) =>
      inTurn(async () => {
        const begun = await find((record) => record.situationId === situationId);
        if (begun !== undefined) return reopen(table, now, begun);
        const fresh = await session();
        return put({ ...recordOf(fresh, now()), situationId }, filledWith(fresh));
      }),
  };
}

function changes(table: ShelfTable, inTurn: InTurn, now: Now) {
  const { find, held, refresh, state } = table;
  /** Does something and reads the list again, whether or not it went well. */
  const andRefresh = (run: () => Promise<void>) =>
    inTurn(async () => {
      try {
        await run();
      } finally {
        await refresh();
      }
    });
  /** Uses a session, whether it lies on the table or not. */
  const use = async <T>(id: string, run: (session: OpenSession) => T): Promise<T | undefined> => {
    const { open } = state();
    if (open?.id === id) {
      const result = run(open);
      // The list shows what was saved.
      await open.settled();
      return result;
    }
    const record = await find((one) => one.id === id);
    return record && withSession(record, run);
  };
  return {
    rename: (id: string, title: string) =>
      andRefresh(async () => {
        await use(id, ({ store }) => {
          store.dispatch({ type: "set-title", title });
          return id;
        });
      }),
    duplicate: (id: string) =>
      andRefresh(async () => {
        const session = await use(id, ({ store }) => store.current());
        if (session === undefined) return;
        const copy = copyOf(session);
        const record = { ...recordOf(copy, now()), isEdited: true };
        await held.letGo(await openSession(record, filledWith(copy)));
      }),
    remove: (id: string) =>
      andRefresh(async () => {
        if (state().open?.id === id) await leave(table, now, id);
        const record = await find((one) => one.id === id);
        if (record === undefined) return;
        await saveRecord({ ...record, deletedAt: now() });
        announceFate(id, "gone");
      }),
    bringBack: (id: string) =>
      andRefresh(async () => {
        await refresh();
        const { deletedAt, ...record } = state().deleted.find((one) => one.id === id) ?? {};
        if (deletedAt === undefined) return;
        await saveRecord(record as SessionRecord);
        announceFate(id, "back");
      }),
    removeForGood: (id: string) => andRefresh(() => deleteSession(id)),
  };
}

function begin({ put }: ShelfTable, now: Now, session?: Session): Promise<void> {
  return put(recordOf(session, now()), filledWith(session));
}

async function reopen({ put }: ShelfTable, now: Now, record: SessionRecord): Promise<void> {
  const opened = { ...record, openedAt: now() };
  await saveRecord(opened).catch(() => undefined);
  await put(opened);
}

/** Puts something else on the table. */
async function leave(table: ShelfTable, now: Now, id: string): Promise<void> {
  const other = await table.find((record) => record.id !== id);
  await (other === undefined ? begin(table, now) : reopen(table, now, other));
}

function recordOf(session: Session | undefined, openedAt: string): SessionRecord {
  return {
    id: newDocumentId(),
    title: session?.architecture.title ?? UNTITLED,
    origin: session?.origin ?? null,
    openedAt,
    isEdited: false,
    ...(session && measureSession(session)),
  };
}

function copyOf(session: Session): Session {
  const { architecture } = session;
  return { ...session, architecture: { ...architecture, title: asName(`Copy of ${architecture.title}`) } };
}

async function dropExpired(deleted: readonly SessionRecord[], now: Now): Promise<void> {
  const limit = Date.parse(now()) - KEPT_DAYS * DAY;
  for (const { id, deletedAt = "" } of deleted)
    if (Date.parse(deletedAt) < limit) await deleteSession(id).catch(() => undefined);
}
