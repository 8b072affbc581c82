import type { Database } from "../db/database.ts";
import type { Transaction } from "./transaction.ts";

export interface SolvedPuzzle {
  /** SHA-256 of the puzzle. */
  readonly hash: Uint8Array<ArrayBuffer>;
  readonly expiresAt: Date;
}

/** True for the first transaction that commits it; false whenever it was spent before. */
export async function spendProof(
  transaction: Transaction,
  { hash, expiresAt }: SolvedPuzzle,
): Promise<boolean> {
  const { count } = await transaction.spentProof.createMany({
    data: { hash, expiresAt },
    skipDuplicates: true,
  });
  return count === 1;
}

/** A puzzle that expired is refused for that, so nobody need remember that it was used. The hour is for clocks that differ. */
export async function forgetExpiredProofs(database: Database, now: Date): Promise<void> {
  const before = new Date(now.getTime() - 60 * 60 * 1000);
  await database.spentProof.deleteMany({ where: { expiresAt: { lt: before } } });
}
