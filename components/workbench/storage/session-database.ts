/** What the list of sketches shows of one, without opening it. */
export interface SessionRecord {
  readonly id: string;
  readonly title: string;
  readonly origin: string | null;
  readonly openedAt: string;
  /** Somebody did something to it after it was made: it is not to be taken for a fresh copy of its case. */
  readonly isEdited: boolean;
}

interface StoredUpdate {
  readonly session: string;
  readonly update: Uint8Array;
}

const DATABASE = "seamark";
const RECORDS = "sessions";
const UPDATES = "updates";

let opened: Promise<IDBDatabase> | undefined;

function database(): Promise<IDBDatabase> {
  opened ??= new Promise<IDBDatabase>((resolve, reject) => {
    const request = indexedDB.open(DATABASE, 1);
    request.onupgradeneeded = () => {
      request.result.createObjectStore(RECORDS, { keyPath: "id" });
      request.result.createObjectStore(UPDATES, { autoIncrement: true }).createIndex("session", "session");
    };
    request.onsuccess = () => {
      const db = request.result;
      // Another tab with a newer version waits for this; the next use opens it again.
      db.onversionchange = () => {
        db.close();
        opened = undefined;
      };
      // The browser closed it by itself, as when a person clears the data of this page.
      db.onclose = () => (opened = undefined);
      resolve(db);
    };
    request.onerror = () => reject(asError(request.error));
    request.onblocked = () => reject(new Error("another tab keeps an older version open"));
  }).catch((error: unknown) => {
    opened = undefined;
    throw error;
  });
  return opened;
}

function asError(error: DOMException | null): Error {
  return error ?? new Error("the browser did not say why");
}

/** Runs requests in one transaction and resolves once all of it is on disk, not merely accepted. */
async function transact(
  mode: IDBTransactionMode,
  run: (records: IDBObjectStore, updates: IDBObjectStore) => void,
): Promise<void> {
  const db = await database();
  return new Promise((resolve, reject) => {
    const transaction = db.transaction([RECORDS, UPDATES], mode, { durability: "strict" });
    transaction.oncomplete = () => resolve();
    transaction.onabort = () => reject(asError(transaction.error));
    run(transaction.objectStore(RECORDS), transaction.objectStore(UPDATES));
  });
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
  await transact("readwrite", (records, updates) => {
    records.put(record);
    updates.add({ session: record.id, update }).transaction?.commit();
  });
  await transact("readwrite", (_, updates) => {
    const kept = updates.index("session").getAllKeys(record.id);
    kept.onsuccess = () => {
      const [first, ...others] = kept.result;
      if (first !== undefined && others.length === 0)
        updates.put({ session: record.id, update: whole() }, first);
    };
  });
}

export function saveRecord(record: SessionRecord): Promise<void> {
  return transact("readwrite", (records) => records.put(record));
}

export async function listRecords(): Promise<readonly SessionRecord[]> {
  let found: SessionRecord[] = [];
  await transact("readonly", (records) => {
    const request = records.getAll() as IDBRequest<SessionRecord[]>;
    request.onsuccess = () => (found = request.result);
  });
  return found.sort((a, b) => (a.openedAt < b.openedAt ? 1 : -1));
}

export async function loadUpdates(session: string): Promise<readonly Uint8Array[]> {
  let found: StoredUpdate[] = [];
  await transact("readonly", (_, updates) => {
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
  return transact("readwrite", (_, updates) => {
    const index = updates.index("session");
    const read = index.getAll(session) as IDBRequest<StoredUpdate[]>;
    read.onsuccess = () => {
      const update = merge(read.result.map((entry) => entry.update));
      deleteAll(index, session, () => updates.add({ session, update }));
    };
  });
}

export function deleteSession(session: string): Promise<void> {
  return transact("readwrite", (records, updates) => {
    records.delete(session);
    deleteAll(updates.index("session"), session, () => undefined);
  });
}

function deleteAll(index: IDBIndex, session: string, then: () => void): void {
  const request = index.openCursor(session);
  request.onsuccess = () => {
    const cursor = request.result;
    if (cursor === null) {
      then();
      return;
    }
    cursor.delete();
    cursor.continue();
  };
}
