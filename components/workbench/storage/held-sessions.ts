import { isEmptySession, UNTITLED } from "#core/document/new-session.ts";
import { openSession, type OpenSession } from "./open-session.ts";
import { deleteSession, type SessionRecord } from "./session-database.ts";

/** Sessions that are off the table and still open, because what was done to them could not be saved yet. */
export interface HeldSessions {
  readonly records: () => readonly SessionRecord[];
  readonly isEmpty: () => boolean;
  /** The held session, or undefined when there is none or it is on disk meanwhile. */
  readonly takeOut: (id: string) => Promise<OpenSession | undefined>;
  /** Closes a session; one that is not saved stays open here until it is, and an empty one leaves nothing behind. */
  readonly letGo: (session: OpenSession) => Promise<void>;
}

export function holdSessions(): HeldSessions {
  const held = new Map<string, OpenSession>();
  const closeSaved = async () => {
    for (const session of [...held.values()].filter((one) => !one.isWaiting())) {
      held.delete(session.id);
      await session.close();
    }
  };
  return {
    records: () => [...held.values()].map((session) => session.record()),
    isEmpty: () => [...held.values()].every((session) => !session.isWaiting()),
    takeOut: async (id) => {
      await closeSaved();
      const session = held.get(id);
      held.delete(id);
      return session;
    },
    letGo: async (session) => {
      await session.settled();
      if (isBlank(session)) {
        await session.close();
        await deleteSession(session.id).catch(() => undefined);
      } else if (session.isWaiting()) held.set(session.id, session);
      else await session.close();
      await closeSaved();
    },
  };
}

/** Nothing to keep: neither on the screen nor, as far as could be read, on disk. A name that somebody gave is something. */
function isBlank({ isWhole, store, record }: OpenSession): boolean {
  if (record().account !== undefined) return false;
  const session = store.current();
  return isWhole && isEmptySession(session) && session.architecture.title === UNTITLED;
}

/** Opens a session only for as long as it takes, beside the one on the table. */
export async function withSession<T>(record: SessionRecord, use: (session: OpenSession) => T): Promise<T> {
  const session = await openSession(record);
  const result = session.isWhole ? use(session) : undefined;
  await session.settled();
  const state = session.saveState();
  await session.close();
  if (result === undefined || state.kind === "failed") {
    const why = state.kind === "failed" ? state.why : "it could not be read";
    throw new Error(`“${record.title}” stays as it is: ${why}.`);
  }
  return result;
}
