import type { User } from "#core/access/policy.ts";
import { err, type Result } from "#core/result.ts";
import { authorize } from "../auth/authorize.ts";
import { database } from "../db/database.ts";
import type { ApiRefusal } from "../http/api.ts";
import { recordAct } from "../repositories/audit.ts";
import { lockEngagement, type OpenEngagement } from "../repositories/engagements.ts";
import { inTransaction, untilAway, type Transaction } from "../repositories/transaction.ts";

export type Answer<T> = Promise<Result<T, ApiRefusal>>;

export const NOT_FOUND = err<ApiRefusal>({ kind: "not-found" });
export const FORBIDDEN = err<ApiRefusal>({ kind: "forbidden" });

/** Asks who may use engagements at all, and does something in one transaction. */
export async function decide<T>(user: User, work: (transaction: Transaction) => Answer<T>): Answer<T> {
  const allowed = authorize(user, "engagement.use");
  if (!allowed.ok) return allowed;
  const done = await inTransaction(database(), work);
  return done.ok ? done.value : err({ kind: "unavailable" });
}

/** The same for what is only read. */
export async function look<T>(user: User, read: () => Answer<T>): Answer<T> {
  const allowed = authorize(user, "engagement.use");
  if (!allowed.ok) return allowed;
  const done = await untilAway(read);
  return done.ok ? done.value : err({ kind: "unavailable" });
}

type Details = Readonly<Record<string, string | number | null>>;

/** Writes into the audit trail what was done to an engagement: last of all that the transaction does. */
export function recordEngagementAct(
  transaction: Transaction,
  user: User,
  { id, action, details = {} }: { readonly id: string; readonly action: string; readonly details?: Details },
): Promise<void> {
  return recordAct(transaction, {
    ...{ actorId: user.id, action: `engagement.${action}` },
    ...{ subjectKind: "engagement", subjectId: id, details },
  });
}

interface Seen {
  readonly id: string;
  readonly revision: number;
}

type Work<T> = (transaction: Transaction, engagement: OpenEngagement) => Answer<T>;

/** Runs with the engagement locked, if whoever asks sees it and nobody changed it since they looked. */
export function change<T>(user: User, { id, revision }: Seen, work: Work<T>): Answer<T> {
  return decide(user, async (transaction) => {
    const engagement = await lockEngagement(transaction, user.id, id);
    if (engagement === undefined) return NOT_FOUND;
    return engagement.revision === revision ? work(transaction, engagement) : err({ kind: "conflict" });
  });
}
