import { err, ok, type Result } from "#core/result.ts";
import { DOCUMENT_LIMITS, type Update, type UpdateProblem } from "#live/check-update.ts";
import { compact, replay, saysNothingNew } from "#live/document-log.ts";
import { checkDocument, titleOf } from "#live/measure-document.ts";
import { database } from "../db/database.ts";
import type { ApiRefusal } from "../http/api.ts";
import {
  appendRow,
  lockLog,
  readLog,
  replaceBySnapshot,
  type DamagedLog,
} from "../repositories/document-log.ts";
import { inTransaction, type Transaction } from "../repositories/transaction.ts";
import { describeError, log } from "../telemetry/log.ts";

/** After how many updates a snapshot takes their place. */
export const COMPACT_AFTER = 200;

export interface Appended {
  /** The number of the update, or of the newest one where there was nothing new in it. */
  readonly seq: number;
  /** How many updates stand after the snapshot. */
  readonly loose: number;
}

/** What is added to a document whose row is locked. */
interface Addition {
  readonly id: string;
  readonly seq: number;
  readonly userId: string;
  /** Already looked at by `checkUpdate`. */
  readonly update: Update;
}

/**
 * Adds an update to the log within `transaction`, unless the document would be more than a document may be. The update is
 * applied to a scratch copy first, made of the log, which also tells what the document is called now.
 */
export async function append(
  transaction: Transaction,
  { id, seq, userId, update }: Addition,
): Promise<Result<Appended, UpdateProblem | DamagedLog>> {
  const read = seq === 0 ? ok({ uptoSeq: 0, updates: [] }) : await readLog(transaction, id, seq);
  if (!read.ok) return read;
  const { uptoSeq, updates } = read.value;
  const before = replay(updates);
  const loose = seq - uptoSeq;
  try {
    if (seq > 0 && saysNothingNew(before, update)) return ok({ seq, loose });
    const doc = replay([...updates, update]);
    const checked = checkDocument(doc);
    const title = titleOf(doc);
    doc.destroy();
    if (!checked.ok) return checked;
    if (isTooLarge([...updates, update])) return err({ kind: "limit", limit: "document" });
    await appendRow(transaction, { documentId: id, seq: seq + 1, update, userId, title });
    return ok({ seq: seq + 1, loose: loose + 1 });
  } finally {
    before.destroy();
  }
}

/** Only a log that takes more than a document may is put together to see how much is left of it. */
function isTooLarge(updates: readonly Update[]): boolean {
  const most = DOCUMENT_LIMITS.document;
  if (updates.reduce((sum, { byteLength }) => sum + byteLength, 0) <= most) return false;
  const whole = compact(updates);
  return whole === undefined || whole.bytes.byteLength > most;
}

/**
 * Puts a snapshot in the place of the updates of a document, made from the rows and never from memory, and only when it
 * says what they say. Best effort: without it the log is longer, and just as good.
 */
export async function compactDocument(id: string): Promise<void> {
  const done = await inTransaction(database(), async (transaction) => {
    const seq = await lockLog(transaction, id);
    if (seq === undefined) return;
    const read = await readLog(transaction, id, seq);
    if (read.ok && read.value.uptoSeq === seq) return;
    const snapshot = read.ok ? compact(read.value.updates) : undefined;
    if (!read.ok) log("document.damaged", { "document.id": id });
    else if (snapshot === undefined) log("document.not-compacted", { "document.id": id });
    else await replaceBySnapshot(transaction, { documentId: id, uptoSeq: seq, ...snapshot });
  });
  if (!done.ok) log("database.away", describeError(done.error.cause));
}

const LIMIT_WORDS: Readonly<Record<keyof typeof DOCUMENT_LIMITS, string>> = {
  update: "One update may take 64 KiB.",
  merge: "What is sent in one piece may take 1 MiB.",
  document: "A document may take 5 MiB.",
  depth: "A document may be 32 levels deep.",
  keys: "A document may have 20,000 entries.",
};

/** The problem with an update, or with the document it is for, as an answer. */
export function refuseUpdate(problem: UpdateProblem | DamagedLog): ApiRefusal {
  if (problem.kind === "damaged") return problem;
  if (problem.kind === "malformed") return { kind: "invalid", detail: "This is no Yjs update of version 1." };
  const { limit } = problem;
  const isOfBytes = limit === "update" || limit === "merge" || limit === "document";
  return { kind: isOfBytes ? "too-large" : "invalid", detail: LIMIT_WORDS[limit] };
}
