import type { Database } from "../db/database.ts";
import type { Transaction } from "./transaction.ts";

export interface SubmissionKey {
  readonly key: string;
  readonly payloadHash: Uint8Array<ArrayBuffer>;
  readonly reference: string;
}

/**
 * Takes the key, or tells who has it. A transaction that is just taking the same key is waited for: when it commits
 * its row is the answer, when it fails the key is ours.
 */
export async function claimKey(transaction: Transaction, claim: SubmissionKey): Promise<SubmissionKey> {
  const { key, payloadHash, reference } = claim;
  const { count } = await transaction.submissionKey.createMany({
    data: { key, payloadHash, reference },
    skipDuplicates: true,
  });
  if (count === 1) return claim;
  return transaction.submissionKey.findUniqueOrThrow({
    where: { key },
    select: { key: true, payloadHash: true, reference: true },
  });
}

/** Gives back a key that was claimed in the same transaction. */
export async function releaseKey(transaction: Transaction, key: string): Promise<void> {
  await transaction.submissionKey.delete({ where: { key }, select: { key: true } });
}

/** Forgets the key under which something was sent that is erased. */
export async function forgetKeyOf(transaction: Transaction, reference: string): Promise<void> {
  await transaction.submissionKey.deleteMany({ where: { reference } });
}

const KEPT_DAYS = 7;

export async function forgetOldKeys(database: Database, now: Date): Promise<void> {
  const before = new Date(now.getTime() - KEPT_DAYS * 24 * 60 * 60 * 1000);
  await database.submissionKey.deleteMany({ where: { createdAt: { lt: before } } });
}
