import * as z from "zod";
import { SIGNAL_IDS, type Signal } from "#core/fit/signals.ts";
import type { Database } from "../db/database.ts";

/** What deliveries are about, as far as the mails about them say it. */
export interface SituationSubject {
  readonly id: string;
  readonly reference: string;
  readonly email: string | null;
  readonly signals: readonly Signal[];
  readonly isVerified: boolean;
  readonly assigneeId: string | null;
  readonly receivedAt: Date;
}

const Signals = z.array(z.enum(SIGNAL_IDS));

/** Undefined also when nothing but its gravestone is left. */
export async function findSituationSubject(
  database: Database,
  id: string,
): Promise<SituationSubject | undefined> {
  const row = await database.situation.findFirst({
    where: { id, state: { not: "erased" } },
    select: {
      id: true,
      reference: true,
      email: true,
      signals: true,
      isVerified: true,
      assigneeId: true,
      receivedAt: true,
    },
  });
  return row === null ? undefined : { ...row, signals: Signals.parse(row.signals) };
}

/** What staff wrote to the visitor of a situation. */
export async function findReply(database: Database, id: string): Promise<string | undefined> {
  const row = await database.situationMessage.findFirst({
    where: { id, direction: "toVisitor" },
    select: { text: true },
  });
  return row?.text;
}

export interface TicketSubject {
  readonly id: string;
  readonly email: string | null;
  readonly userId: string | null;
  readonly expiresAt: Date;
}

/** Undefined when its link would open nothing any more. */
export async function findOpenTicket(
  database: Database,
  id: string,
  purpose: "invitation" | "passwordReset",
): Promise<TicketSubject | undefined> {
  const row = await database.ticket.findFirst({
    where: { id, purpose, usedAt: null, expiresAt: { gt: new Date() } },
    select: { id: true, email: true, userId: true, expiresAt: true },
  });
  return row ?? undefined;
}

export async function findUserAddress(database: Database, id: string): Promise<string | undefined> {
  const row = await database.user.findUnique({ where: { id }, select: { email: true } });
  return row?.email;
}

/** The address of somebody who still works here. */
export async function findStaffAddress(database: Database, id: string): Promise<string | undefined> {
  const row = await database.user.findFirst({
    where: { id, role: { in: ["owner", "staff"] } },
    select: { email: true },
  });
  return row?.email;
}

/** Everybody who works here, the longest first. */
export async function findStaffIds(database: Database): Promise<readonly string[]> {
  const rows = await database.user.findMany({
    where: { role: { in: ["owner", "staff"] } },
    orderBy: [{ createdAt: "asc" }, { id: "asc" }],
    select: { id: true },
  });
  return rows.map(({ id }) => id);
}

/** The delivery of the receipt of a situation, whose mail the answers stand under. */
export async function findReceiptDeliveryId(
  database: Database,
  situationId: string,
): Promise<string | undefined> {
  const row = await database.delivery.findFirst({
    where: { situationId, kind: "receiptMail" },
    select: { id: true },
  });
  return row?.id;
}
