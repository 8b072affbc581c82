import * as z from "zod";
import { SIGNAL_IDS, type Signal } from "#core/fit/signals.ts";
import type { Situation } from "#core/intake/situation.schema.ts";
import type { Database } from "../db/database.ts";
import { Prisma } from "../db/generated/client.ts";
import type { Transaction } from "./transaction.ts";

export interface NewSituation extends Situation {
  readonly id: string;
  readonly reference: string;
  readonly isVerified: boolean;
}

export async function createSituation(transaction: Transaction, situation: NewSituation): Promise<void> {
  const { id, reference, isVerified, system, failing, works, tried, relied, known, unanswered } = situation;
  const { sketch, signals, email, phone, name } = situation;
  await transaction.situation.create({
    data: {
      ...{ id, reference, isVerified, system, failing, works, tried, relied, known, unanswered },
      ...{ signals: [...signals], email, phone, name },
      sketch: sketch === null ? Prisma.DbNull : (sketch as Prisma.InputJsonObject),
    },
    select: { id: true },
  });
  await transaction.situationEvent.create({
    data: { situationId: id, kind: "received" },
    select: { id: true },
  });
}

export async function findSituationId(transaction: Transaction, reference: string): Promise<string> {
  const row = await transaction.situation.findUniqueOrThrow({ where: { reference }, select: { id: true } });
  return row.id;
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

const DAY_MS = 24 * 60 * 60 * 1000;

/** Situations with which, and with whose diagnosis, nobody did anything for so long that they are to be erased, the oldest first. */
export async function findForgottenSituations(
  database: Database,
  { now, keptDays, most }: { readonly now: Date; readonly keptDays: number; readonly most: number },
): Promise<readonly string[]> {
  const before = new Date(now.getTime() - keptDays * DAY_MS);
  const rows = await database.situation.findMany({
    where: {
      state: { not: "erased" },
      touchedAt: { lt: before },
      documents: { none: { deletedAt: null, changedAt: { gte: before } } },
    },
    orderBy: { touchedAt: "asc" },
    take: most,
    select: { id: true },
  });
  return rows.map(({ id }) => id);
}
