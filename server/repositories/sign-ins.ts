import type { Database } from "../db/database.ts";
import type { Transaction } from "./transaction.ts";

export interface NewSignIn {
  readonly userId: string;
  /** The hash the given password was held against. */
  readonly passwordHash: string;
  readonly token: string;
  readonly expiresAt: Date;
  readonly userAgent: string;
}

/**
 * Signs somebody in, if their password is still the one that was verified: false when it was changed meanwhile. It waits for
 * whoever is changing it.
 */
export async function createSignIn(
  transaction: Transaction,
  { userId, passwordHash, token, expiresAt, userAgent }: NewSignIn,
): Promise<boolean> {
  const rows = await transaction.$queryRaw<{ id: string }[]>`
    INSERT INTO sign_in (user_id, token, expires_at, user_agent)
    SELECT user_id, ${token}, ${expiresAt}, ${userAgent} FROM credential
    WHERE user_id = ${userId}::uuid AND password = ${passwordHash} FOR SHARE
    RETURNING id`;
  return rows.length === 1;
}

export interface SignInSummary {
  readonly id: string;
  readonly startedAt: Date;
  readonly userAgent: string;
}

/** Somebody's sign-ins that still hold, the newest first. */
export async function listSignIns(database: Database, userId: string): Promise<readonly SignInSummary[]> {
  const rows = await database.signIn.findMany({
    where: { userId, expiresAt: { gt: new Date() } },
    orderBy: { createdAt: "desc" },
    select: { id: true, createdAt: true, userAgent: true },
    take: 100,
  });
  return rows.map(({ id, createdAt, userAgent }) => ({
    id,
    startedAt: createdAt,
    userAgent: userAgent ?? "",
  }));
}

/** Ends one of somebody's own sign-ins; false when there is none of that id. */
export async function endSignIn(transaction: Transaction, userId: string, id: string): Promise<boolean> {
  const { count } = await transaction.signIn.deleteMany({ where: { id, userId } });
  return count === 1;
}

/** Ends all of them and says how many. */
export async function endSignIns(transaction: Transaction, userId: string): Promise<number> {
  const { count } = await transaction.signIn.deleteMany({ where: { userId } });
  return count;
}

export async function forgetOldSignIns(database: Database, now: Date): Promise<void> {
  await database.signIn.deleteMany({ where: { expiresAt: { lt: now } } });
}
