import * as z from "zod";
import { SIGNAL_IDS, type Signal } from "#core/fit/signals.ts";
import type { SituationState } from "#core/intake/own-situation.ts";
import type { Database } from "../db/database.ts";
import { Prisma } from "../db/generated/client.ts";
import type { Transaction } from "./transaction.ts";

const TEXTS = {
  system: true,
  failing: true,
  works: true,
  tried: true,
  relied: true,
  known: true,
  unanswered: true,
  email: true,
  phone: true,
  name: true,
} as const;

/** Everything that its sender wrote, and what was said since; nothing that staff say to each other. */
export interface OwnSituationRow extends Readonly<
  Record<Exclude<keyof typeof TEXTS, "email" | "phone">, string>
> {
  readonly reference: string;
  readonly state: SituationState;
  readonly receivedAt: Date;
  readonly touchedAt: Date;
  readonly email: string | null;
  readonly phone: string | null;
  readonly sketch: unknown;
  readonly signals: readonly Signal[];
  readonly messages: readonly OwnMessage[];
}

export interface OwnMessage {
  readonly id: string;
  readonly direction: "fromVisitor" | "toVisitor";
  readonly text: string;
  readonly at: Date;
}

const Signals = z.array(z.enum(SIGNAL_IDS));

export async function findOwnSituation(database: Database, id: string): Promise<OwnSituationRow | undefined> {
  const row = await database.situation.findUnique({
    where: { id },
    select: {
      ...TEXTS,
      ...{ reference: true, state: true, receivedAt: true, touchedAt: true, sketch: true, signals: true },
      messages: { select: { id: true, direction: true, text: true, at: true }, orderBy: { at: "asc" } },
    },
  });
  return row === null ? undefined : { ...row, signals: Signals.parse(row.signals) };
}

/** States in which its sender can do nothing more with it. */
const OVER = ["withdrawn", "erased"] as const;

/** Notes that its sender did something, and holds it until the end of `transaction`. False when it is over. */
export async function touchSituation(transaction: Transaction, id: string): Promise<boolean> {
  const { count } = await transaction.situation.updateMany({
    where: { id, state: { notIn: [...OVER] } },
    data: { touchedAt: new Date(), revision: { increment: 1 } },
  });
  return count === 1;
}

/** True the first time; false when that message is there already. */
export async function addMessage(
  transaction: Transaction,
  message: { readonly id: string; readonly situationId: string; readonly text: string },
): Promise<boolean> {
  const { id, situationId, text } = message;
  const { count } = await transaction.situationMessage.createMany({
    data: { id, situationId, direction: "fromVisitor", text },
    skipDuplicates: true,
  });
  if (count === 1)
    await transaction.situationEvent.create({ data: { situationId, kind: "added" }, select: { id: true } });
  return count === 1;
}

export function countMessages(transaction: Transaction, situationId: string): Promise<number> {
  return transaction.situationMessage.count({ where: { situationId, direction: "fromVisitor" } });
}

/** True when it was not over before. */
export async function withdrawSituation(transaction: Transaction, id: string): Promise<boolean> {
  const { count } = await transaction.situation.updateMany({
    where: { id, state: { notIn: [...OVER] } },
    data: { state: "withdrawn", touchedAt: new Date(), revision: { increment: 1 } },
  });
  if (count === 1)
    await transaction.situationEvent.create({
      data: { situationId: id, kind: "withdrawn" },
      select: { id: true },
    });
  return count === 1;
}

export type Scrubbed =
  | { readonly kind: "scrubbed"; readonly reference: string }
  | { readonly kind: "erased-before" }
  | { readonly kind: "not-found" };

/** Leaves of a situation its gravestone: id, reference, state and times. The documents that diagnose it and the reports of them hold its words, and go. */
export async function scrubSituation(transaction: Transaction, id: string): Promise<Scrubbed> {
  const { count } = await transaction.situation.updateMany({
    where: { id, state: { not: "erased" } },
    data: {
      ...{ system: "", failing: "", works: "", tried: "", relied: "", known: "", unanswered: "", name: "" },
      ...{ email: null, phone: null, signals: [], sketch: Prisma.DbNull },
      ...{ state: "erased", assigneeId: null, mergedIntoId: null, engagementId: null },
      ...{ touchedAt: new Date(), revision: { increment: 1 } },
    },
  });
  const row = await transaction.situation.findUnique({ where: { id }, select: { reference: true } });
  if (row === null) return { kind: "not-found" };
  if (count === 0) return { kind: "erased-before" };
  await transaction.situationNote.deleteMany({ where: { situationId: id } });
  await transaction.situationMessage.deleteMany({ where: { situationId: id } });
  await transaction.document.deleteMany({ where: { situationId: id } });
  // After the documents: a report that is being kept of one holds it, so that this statement sees the report.
  await transaction.engagementReport.deleteMany({ where: { situationId: id } });
  await transaction.situationEvent.create({
    data: { situationId: id, kind: "erased" },
    select: { id: true },
  });
  return { kind: "scrubbed", reference: row.reference };
}
