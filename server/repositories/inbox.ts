import type { Database } from "../db/database.ts";
import type { Transaction } from "./transaction.ts";

export interface Message {
  readonly consumer: string;
  readonly messageId: string;
}

/** True the first time, in a transaction that commits; false whenever the message is delivered again. */
export async function takeMessage(transaction: Transaction, message: Message): Promise<boolean> {
  const { consumer, messageId } = message;
  const { count } = await transaction.inboxEntry.createMany({
    data: { consumer, messageId },
    skipDuplicates: true,
  });
  return count === 1;
}

/** Longer than any job is kept, its time as a dead letter included. */
const KEPT_DAYS = 90;

export async function forgetOldMessages(database: Database, now: Date): Promise<void> {
  const before = new Date(now.getTime() - KEPT_DAYS * 24 * 60 * 60 * 1000);
  await database.inboxEntry.deleteMany({ where: { handledAt: { lt: before } } });
}
