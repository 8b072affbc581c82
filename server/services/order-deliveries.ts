import { randomUUID } from "node:crypto";
import { enqueue } from "../jobs/boss.ts";
import { DELIVERY } from "../jobs/queues.ts";
import { createDeliveries, type NewDelivery } from "../repositories/deliveries.ts";
import type { Transaction } from "../repositories/transaction.ts";

/** What is to leave the product, and what it is about. */
export type Ordered = Pick<NewDelivery, "kind"> & Partial<Pick<NewDelivery, "situationId" | "subjectId">>;

/** Orders deliveries within `transaction`: they leave when, and only when, it commits. */
export async function orderDeliveries(transaction: Transaction, ordered: readonly Ordered[]): Promise<void> {
  const deliveries = ordered.map(({ kind, situationId = null, subjectId = null }) => ({
    id: randomUUID(),
    kind,
    situationId,
    subjectId,
  }));
  await createDeliveries(transaction, deliveries);
  await enqueue(
    transaction,
    DELIVERY,
    deliveries.map(({ id }) => id),
  );
}
