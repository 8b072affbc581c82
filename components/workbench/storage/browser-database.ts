/** The one database of this browser. What stands in it is described beside the functions that read and write it. */
const DATABASE = "seamark";
const VERSION = 3;

const STORES = {
  records: "sessions",
  updates: "updates",
  versions: "versions",
  versionContents: "version-contents",
  reportSettings: "report-settings",
} as const;
type StoreName = keyof typeof STORES;

type Stores<N extends StoreName> = Readonly<Record<N, IDBObjectStore>>;

let opened: Promise<IDBDatabase> | undefined;

function database(): Promise<IDBDatabase> {
  opened ??= new Promise<IDBDatabase>((resolve, reject) => {
    const request = indexedDB.open(DATABASE, VERSION);
    request.onupgradeneeded = ({ oldVersion }) => upgrade(request.result, oldVersion);
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

/** Every step adds to what is there and touches nothing that an earlier version wrote. */
function upgrade(db: IDBDatabase, from: number): void {
  if (from < 1) {
    db.createObjectStore(STORES.records, { keyPath: "id" });
    db.createObjectStore(STORES.updates, { autoIncrement: true }).createIndex("session", "session");
  }
  if (from < 2) {
    db.createObjectStore(STORES.versions, { keyPath: "id" }).createIndex("session", "session");
    db.createObjectStore(STORES.versionContents);
  }
  if (from < 3) db.createObjectStore(STORES.reportSettings);
}

function asError(error: DOMException | null): Error {
  return error ?? new Error("the browser did not say why");
}

/** A database that was closed between two uses says so only when it is used. */
async function begin(names: readonly StoreName[], mode: IDBTransactionMode): Promise<IDBTransaction> {
  const stores = names.map((name) => STORES[name]);
  const start = async () => (await database()).transaction(stores, mode, { durability: "strict" });
  try {
    return await start();
  } catch (error) {
    if (!(error instanceof DOMException) || error.name !== "InvalidStateError") throw error;
    opened = undefined;
    return start();
  }
}

/**
 * Runs requests in one transaction and resolves once all of it is on disk, not merely accepted. It names the stores it
 * needs and no others: what is typed last is saved while the page goes away, and must not wait for somebody's reading.
 */
export async function transact<N extends StoreName>(
  names: readonly N[],
  mode: IDBTransactionMode,
  run: (stores: Stores<N>) => void,
): Promise<void> {
  const transaction = await begin(names, mode);
  return new Promise((resolve, reject) => {
    transaction.oncomplete = () => resolve();
    transaction.onabort = () => reject(asError(transaction.error));
    run(Object.fromEntries(names.map((name) => [name, transaction.objectStore(STORES[name])])) as Stores<N>);
  });
}

export function deleteAll(index: IDBIndex, session: string, then: () => void = () => undefined): void {
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
