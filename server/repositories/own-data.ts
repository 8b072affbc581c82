import type { Database } from "../db/database.ts";
import { FILES, toFile } from "./engagement-reports.ts";
import type { Transaction } from "./transaction.ts";

/** How many sketches an account keeps, and how many of them a team would keep. */
export async function countSketches(
  database: Database,
  userId: string,
): Promise<{ readonly own: number; readonly ofTeams: number }> {
  const [own, ofTeams] = await Promise.all([
    database.document.count({ where: { ownerId: userId, teamId: null } }),
    database.document.count({ where: { ownerId: userId, teamId: { not: null } } }),
  ]);
  return { own, ofTeams };
}

/** Sketches that a team has stay with it when their owner leaves: they pass to who leads it, or is longest in it. */
export async function passSketchesOn(transaction: Transaction, userId: string): Promise<void> {
  await transaction.$executeRaw`
    UPDATE document SET owner_id = heir.user_id FROM (
      SELECT DISTINCT ON (team_id) team_id, user_id FROM team_membership
      WHERE user_id <> ${userId}::uuid ORDER BY team_id, is_lead DESC, joined_at, user_id
    ) AS heir
    WHERE document.owner_id = ${userId}::uuid AND document.team_id = heir.team_id AND document.deleted_at IS NULL`;
}

/** Deletes what is about somebody without belonging to their row: their tickets, and mails to them that wait or were kept. */
export async function deleteTraces(
  transaction: Transaction,
  { id, email }: { readonly id: string; readonly email: string },
): Promise<void> {
  const tickets = await transaction.ticket.findMany({
    where: { OR: [{ userId: id }, { email }] },
    select: { id: true },
  });
  const subjects = [id, ...tickets.map((ticket) => ticket.id)];
  await transaction.delivery.deleteMany({
    where: { OR: [{ recipientId: id }, { situationId: null, subjectId: { in: subjects } }] },
  });
  await transaction.ticket.deleteMany({ where: { OR: [{ userId: id }, { email }] } });
}

/** Teams in which nobody but `userId` is. */
export async function listTeamsAlone(transaction: Transaction, userId: string): Promise<readonly string[]> {
  const rows = await transaction.team.findMany({
    where: { memberships: { some: { userId }, none: { userId: { not: userId } } } },
    select: { id: true },
  });
  return rows.map(({ id }) => id);
}

/** All that is kept of somebody, as it is kept; the bytes of sketches and logos in base64, in the order in which they are applied. */
export async function findOwnData(database: Database, userId: string) {
  const person = await database.user.findUnique({
    where: { id: userId },
    select: {
      id: true,
      name: true,
      email: true,
      role: true,
      createdAt: true,
      updatedAt: true,
      signIns: { select: { createdAt: true, updatedAt: true, expiresAt: true, userAgent: true } },
      memberships: { select: { joinedAt: true, isLead: true, team: { select: { id: true, name: true } } } },
      assigned: { select: { reference: true, state: true } },
      notes: { select: { situationId: true, at: true, text: true } },
      messages: { select: { situationId: true, at: true, text: true } },
      engagements: { select: ENGAGEMENT, orderBy: { createdAt: "asc" } },
      reports: {
        where: { engagement: { ownerId: { not: userId } } },
        select: { ...REPORT, engagementId: true },
        orderBy: { madeAt: "asc" },
      },
      documents: {
        select: {
          ...{ id: true, title: true, teamId: true, situationId: true },
          ...{ createdAt: true, changedAt: true, deletedAt: true },
        },
      },
    },
  });
  const acts = await database.auditEntry.findMany({
    where: { OR: [{ actorId: userId }, { subjectKind: "person", subjectId: userId }] },
    orderBy: { seq: "asc" },
    select: { at: true, action: true, subjectKind: true, subjectId: true },
  });
  const { documents = [], engagements = [], reports = [], ...account } = person ?? {};
  const sketches = [];
  for (const document of documents)
    sketches.push({ ...document, updates: await findUpdates(database, document.id) });
  return {
    ...{ account, sketches, acts },
    engagements: engagements.map((engagement) => ({
      ...engagement,
      reports: engagement.reports.map(writeReport),
    })),
    /** Kept in engagements of others. */
    reports: reports.map(writeReport),
  };
}

const REPORT = {
  ...{ id: true, title: true, settings: true, logo: true, isAnonymous: true },
  ...{ session: true, madeAt: true, documentId: true, files: FILES },
} as const;

const ENGAGEMENT = {
  ...{ id: true, client: true, note: true, teamId: true, createdAt: true, closedAt: true },
  reports: { select: REPORT, orderBy: { madeAt: "asc" } },
} as const;

interface Kept {
  readonly logo: Uint8Array | null;
  readonly files: Parameters<typeof toFile>[0][];
}

function writeReport<Report extends Kept>({ logo, files, ...report }: Report) {
  return {
    ...report,
    files: files.map(toFile),
    logo: logo === null ? null : Buffer.from(logo).toString("base64"),
  };
}

export type OwnData = Awaited<ReturnType<typeof findOwnData>>;

async function findUpdates(database: Database, documentId: string): Promise<readonly string[]> {
  const rows = await database.documentUpdate.findMany({
    where: { documentId },
    orderBy: { seq: "asc" },
    select: { bytes: true },
  });
  return rows.map(({ bytes }) => Buffer.from(bytes).toString("base64"));
}
