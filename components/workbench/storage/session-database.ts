import { deleteAll, transact } from "./browser-database.ts";

/** What the list of sketches shows of one, without opening it. */
export interface SessionRecord {
  readonly id: string;
  readonly title: string;
  readonly origin: string | null;
  /** The situation that it diagnoses, for staff who began it from one. */
  readonly situationId?: string;
  readonly openedAt: string;
  /** Somebody did something to it after it was made: it is not to be taken for a fresh copy of its case. */
  readonly isEdited: boolean;
  /** How much is in it. Unknown for what was last saved before this was counted. */
  readonly components?: number;
  readonly answers?: number;
  /** The document of an account that it is a copy of. */
  readonly account?: AccountLink;
  /** It was put away by a person, and is kept for a while so that it can be brought back. */
  readonly deletedAt?: string;
}

export interface AccountLink {
  readonly documentId: string;
  readonly userId: string;
  /** Something in it has not been acknowledged by the account. */
  readonly isPending: boolean;
}

interface StoredUpdate {
  readonly session: string;
  readonly update: Uint8Array;
}

/**
 * Keeps one more update of a session. The list entry is made, or changed, in the same transaction, which is committed at
 * once: a page that is going away does not live to see requests answered. An update that then stands alone belongs to a
 * session that is new, or was deleted in another tab, or cleared by the browser. It would lean on what is gone and could
 * never be read, so the whole of the session takes its place.
 */
export async function saveUpdate(
  record: SessionRecord,
  update: Uint8Array,
  whole: () => Uint8Array,
): Promise<void> {
  await transact(["records", "updates"], "readwrite", ({ records, updates }) => {
    records.put(record);
    updates.add({ session: record.id, update }).transaction?.commit();
  });
  await transact(["updates"], "readwrite", ({ updates }) => {
    const kept = updates.index("session").getAllKeys(record.id);
    kept.onsuccess = () => {
      const [first, ...others] = kept.result;
      if (first !== undefined && others.length === 0)
        updates.put({ session: record.id, update: whole() }, first);
    };
  });
}

export function saveRecord(record: SessionRecord): Promise<void> {
  return transact(["records"], "readwrite", ({ records }) => records.put(record));
}

export async function listRecords(): Promise<readonly SessionRecord[]> {
  let found: SessionRecord[] = [];
  await transact(["records"], "readonly", ({ records }) => {
    const request = records.getAll() as IDBRequest<SessionRecord[]>;
    request.onsuccess = () => (found = request.result);
  });
  return found.sort((a, b) => (a.openedAt < b.openedAt ? 1 : -1));
}

export async function loadUpdates(session: string): Promise<readonly Uint8Array[]> {
  let found: StoredUpdate[] = [];
  await transact(["updates"], "readonly", ({ updates }) => {
    const request = updates.index("session").getAll(session) as IDBRequest<StoredUpdate[]>;
    request.onsuccess = () => (found = request.result);
  });
  return found.map(({ update }) => update);
}

/** Replaces the updates of a session by one that says the same, all or nothing. */
export function compactUpdates(
  session: string,
  merge: (updates: readonly Uint8Array[]) => Uint8Array,
): Promise<void> {
  return transact(["updates"], "readwrite", ({ updates }) => {
    const index = updates.index("session");
    const read = index.getAll(session) as IDBRequest<StoredUpdate[]>;
    read.onsuccess = () => {
      const update = merge(read.result.map((entry) => entry.update));
      deleteAll(index, session, () => updates.add({ session, update }));
    };
  });
}

/** Leaves nothing of a session behind: its versions and what was said of its reports go as well. */
export function deleteSession(session: string): Promise<void> {
  return transact(
    ["records", "updates", "versions", "versionContents", "reportSettings"],
    "readwrite",
    ({ records, updates, versions, versionContents, reportSettings }) => {
      records.delete(session);
      reportSettings.delete(session);
      deleteAll(updates.index("session"), session);
      const kept = versions.index("session").getAllKeys(session);
      kept.onsuccess = () => {
        for (const version of kept.result) {
          versions.delete(version);
          versionContents.delete(version);
        }
      };
    },
  );
}
