import { createHash } from "node:crypto";
import { err, ok, type Result } from "#core/result.ts";
import type { Update } from "#live/check-update.ts";
import type { Transaction } from "./transaction.ts";

/** Everything that a document is made of: updates to be replayed in any order. */
export interface DocumentLog {
  /** The number of the last one. */
  readonly seq: number;
  /** Up to which number the first of them, a snapshot, goes; 0 without one. */
  readonly uptoSeq: number;
  readonly updates: readonly Update[];
}

/** A row is gone, or is not what was written: the document is locked until somebody repairs it. */
export interface DamagedLog {
  readonly kind: "damaged";
}

const DAMAGED = err<DamagedLog>({ kind: "damaged" });

/** The log of a document whose row is locked: all of it as it was written, or nothing. */
export async function readLog(
  transaction: Transaction,
  documentId: string,
  seq: number,
): Promise<Result<DocumentLog, DamagedLog>> {
  const snapshot = await transaction.documentSnapshot.findFirst({
    where: { documentId },
    orderBy: { uptoSeq: "desc" },
    select: { uptoSeq: true, bytes: true, sha256: true },
  });
  const uptoSeq = snapshot?.uptoSeq ?? 0;
  const rows = await transaction.documentUpdate.findMany({
    where: { documentId, seq: { gt: uptoSeq } },
    orderBy: { seq: "asc" },
    select: { seq: true, bytes: true, sha256: true },
  });
  const isComplete = rows.every((row, i) => row.seq === uptoSeq + 1 + i) && uptoSeq + rows.length === seq;
  const kept = snapshot === null ? rows : [snapshot, ...rows];
  if (!isComplete || seq === 0 || !kept.every(isAsWritten)) return DAMAGED;
  return ok({ seq, uptoSeq, updates: kept.map(({ bytes }) => bytes) });
}

interface Written {
  readonly bytes: Update;
  readonly sha256: Update;
}

function isAsWritten({ bytes, sha256 }: Written): boolean {
  return hash(bytes).equals(sha256);
}

function hash(bytes: Uint8Array): Buffer {
  return createHash("sha256").update(bytes).digest();
}

export interface NewUpdate {
  readonly documentId: string;
  readonly seq: number;
  readonly update: Update;
  readonly userId: string;
  /** What the document is called from here on. */
  readonly title: string;
}

/** Adds the next update of a document whose row is locked. It is kept when, and only when, the transaction commits. */
export async function appendRow(transaction: Transaction, next: NewUpdate): Promise<void> {
  const { documentId, seq, update, userId, title } = next;
  await transaction.documentUpdate.create({
    data: { documentId, seq, bytes: update, sha256: new Uint8Array(hash(update)), userId },
    select: { seq: true },
  });
  await transaction.document.update({
    where: { id: documentId },
    data: { seq, title, changedAt: new Date() },
    select: { id: true },
  });
}

export interface NewSnapshot {
  readonly documentId: string;
  readonly uptoSeq: number;
  readonly bytes: Update;
  readonly stateVector: Update;
}

/** Puts a snapshot in the place of the updates it is made of. The one before it stays. */
export async function replaceBySnapshot(transaction: Transaction, snapshot: NewSnapshot): Promise<void> {
  const { documentId, uptoSeq, bytes, stateVector } = snapshot;
  const before = await transaction.documentSnapshot.findFirst({
    where: { documentId },
    orderBy: { uptoSeq: "desc" },
    select: { uptoSeq: true },
  });
  await transaction.documentSnapshot.create({
    data: { documentId, uptoSeq, bytes, sha256: new Uint8Array(hash(bytes)), stateVector },
    select: { uptoSeq: true },
  });
  await transaction.documentSnapshot.deleteMany({
    where: { documentId, uptoSeq: { lt: before?.uptoSeq ?? 0 } },
  });
  await transaction.documentUpdate.deleteMany({ where: { documentId, seq: { lte: uptoSeq } } });
}

/** The number of the newest update, with the row locked; undefined when there is no such document. */
export async function lockLog(transaction: Transaction, documentId: string): Promise<number | undefined> {
  const rows = await transaction.$queryRaw<{ seq: number }[]>`
    SELECT seq FROM document WHERE id = ${documentId}::uuid FOR NO KEY UPDATE`;
  return rows[0]?.seq;
}
