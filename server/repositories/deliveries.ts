import type { DeliveryProblem } from "#core/delivery/delivery.ts";
import type { Database } from "../db/database.ts";
import type { DeliveryKind } from "../db/generated/enums.ts";
import type { Transaction } from "./transaction.ts";

export interface NewDelivery {
  readonly id: string;
  readonly kind: DeliveryKind;
  readonly situationId: string | null;
  readonly subjectId: string | null;
  readonly recipientId: string | null;
  readonly traceparent: string | null;
}

export async function createDeliveries(
  transaction: Transaction,
  deliveries: readonly NewDelivery[],
): Promise<void> {
  await transaction.delivery.createMany({
    data: deliveries.map(({ id, kind, situationId, subjectId, recipientId, traceparent }) => ({
      ...{ id, kind, situationId, subjectId, recipientId, traceparent },
    })),
  });
}

/** A delivery as whoever makes it needs it. */
export interface DueDelivery {
  readonly id: string;
  readonly kind: DeliveryKind;
  readonly situationId: string | null;
  readonly subjectId: string | null;
  readonly recipientId: string | null;
  readonly attempts: number;
}

const DUE = {
  id: true,
  kind: true,
  situationId: true,
  subjectId: true,
  recipientId: true,
  attempts: true,
} as const;

/** Counts one more try. Undefined when there is nothing to do: delivered before, or erased meanwhile. */
export async function beginTry(database: Database, id: string): Promise<DueDelivery | undefined> {
  const [due] = await database.delivery.updateManyAndReturn({
    where: { id, deliveredAt: null },
    data: { attempts: { increment: 1 }, triedAt: new Date() },
    select: DUE,
  });
  return due;
}

/**
 * Erases every delivery about a situation: its kept mail, and its jobs with what they noted, those that are done and those
 * that are dead letters as well.
 */
export async function eraseDeliveries(transaction: Transaction, situationId: string): Promise<void> {
  await transaction.$executeRaw`
    DELETE FROM pgboss.job AS job USING delivery
    WHERE delivery.situation_id = ${situationId}::uuid AND job.data ->> 'messageId' = delivery.id::text`;
  await transaction.delivery.deleteMany({ where: { situationId } });
}

/** Notes that a delivery was made. False for one that was erased meanwhile: it stays erased. */
export async function settleDelivery(transaction: Transaction, id: string): Promise<boolean> {
  const { count } = await transaction.delivery.updateMany({
    where: { id },
    data: { deliveredAt: new Date(), deadAt: null, problem: null },
  });
  return count === 1;
}

export async function noteProblem(database: Database, id: string, problem: DeliveryProblem): Promise<void> {
  await database.delivery.updateMany({ where: { id, deliveredAt: null }, data: { problem } });
}

/** Notes that nobody tries any more; the problem stays that of the last try. */
export async function buryDelivery(transaction: Transaction, id: string): Promise<void> {
  const unsettled = { id, deliveredAt: null, deadAt: null };
  const interrupted: DeliveryProblem = "interrupted";
  await transaction.delivery.updateMany({
    where: { ...unsettled, problem: null },
    data: { problem: interrupted },
  });
  await transaction.delivery.updateMany({ where: unsettled, data: { deadAt: new Date() } });
}

export interface RevivedDelivery {
  readonly id: string;
  readonly kind: DeliveryKind;
  readonly traceparent: string | null;
}

/** Makes dead deliveries pending again; of two who do so at once, one gets each. */
export async function reviveDeliveries(
  transaction: Transaction,
  ids: readonly string[],
): Promise<readonly RevivedDelivery[]> {
  return transaction.delivery.updateManyAndReturn({
    where: { id: { in: [...ids] }, deliveredAt: null, deadAt: { not: null } },
    data: { deadAt: null, problem: null },
    select: { id: true, kind: true, traceparent: true },
  });
}

/** Says which of the staff a delivery is for: false when that was said before. */
export async function addressDelivery(
  transaction: Transaction,
  id: string,
  recipientId: string,
): Promise<boolean> {
  const { count } = await transaction.delivery.updateMany({
    where: { id, recipientId: null },
    data: { recipientId },
  });
  return count === 1;
}

export interface NewKeptMail {
  readonly messageId: string;
  readonly to: string;
  readonly subject: string;
  readonly text: string;
  readonly html: string;
}

/** Keeps a mail to be read in the console. */
export async function keepMail(
  transaction: Transaction,
  deliveryId: string,
  mail: NewKeptMail,
): Promise<void> {
  const { messageId, to, subject, text, html } = mail;
  await transaction.keptMail.create({
    data: { deliveryId, messageId, recipient: to, subject, text, html },
    select: { deliveryId: true },
  });
}

const KEPT_DAYS = 90;

/**
 * Forgets what left the product long ago and is about no situation: invitations, links for a new password, notices to staff.
 * What is about a situation goes with it.
 */
export async function forgetOldDeliveries(database: Database, now: Date): Promise<void> {
  const before = new Date(now.getTime() - KEPT_DAYS * 24 * 60 * 60 * 1000);
  await database.delivery.deleteMany({ where: { situationId: null, createdAt: { lt: before } } });
}
