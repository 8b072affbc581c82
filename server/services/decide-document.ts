import type { User } from "#core/access/policy.ts";
import { err, type Result } from "#core/result.ts";
import { authorize } from "../auth/authorize.ts";
import { database } from "../db/database.ts";
import type { ApiRefusal } from "../http/api.ts";
import { inTransaction, type Transaction } from "../repositories/transaction.ts";

export type Answer<T> = Promise<Result<T, ApiRefusal>>;

/** Asks who may use documents at all, and does something to one in one transaction. */
export async function decide<T>(user: User, work: (transaction: Transaction) => Answer<T>): Answer<T> {
  const allowed = authorize(user, "document.use");
  if (!allowed.ok) return allowed;
  const done = await inTransaction(database(), work);
  return done.ok ? done.value : err({ kind: "unavailable" });
}
