import { database } from "../db/database.ts";
import { addressDelivery, type DueDelivery } from "../repositories/deliveries.ts";
import { findSituationSubject, findStaffIds } from "../repositories/delivery-subjects.ts";
import { inTransaction } from "../repositories/transaction.ts";
import { orderDeliveries } from "../services/order-deliveries.ts";

/**
 * Makes of a notice to staff one for each of them, since a mail has a single recipient: the delivery at hand is the first
 * one's, and the others get deliveries of their own, in one transaction and once. An addition is for whom the situation is
 * assigned to, when it is.
 */
export async function addressToStaff(due: DueDelivery): Promise<DueDelivery> {
  const { id, kind, situationId, subjectId } = due;
  const isForStaff = kind === "staffMail" || kind === "additionMail";
  if (!isForStaff || due.recipientId !== null) return due;
  const [first, ...others] = await findRecipients(due);
  if (first === undefined) return due;
  const addressed = await inTransaction(database(), async (transaction) => {
    if (!(await addressDelivery(transaction, id, first))) return;
    await orderDeliveries(
      transaction,
      others.map((recipientId) => ({ kind, situationId, subjectId, recipientId })),
    );
  });
  if (!addressed.ok) throw addressed.error.cause;
  return { ...due, recipientId: first };
}

async function findRecipients({ kind, situationId }: DueDelivery): Promise<readonly string[]> {
  const staff = await findStaffIds(database());
  if (kind === "staffMail" || situationId === null) return staff;
  const situation = await findSituationSubject(database(), situationId);
  const assignee = situation?.assigneeId;
  return assignee && staff.includes(assignee) ? [assignee] : staff;
}
