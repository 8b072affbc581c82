import type { AccountDocument } from "#core/access/account-documents.ts";
import type { Database } from "../db/database.ts";
import type { Transaction } from "./transaction.ts";

/** A document to somebody who may open it, and what else they may. */
export interface OpenDocument {
  readonly id: string;
  readonly seq: number;
  readonly title: string;
  readonly teamId: string | null;
  readonly deletedAt: Date | null;
  readonly isOwner: boolean;
  /** Of the team it is in. */
  readonly isLead: boolean;
}

/**
 * The document, if it belongs to `userId` or to a team of theirs; its row stays locked until the transaction ends. To
 * everybody else it is as if there were none.
 */
export async function lockDocument(
  transaction: Transaction,
  userId: string,
  id: string,
  mode: "change" | "read" = "change",
): Promise<OpenDocument | undefined> {
  const rows =
    mode === "change"
      ? await transaction.$queryRaw<OpenDocument[]>`
          SELECT d.id, d.seq, d.title, d.team_id AS "teamId", d.deleted_at AS "deletedAt",
            d.owner_id = ${userId}::uuid AS "isOwner", coalesce(m.is_lead, false) AS "isLead"
          FROM document d
          LEFT JOIN team_membership m ON m.team_id = d.team_id AND m.user_id = ${userId}::uuid
          WHERE d.id = ${id}::uuid AND (d.owner_id = ${userId}::uuid OR m.user_id IS NOT NULL)
          FOR NO KEY UPDATE OF d`
      : await transaction.$queryRaw<OpenDocument[]>`
          SELECT d.id, d.seq, d.title, d.team_id AS "teamId", d.deleted_at AS "deletedAt",
            d.owner_id = ${userId}::uuid AS "isOwner", coalesce(m.is_lead, false) AS "isLead"
          FROM document d
          LEFT JOIN team_membership m ON m.team_id = d.team_id AND m.user_id = ${userId}::uuid
          WHERE d.id = ${id}::uuid AND (d.owner_id = ${userId}::uuid OR m.user_id IS NOT NULL)
          FOR SHARE OF d`;
  return rows[0];
}

/** Whether there is such a document, whoever's it is. Only for making ids: nobody is told. */
export async function isTaken(transaction: Transaction, id: string): Promise<boolean> {
  return (await transaction.document.count({ where: { id } })) > 0;
}

/** How many documents somebody owns. Until the transaction ends, nobody else counts or makes any of theirs. */
export async function countDocuments(transaction: Transaction, ownerId: string): Promise<number> {
  await transaction.$executeRaw`SELECT FROM person WHERE id = ${ownerId}::uuid FOR NO KEY UPDATE`;
  return transaction.document.count({ where: { ownerId } });
}

export interface NewDocument {
  readonly id: string;
  readonly ownerId: string;
  readonly situationId: string | null;
  readonly title: string;
}

export async function createDocumentRow(transaction: Transaction, document: NewDocument): Promise<void> {
  const { id, ownerId, situationId, title } = document;
  await transaction.document.create({ data: { id, ownerId, situationId, title }, select: { id: true } });
}

export async function situationExists(transaction: Transaction, id: string): Promise<boolean> {
  return (await transaction.situation.count({ where: { id, state: { not: "erased" } } })) > 0;
}

const LISTED = {
  id: true,
  title: true,
  changedAt: true,
  deletedAt: true,
  situationId: true,
  owner: { select: { id: true, name: true } },
  team: { select: { id: true, name: true } },
  engagement: { select: { id: true, client: true, ownerId: true, teamId: true } },
} as const;

/** The teams somebody is in, by name. */
export async function listTeamsOf(database: Database, userId: string) {
  const memberships = await database.teamMembership.findMany({
    where: { userId },
    select: { isLead: true, team: { select: { id: true, name: true } } },
    orderBy: { team: { name: "asc" } },
  });
  return memberships.map(({ team, isLead }) => ({ ...team, isLead }));
}

/** Everything that somebody or a team of theirs has, newest change first. */
export async function listDocumentRows(
  database: Database,
  userId: string,
  teams: readonly { readonly id: string; readonly isLead: boolean }[],
): Promise<readonly AccountDocument[]> {
  const teamIds = teams.map(({ id }) => id);
  const rows = await database.document.findMany({
    where: { OR: [{ ownerId: userId }, { teamId: { in: teamIds } }] },
    select: LISTED,
    orderBy: [{ changedAt: "desc" }, { id: "asc" }],
  });
  const bytes = await measureLogs(
    database,
    rows.map(({ id }) => id),
  );
  const leads = new Set(teams.filter(({ isLead }) => isLead).map(({ id }) => id));
  const isSeen = (engagement: { readonly ownerId: string; readonly teamId: string | null }) =>
    engagement.ownerId === userId || (engagement.teamId !== null && teamIds.includes(engagement.teamId));
  return rows.map(({ engagement, ...row }) => ({
    ...row,
    engagement:
      engagement !== null && isSeen(engagement) ? { id: engagement.id, client: engagement.client } : null,
    isFiledElsewhere: engagement !== null && !isSeen(engagement),
    changedAt: row.changedAt.toISOString(),
    deletedAt: row.deletedAt?.toISOString() ?? null,
    bytes: bytes.get(row.id) ?? 0,
    mayBin: row.owner.id === userId || (row.team !== null && leads.has(row.team.id)),
  }));
}

/** What the newest snapshot of each document and the updates after it take. */
async function measureLogs(database: Database, ids: readonly string[]): Promise<ReadonlyMap<string, number>> {
  const rows = await database.$queryRaw<{ id: string; bytes: number }[]>`
    SELECT d.id, (coalesce(u.bytes, 0) + coalesce(s.bytes, 0))::int AS bytes
    FROM unnest(${[...ids]}::uuid[]) AS d(id)
    LEFT JOIN LATERAL (SELECT upto_seq, octet_length(bytes) AS bytes FROM document_snapshot
      WHERE document_id = d.id ORDER BY upto_seq DESC LIMIT 1) s ON true
    LEFT JOIN LATERAL (SELECT sum(octet_length(bytes)) AS bytes FROM document_update
      WHERE document_id = d.id AND seq > coalesce(s.upto_seq, 0)) u ON true`;
  return new Map(rows.map(({ id, bytes }) => [id, bytes]));
}

export async function moveToTeam(transaction: Transaction, id: string, teamId: string | null): Promise<void> {
  await transaction.document.update({ where: { id }, data: { teamId }, select: { id: true } });
}

export async function isInTeam(transaction: Transaction, userId: string, teamId: string): Promise<boolean> {
  return (await transaction.teamMembership.count({ where: { userId, teamId } })) > 0;
}

export async function setDeletedAt(
  transaction: Transaction,
  id: string,
  deletedAt: Date | null,
): Promise<void> {
  await transaction.document.update({ where: { id }, data: { deletedAt }, select: { id: true } });
}

/** Leaves nothing of it: the row, its updates and its snapshots. */
export async function deleteDocumentRow(transaction: Transaction, id: string): Promise<void> {
  await transaction.document.delete({ where: { id }, select: { id: true } });
}

const DAY = 24 * 60 * 60 * 1000;

/** What has been in the bin for `days`. */
export async function listLongBinned(
  transaction: Transaction,
  now: Date,
  days: number,
): Promise<readonly string[]> {
  const rows = await transaction.document.findMany({
    where: { deletedAt: { lt: new Date(now.getTime() - days * DAY) } },
    select: { id: true },
    take: 100,
  });
  return rows.map(({ id }) => id);
}
