import { randomUUID } from "node:crypto";
import { enqueue } from "../jobs/boss.ts";
import { queueOf } from "../jobs/queues.ts";
import { createDeliveries, type NewDelivery } from "../repositories/deliveries.ts";
import type { Transaction } from "../repositories/transaction.ts";
import { currentTraceparent } from "../telemetry/trace.ts";

/** What is to leave the product, and what it is about. */
export type Ordered = Pick<NewDelivery, "kind"> &
  Partial<Pick<NewDelivery, "situationId" | "subjectId" | "recipientId">>;

/** Orders deliveries within `transaction`: they leave when, and only when, it commits. */
export async function orderDeliveries(transaction: Transaction, ordered: readonly Ordered[]): Promise<void> {
  const traceparent = currentTraceparent();
  const deliveries = ordered.map(({ kind, situationId = null, subjectId = null, recipientId = null }) => ({
    id: randomUUID(),
    ...{ kind, situationId, subjectId, recipientId, traceparent },
  }));
  await createDeliveries(transaction, deliveries);
  for (const [queue, due] of Map.groupBy(deliveries, ({ kind }) => queueOf(kind)))
    await enqueue(
      transaction,
      queue,
      due.map(({ id }) => ({ messageId: id, traceparent })),
    );
}
