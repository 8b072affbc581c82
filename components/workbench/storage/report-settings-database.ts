import { transact } from "./browser-database.ts";

/** What was last said of the reports on a session, as it was kept: for a schema to read. */
export async function loadReportSettings(session: string): Promise<unknown> {
  let found: unknown;
  await transact(["reportSettings"], "readonly", ({ reportSettings }) => {
    const request = reportSettings.get(session) as IDBRequest<unknown>;
    request.onsuccess = () => (found = request.result);
  });
  return found;
}

export function saveReportSettings(session: string, settings: object): Promise<void> {
  return transact(["reportSettings"], "readwrite", ({ reportSettings }) =>
    reportSettings.put(settings, session),
  );
}
