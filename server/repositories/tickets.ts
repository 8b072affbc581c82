import type { Role } from "#core/access/policy.ts";
import type { Database } from "../db/database.ts";
import type { TicketPurpose } from "../db/generated/enums.ts";
import type { Transaction } from "./transaction.ts";

export type { TicketPurpose };

/** As the database names them. */
const PURPOSES = {
  ownerSetup: "owner-setup",
  invitation: "invitation",
  passwordReset: "password-reset",
} as const satisfies Record<TicketPurpose, string>;

/** What a one-time link stands for. */
export interface Ticket {
  readonly id: string;
  readonly email: string | null;
  readonly role: Role | null;
  readonly teamId: string | null;
  readonly userId: string | null;
}

const TICKET = { id: true, email: true, role: true, teamId: true, userId: true } as const;

export interface NewTicket extends Ticket {
  readonly purpose: TicketPurpose;
  readonly expiresAt: Date;
}

export async function createTicket(
  transaction: Transaction,
  { id, purpose, email, role, teamId, userId, expiresAt }: NewTicket,
): Promise<void> {
  await transaction.ticket.create({
    data: { id, purpose, email, role, teamId, userId, expiresAt },
    select: { id: true },
  });
}

/** The ticket while its link opens something. Looking does not use it. */
export async function findOpenTicket(
  database: Transaction,
  purpose: TicketPurpose,
  id: string,
): Promise<Ticket | undefined> {
  const found = await database.ticket.findFirst({
    where: { id, purpose, usedAt: null, expiresAt: { gt: new Date() } },
    select: TICKET,
  });
  return found ?? undefined;
}

/**
 * Uses a ticket up, within the transaction that has its effect: of any number who try at once one gets it, and the others
 * get undefined. One conditional statement, so nobody acts on what another is about to change.
 */
export async function redeemTicket(
  transaction: Transaction,
  purpose: TicketPurpose,
  id: string,
): Promise<Ticket | undefined> {
  const [redeemed] = await transaction.$queryRaw<Ticket[]>`
    UPDATE ticket SET used_at = now()
    WHERE id = ${id}::uuid AND purpose = ${PURPOSES[purpose]}::ticket_purpose
      AND used_at IS NULL AND expires_at > now()
    RETURNING id, email, role, team_id AS "teamId", user_id AS "userId"`;
  return redeemed;
}

export interface OpenInvitation extends Ticket {
  readonly createdAt: Date;
  readonly expiresAt: Date;
  readonly teamName: string | null;
}

export async function listOpenInvitations(
  database: Database,
  teamId?: string,
): Promise<readonly OpenInvitation[]> {
  const rows = await database.ticket.findMany({
    where: {
      purpose: "invitation",
      usedAt: null,
      expiresAt: { gt: new Date() },
      ...(teamId !== undefined && { teamId }),
    },
    orderBy: { createdAt: "desc" },
    select: { ...TICKET, createdAt: true, expiresAt: true, team: { select: { name: true } } },
    take: 500,
  });
  return rows.map(({ team, ...ticket }) => ({ ...ticket, teamName: team?.name ?? null }));
}

/** Withdraws a ticket that is still open; undefined when it is not. */
export async function withdrawTicket(
  transaction: Transaction,
  purpose: TicketPurpose,
  id: string,
): Promise<Ticket | undefined> {
  return redeemTicket(transaction, purpose, id);
}

/** Deletes every open ticket of a purpose: for whom it is, or by whom, where that is said. */
export async function deleteOpenTickets(
  transaction: Transaction,
  purpose: TicketPurpose,
  of: { readonly userId?: string; readonly email?: string } = {},
): Promise<void> {
  const { userId, email } = of;
  await transaction.ticket.deleteMany({
    where: {
      purpose,
      usedAt: null,
      ...(userId !== undefined && { userId }),
      ...(email !== undefined && { email }),
    },
  });
}

const DAY_MS = 24 * 60 * 60 * 1000;
/** How long one that opens nothing any more is kept, so that what is delivered late finds it. */
const KEPT_DAYS = 30;

export async function forgetOldTickets(database: Database, now: Date): Promise<void> {
  await database.ticket.deleteMany({
    where: { expiresAt: { lt: new Date(now.getTime() - KEPT_DAYS * DAY_MS) } },
  });
}
