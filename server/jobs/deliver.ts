import type { Result } from "#core/result.ts";
import { database } from "../db/database.ts";
import { settleDelivery } from "../repositories/deliveries.ts";
import { takeMessage } from "../repositories/inbox.ts";
import { inTransaction, type DatabaseAway } from "../repositories/transaction.ts";

/** The message is the delivery itself: however often and on whatever way it arrives, its effect happens once. */
export function handleDelivery(deliveryId: string): Promise<Result<void, DatabaseAway>> {
  return inTransaction(database(), async (transaction) => {
    const isFirst = await takeMessage(transaction, { consumer: "delivery", messageId: deliveryId });
    if (isFirst) await settleDelivery(transaction, deliveryId);
  });
}
