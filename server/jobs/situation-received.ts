import type { Result } from "#core/result.ts";
import { database } from "../db/database.ts";
import { takeMessage } from "../repositories/inbox.ts";
import { queueForTriage } from "../repositories/situations.ts";
import { inTransaction, type DatabaseAway } from "../repositories/transaction.ts";

/** The message is the situation itself: however often and on whatever way it arrives, it enters triage once. */
export function handleSituationReceived(situationId: string): Promise<Result<void, DatabaseAway>> {
  return inTransaction(database(), async (transaction) => {
    const isFirst = await takeMessage(transaction, {
      consumer: "situation-triage",
      messageId: situationId,
    });
    if (isFirst) await queueForTriage(transaction, situationId);
  });
}
