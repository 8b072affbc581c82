import type { Architecture } from "#core/architecture/architecture.schema.ts";
import { listRecords, loadUpdates, type SessionRecord } from "./session-database.ts";

/** The sketches in this browser, newest first, without what was put away. */
export async function listSketches(): Promise<readonly SessionRecord[]> {
  return (await listRecords()).filter(({ deletedAt }) => deletedAt === undefined);
}

/** A sketch as it is on disk. It is only read: whoever has it open notices nothing. */
export async function readSketch(id: string): Promise<Architecture> {
  const [Y, { toSession }, updates] = await Promise.all([
    import("yjs"),
    import("#live/to-session.ts"),
    loadUpdates(id),
  ]);
  const doc = new Y.Doc();
  try {
    updates.forEach((update) => Y.applyUpdate(doc, update));
    return toSession(doc).architecture;
  } finally {
    doc.destroy();
  }
}
