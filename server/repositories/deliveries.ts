import type { DeliveryKind } from "../db/generated/enums.ts";
import type { Transaction } from "./transaction.ts";

export interface NewDelivery {
  readonly id: string;
  readonly kind: DeliveryKind;
  readonly situationId: string | null;
  readonly subjectId: string | null;
}

export async function createDeliveries(
  transaction: Transaction,
  deliveries: readonly NewDelivery[],
): Promise<void> {
  await transaction.delivery.createMany({
    data: deliveries.map(({ id, kind, situationId, subjectId }) => ({ id, kind, situationId, subjectId })),
  });
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

/** Notes that a delivery was made. One that was erased meanwhile stays erased. */
export async function settleDelivery(transaction: Transaction, id: string): Promise<void> {
  await transaction.delivery.updateMany({
    where: { id },
    data: { deliveredAt: new Date(), deadAt: null, problem: null },
  });
}
