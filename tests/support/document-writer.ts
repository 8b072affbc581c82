import * as Y from "yjs";
import type { User } from "#core/access/policy.ts";
import { shareDatabase } from "#server/db/database.ts";
import { compactDocument } from "#server/services/document-log.ts";
import { draw, send } from "#tests/support/documents.ts";

/**
 * A process that appends to a document and compacts it without a pause, until it is killed. A line is an update that was
 * acknowledged, or says that a snapshot is begun or done.
 */
const [url = "", id = "", actor = "{}"] = process.argv.slice(2);
const user = JSON.parse(actor) as User;
const database = shareDatabase(url);
const doc = new Y.Doc();

async function compact(): Promise<void> {
  process.stdout.write("begun\n");
  await compactDocument(id);
  process.stdout.write("done\n");
}

for (let i = 0; ; i += 1) {
  const before = Y.encodeStateVector(doc);
  draw(doc, `${process.pid}-${i}`, "x".repeat(200));
  if (i % 3 === 2) doc.getMap("components").delete(`${process.pid}-${i - 1}`);
  const update = Y.encodeStateAsUpdate(doc, before);
  const compacting = i % 4 === 3 ? compact() : undefined;
  const sent = await send(user, id, update);
  if (sent.ok) process.stdout.write(`${Buffer.from(update).toString("base64")}\n`);
  await compacting;
  if (i % 100 === 50) await database.rateLimit.deleteMany({}).catch(() => undefined);
}
