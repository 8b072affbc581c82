import * as z from "zod";
import { SIGNAL_IDS, type Signal } from "#core/fit/signals.ts";
import type { Situation } from "#core/intake/situation.schema.ts";
import type { Database } from "../db/database.ts";
import type { Transaction } from "./transaction.ts";

export interface NewSituation extends Situation {
  readonly id: string;
  readonly reference: string;
}

export async function createSituation(transaction: Transaction, situation: NewSituation): Promise<void> {
  const { id, reference, failing, works, tried, signals, system, name, email } = situation;
  await transaction.situation.create({
    data: { id, reference, failing, works, tried, signals: [...signals], system, name, email },
    select: { id: true },
  });
  await transaction.situationEvent.create({
    data: { situationId: id, kind: "received" },
    select: { id: true },
  });
}

export interface SituationSummary {
  readonly reference: string;
  readonly signals: readonly Signal[];
  readonly wantsAnswer: boolean;
}

const Signals = z.array(z.enum(SIGNAL_IDS));

/** What a receipt shows: nothing of what was written. */
export async function findSituation(
  database: Database,
  reference: string,
): Promise<SituationSummary | undefined> {
  const row = await database.situation.findUnique({
    where: { reference },
    select: { signals: true, email: true },
  });
  return row === null
    ? undefined
    : { reference, signals: Signals.parse(row.signals), wantsAnswer: row.email !== null };
}
