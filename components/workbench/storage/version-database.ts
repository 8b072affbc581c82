import { transact } from "./browser-database.ts";

/** Why a version was kept without anybody asking for it. */
export type VersionReason = "asked" | "opened" | "work" | "restore";

/** A session as it was at one time. What it says is kept apart, so that a list of versions stays light. */
export interface VersionRecord {
  readonly id: string;
  readonly session: string;
  readonly at: string;
  /** Null for a version that nobody named: those make room for later ones. */
  readonly name: string | null;
  readonly reason: VersionReason;
  readonly components: number;
  readonly answers: number;
}

export function saveVersion(record: VersionRecord, content: string): Promise<void> {
  return transact(["versions", "versionContents"], "readwrite", ({ versions, versionContents }) => {
    versions.put(record);
    versionContents.put(content, record.id);
  });
}

/** Changes what is said of a version. One that is gone meanwhile stays gone. */
export function changeVersion(record: VersionRecord): Promise<void> {
  return transact(["versions"], "readwrite", ({ versions }) => {
    const known = versions.getKey(record.id);
    known.onsuccess = () => {
      if (known.result !== undefined) versions.put(record);
    };
  });
}

/** The versions of a session, latest first. */
export async function listVersions(session: string): Promise<readonly VersionRecord[]> {
  let found: VersionRecord[] = [];
  await transact(["versions"], "readonly", ({ versions }) => {
    const request = versions.index("session").getAll(session) as IDBRequest<VersionRecord[]>;
    request.onsuccess = () => (found = request.result);
  });
  return found.sort((a, b) => (a.at < b.at ? 1 : -1));
}

export async function loadVersion(id: string): Promise<string | undefined> {
  let found: string | undefined;
  await transact(["versionContents"], "readonly", ({ versionContents }) => {
    const request = versionContents.get(id) as IDBRequest<string | undefined>;
    request.onsuccess = () => (found = request.result);
  });
  return found;
}

export function deleteVersions(ids: readonly string[]): Promise<void> {
  return transact(["versions", "versionContents"], "readwrite", ({ versions, versionContents }) => {
    for (const id of ids) {
      versions.delete(id);
      versionContents.delete(id);
    }
  });
}

/** Gives up every version that nobody named, of all sessions: today's work needs the room more. Whether there was any. */
export async function makeRoom(): Promise<boolean> {
  let isAny = false;
  await transact(["versions", "versionContents"], "readwrite", ({ versions, versionContents }) => {
    const request = versions.getAll() as IDBRequest<VersionRecord[]>;
    request.onsuccess = () => {
      for (const { id } of request.result.filter(({ name }) => name === null)) {
        isAny = true;
        versions.delete(id);
        versionContents.delete(id);
      }
    };
  });
  return isAny;
}
