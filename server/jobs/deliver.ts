import { DELIVERY_PROBLEMS, type DeliveryProblem } from "#core/delivery/delivery.ts";
import { err, ok, type Result } from "#core/result.ts";
import { database } from "../db/database.ts";
import { addressToStaff } from "../delivery/address-to-staff.ts";
import { composeMail } from "../delivery/compose-mail.ts";
import type { Mail } from "../delivery/letter.ts";
import { consoleAddress } from "../delivery/letters.ts";
import { sendMail } from "../delivery/smtp.ts";
import { postWebhook } from "../delivery/webhook.ts";
import { env } from "../env.ts";
import {
  beginTry,
  buryDelivery,
  keepMail,
  noteProblem,
  settleDelivery,
  type DueDelivery,
} from "../repositories/deliveries.ts";
import { findSituationSubject } from "../repositories/delivery-subjects.ts";
import { takeMessage } from "../repositories/inbox.ts";
import {
  inTransaction,
  untilAway,
  type DatabaseAway,
  type Transaction,
} from "../repositories/transaction.ts";
import { log } from "../telemetry/log.ts";
import { currentTraceparent } from "../telemetry/trace.ts";

export interface Undelivered {
  readonly kind: "undelivered";
  readonly problem: DeliveryProblem;
  /** Whether trying again by itself is of no use. */
  readonly isFinal: boolean;
}

type Handled = Result<void, DatabaseAway | Undelivered>;

/**
 * Makes a delivery. The message is the delivery itself: however often and on whatever way it arrives, its effect in
 * the database happens once. A mail server and a webhook have no part in our transaction: what they took over is
 * settled afterwards, and a process that ends in between leaves a second try, which carries the same id.
 */
export async function handleDelivery(deliveryId: string, claim?: AbortSignal): Promise<Handled> {
  const begun = await untilAway(() => beginTry(database(), deliveryId));
  if (!begun.ok) return begun;
  const due = begun.value;
  if (due === undefined) return ok(undefined);
  const tried = await untilAway(() => attempt(due, claim)).catch(async (bug: unknown) => {
    await noteProblem(database(), due.id, "unexpected").catch(() => undefined);
    throw bug;
  });
  if (!tried.ok) return tried;
  if (tried.value.ok) {
    log("delivery.made", { "delivery.kind": due.kind, "delivery.attempt": due.attempts });
    return ok(undefined);
  }
  return fail(due, tried.value.error);
}

async function fail({ id, kind, attempts }: DueDelivery, problem: DeliveryProblem): Promise<Handled> {
  log("delivery.failed", {
    "delivery.kind": kind,
    "delivery.attempt": attempts,
    "delivery.problem": problem,
  });
  const noted = await untilAway(() => noteProblem(database(), id, problem));
  if (!noted.ok) return noted;
  return err({ kind: "undelivered", problem, isFinal: DELIVERY_PROBLEMS[problem].isFinal });
}

async function attempt(
  due: DueDelivery,
  claim: AbortSignal | undefined,
): Promise<Result<void, DeliveryProblem>> {
  if (due.kind === "staffWebhook") return tellWebhook(due);
  const mail = await composeMail(await addressToStaff(due));
  if (!mail.ok) return mail;
  const { SMTP_URL } = env();
  if (SMTP_URL === undefined) {
    await settle(due.id, (transaction) => keepMail(transaction, due.id, mail.value));
    return ok(undefined);
  }
  return hand(SMTP_URL, due.id, mail.value, claim);
}

async function hand(
  url: string,
  id: string,
  mail: Mail,
  claim: AbortSignal | undefined,
): Promise<Result<void, DeliveryProblem>> {
  const sent = await sendMail(url, mail, claim);
  if (sent.ok) await settle(id);
  return sent;
}

async function tellWebhook({ id, situationId }: DueDelivery): Promise<Result<void, DeliveryProblem>> {
  const { WEBHOOK_URL: url, WEBHOOK_SECRET: secret, WEBHOOK_PRIVATE_TARGETS: allowed } = env();
  if (url === undefined || secret === undefined) return err("webhook-off");
  const situation = situationId === null ? undefined : await findSituationSubject(database(), situationId);
  if (situation === undefined) return err("subject-gone");
  const event = {
    id,
    type: "situation.received",
    reference: situation.reference,
    occurredAt: situation.receivedAt.toISOString(),
    link: consoleAddress(situation.id),
  } as const;
  const told = await postWebhook({ url, secret, allowed }, event, currentTraceparent());
  if (told.ok) await settle(id);
  return told;
}

/** The effect, once: whoever comes second finds the message taken and changes nothing. */
async function settle(id: string, effect?: (transaction: Transaction) => Promise<void>): Promise<void> {
  const settled = await inTransaction(database(), async (transaction) => {
    const isFirst = await takeMessage(transaction, { consumer: "delivery", messageId: id });
    if (isFirst && (await settleDelivery(transaction, id))) await effect?.(transaction);
  });
  if (!settled.ok) throw settled.error.cause;
}

/** A delivery whose job became a dead letter waits in the console for somebody to send it again. */
export function handleDeadLetter(deliveryId: string): Promise<Result<void, DatabaseAway>> {
  return inTransaction(database(), (transaction) => buryDelivery(transaction, deliveryId));
}
