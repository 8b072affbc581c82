import { limit } from "../../limits/limit.ts";
import type { Limited } from "../../limits/limited.ts";
import type { AccountRefusal } from "#core/access/account-refusal.ts";
import { err, ok, type Result } from "#core/result.ts";
import { authorize } from "../../auth/authorize.ts";
import type { Action, Actor, User } from "#core/access/policy.ts";
import { database } from "../../db/database.ts";
import {
  inTransaction,
  untilAway,
  type DatabaseAway,
  type Transaction,
} from "../../repositories/transaction.ts";
import { describeError, log } from "../../telemetry/log.ts";

/** What a service of accounts answers. */
export type Answer<T = undefined> = Result<T, AccountRefusal>;

export const DONE: Answer = ok(undefined);
export const GONE: Answer<never> = refuse("gone");
export const BUSY: Answer<never> = refuse("unavailable", 5);

export function refuse(kind: AccountRefusal["kind"], retryAfter = 0): Answer<never> {
  return err({ kind, retryAfter, problems: [] });
}

export function invalid(field: string, message: string): Answer<never> {
  return err({ kind: "invalid", retryAfter: 0, problems: [{ field, message }] });
}

/** Who asks, when the policy lets them. */
export function allow(actor: Actor, action: Action): Answer<User> {
  const allowed = authorize(actor, action);
  return allowed.ok ? allowed : refuse("forbidden");
}

/** The refusal of whoever has used up what `limit` gives to `key`; undefined while there is something left. */
export async function limited(name: Limited, key: string): Promise<Answer<never> | undefined> {
  const wait = await limit(name, key);
  return wait > 0 ? refuse("too-many", wait) : undefined;
}

/** Carries a refusal out of a transaction, which is rolled back by whatever is thrown in it. */
class RollBack extends Error {
  readonly refusal: AccountRefusal;
  constructor(refusal: AccountRefusal) {
    super("refused");
    this.refusal = refusal;
  }
}

/** Commits what `work` does, or nothing of it where it refuses or the database is away. */
export async function commit<T>(work: (transaction: Transaction) => Promise<Answer<T>>): Promise<Answer<T>> {
  try {
    const done = await inTransaction(database(), async (transaction) => {
      const worked = await work(transaction);
      if (!worked.ok) throw new RollBack(worked.error);
      return worked.value;
    });
    return done.ok ? done : away(done.error);
  } catch (thrown) {
    if (thrown instanceof RollBack) return err(thrown.refusal);
    throw thrown;
  }
}

/** What `ask` reads, or that the database is away. */
export async function read<T>(ask: () => Promise<T>): Promise<Answer<T>> {
  const asked = await untilAway(ask);
  return asked.ok ? asked : away(asked.error);
}

function away({ cause }: DatabaseAway): Answer<never> {
  log("database.away", describeError(cause));
  return BUSY;
}
