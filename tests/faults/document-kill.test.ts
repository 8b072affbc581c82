import { spawn } from "node:child_process";
import { once } from "node:events";
import { join, resolve } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { expect, test } from "vitest";
import * as Y from "yjs";
import type { User } from "#core/access/policy.ts";
import { replay, saysNothingNew } from "#live/document-log.ts";
import { database } from "#server/db/database.ts";
import { compactDocument } from "#server/services/document-log.ts";
import { createAccount } from "#tests/support/accounts.ts";
import { contentOf, fetchDocument, keep } from "#tests/support/documents.ts";
import { useTestDatabase } from "#tests/support/test-database.ts";

const KILLS = 20;
/** About as long as a snapshot takes. */
const LONGEST_MS = 30;
const PROJECT = resolve(import.meta.dirname, "../..");
const opened = useTestDatabase();

interface Written {
  /** What the process was told is kept, before it was killed. */
  readonly acknowledged: readonly Uint8Array[];
  /** Whether it was killed while it made a snapshot, as far as it could say. */
  readonly isDuring: boolean;
}

/** Kills the process at some moment after it has begun its third snapshot. */
async function writeUntilKilled(id: string, user: User): Promise<Written> {
  const writer = join(PROJECT, "tests/support/document-writer.ts");
  const child = spawn(process.execPath, [writer, opened.url, id, JSON.stringify(user)], {
    cwd: PROJECT,
    stdio: ["ignore", "pipe", "inherit"],
  });
  let output = "";
  child.stdout.on("data", (chunk: Buffer) => void (output += chunk.toString()));
  while (output.split("begun").length <= 3 && child.exitCode === null)
    await Promise.race([once(child.stdout, "data"), once(child, "exit")]);
  await sleep(Math.random() * LONGEST_MS);
  child.kill("SIGKILL");
  await once(child, "close");
  // The last line may have been cut off.
  const lines = output.split("\n").slice(0, -1);
  const updates = lines.filter((line) => line !== "begun" && line !== "done");
  return {
    acknowledged: updates.map((line) => new Uint8Array(Buffer.from(line, "base64"))),
    isDuring: lines.lastIndexOf("begun") > lines.lastIndexOf("done"),
  };
}

const rowsOf = (documentId: string) =>
  database().documentUpdate.findMany({
    where: { documentId },
    orderBy: { seq: "asc" },
    select: { seq: true, bytes: true },
  });

test(`${KILLS} kills while a document is written and compacted lose nothing acknowledged`, async () => {
  const { actor: user } = await createAccount("member");
  const id = await keep(user);
  const sum = { acknowledged: 0, during: 0, lost: 0, unreadable: 0, different: 0, snapshots: 0 };
  const all: Uint8Array[] = [];
  for (let kill = 0; kill < KILLS; kill += 1) {
    const { acknowledged, isDuring } = await writeUntilKilled(id, user);
    all.push(...acknowledged);
    if (isDuring) sum.during += 1;
    // What the killed process held is let go when its connection is.
    await sleep(50);
    await database().rateLimit.deleteMany({});
    const doc = await fetchDocument(user, id).catch(() => undefined);
    if (doc === undefined) {
      sum.unreadable += 1;
      continue;
    }
    sum.lost += all.filter((update) => !saysNothingNew(doc, update)).length;
    const rows = await rowsOf(id);
    await compactDocument(id);
    const snapshot = await database().documentSnapshot.findFirstOrThrow({
      where: { documentId: id },
      orderBy: { uptoSeq: "desc" },
      select: { bytes: true },
    });
    const replayed = replay([Y.encodeStateAsUpdate(doc), ...rows.map(({ bytes }) => bytes)]);
    const written = replay([snapshot.bytes]);
    const isSame = Y.equalSnapshots(Y.snapshot(replayed), Y.snapshot(written));
    const reads = [replayed, written, await fetchDocument(user, id)].map((one) =>
      JSON.stringify(contentOf(one)),
    );
    if (!isSame || new Set(reads).size > 1) sum.different += 1;
  }
  sum.acknowledged = all.length;
  sum.snapshots = await database().documentSnapshot.count({ where: { documentId: id } });
  console.log(JSON.stringify({ id: "document-kill", kills: KILLS, ...sum }));
  expect(sum.acknowledged).toBeGreaterThan(KILLS * 5);
  expect(sum).toMatchObject({ lost: 0, unreadable: 0, different: 0, snapshots: 2 });
});
