import { err, ok, type Result } from "#core/result.ts";
import { database } from "../db/database.ts";
import { env } from "../env.ts";
import { recordAct } from "../repositories/audit.ts";
import { eraseDeliveries } from "../repositories/deliveries.ts";
import { scrubSituation } from "../repositories/own-situations.ts";
import { findForgottenSituations } from "../repositories/situations.ts";
import { forgetKeyOf } from "../repositories/submission-keys.ts";
import { inTransaction, type Transaction } from "../repositories/transaction.ts";
import { describeError, log } from "../telemetry/log.ts";

/** Who has a situation erased: its sender, somebody who may (their id), or the end of its time. */
export type ErasedBy = "visitor" | "retention" | { readonly actorId: string };

export type NotErased = { readonly kind: "not-found" } | { readonly kind: "unavailable" };

/**
 * Erases everything that anybody wrote about a situation, and everything made of it: texts, signals, sketch, addresses,
 * notes, messages, deliveries with their mails and jobs, the documents that diagnose it, the reports of them, its submission key. What is left
 * is its gravestone, and an entry in the audit trail that names the id alone. Whoever calls this has asked whether it may
 * be done. Erasing twice is no mistake.
 */
export async function eraseSituation(id: string, by: ErasedBy): Promise<Result<void, NotErased>> {
  const erased = await inTransaction(database(), (transaction) => eraseWithin(transaction, id, by));
  if (erased.ok) return erased.value ? ok(undefined) : err({ kind: "not-found" });
  log("database.away", describeError(erased.error.cause));
  return err({ kind: "unavailable" });
}

/** The same within `transaction`, as its last deed. False when there is no such situation. */
async function eraseWithin(transaction: Transaction, id: string, by: ErasedBy): Promise<boolean> {
  // Before the rows it finds them by are gone.
  await eraseDeliveries(transaction, id);
  const outcome = await scrubSituation(transaction, id);
  if (outcome.kind !== "scrubbed") return outcome.kind === "erased-before";
  await forgetKeyOf(transaction, outcome.reference);
  await recordAct(transaction, {
    actorId: typeof by === "string" ? null : by.actorId,
    action: "situation.erased",
    subjectKind: "situation",
    subjectId: id,
    details: { by: typeof by === "string" ? by : "staff" },
  });
  return true;
}

/** Erased one by one: one that fails keeps nobody else's, and is tried again in the next hour. */
const MOST_AT_ONCE = 1000;

/** Erases every situation whose time is over, as the form promises: SITUATION_KEPT_DAYS after the last thing that happened. */
export async function eraseForgottenSituations(now: Date): Promise<void> {
  const due = { now, keptDays: env().SITUATION_KEPT_DAYS, most: MOST_AT_ONCE };
  for (const id of await findForgottenSituations(database(), due)) await eraseSituation(id, "retention");
}
