import { OPEN_STATES } from "#core/triage/states.ts";
import type { EngagementLink, EngagementRow, FiledDocumentRow } from "#core/engagements/engagement-view.ts";
import type { Database } from "../db/database.ts";
import type { EngagementWhereInput } from "../db/generated/models/Engagement.ts";
import type { DocumentWhereInput } from "../db/generated/models/Document.ts";
import type { Transaction } from "./transaction.ts";

/** An engagement to somebody who sees it, and what else they may. */
export interface OpenEngagement {
  readonly id: string;
  readonly ownerId: string;
  readonly teamId: string | null;
  readonly closedAt: Date | null;
  readonly revision: number;
  readonly isOwner: boolean;
  /** Of the team it is in. */
  readonly isLead: boolean;
}

/**
 * The engagement, if it belongs to `userId` or to a team of theirs. To everybody else it is as if there were none. Until the
 * transaction ends nobody else changes it; with "hold" nobody deletes it.
 */
export async function lockEngagement(
  transaction: Transaction,
  userId: string,
  id: string,
  mode: "change" | "hold" = "change",
): Promise<OpenEngagement | undefined> {
  const rows =
    mode === "change"
      ? await transaction.$queryRaw<OpenEngagement[]>`
          SELECT e.id, e.owner_id AS "ownerId", e.team_id AS "teamId", e.closed_at AS "closedAt", e.revision,
            e.owner_id = ${userId}::uuid AS "isOwner", coalesce(m.is_lead, false) AS "isLead"
          FROM engagement e
          LEFT JOIN team_membership m ON m.team_id = e.team_id AND m.user_id = ${userId}::uuid
          WHERE e.id = ${id}::uuid AND (e.owner_id = ${userId}::uuid OR m.user_id IS NOT NULL)
          FOR UPDATE OF e`
      : await transaction.$queryRaw<OpenEngagement[]>`
          SELECT e.id, e.owner_id AS "ownerId", e.team_id AS "teamId", e.closed_at AS "closedAt", e.revision,
            e.owner_id = ${userId}::uuid AS "isOwner", coalesce(m.is_lead, false) AS "isLead"
          FROM engagement e
          LEFT JOIN team_membership m ON m.team_id = e.team_id AND m.user_id = ${userId}::uuid
          WHERE e.id = ${id}::uuid AND (e.owner_id = ${userId}::uuid OR m.user_id IS NOT NULL)
          FOR KEY SHARE OF e`;
  return rows[0];
}

/** Those of `userId` and of their teams. */
function seenBy(userId: string): EngagementWhereInput {
  return { OR: [{ ownerId: userId }, { team: { memberships: { some: { userId } } } }] };
}

function openableBy(userId: string): DocumentWhereInput {
  return { deletedAt: null, OR: [{ ownerId: userId }, { team: { memberships: { some: { userId } } } }] };
}

const NAMED = { select: { id: true, name: true } } as const;

interface ListQuery {
  readonly userId: string;
  /** Part of the client's name or of the note. */
  readonly words: string;
  readonly withSituations: boolean;
}

const MOST_LISTED = 1000;

/** Those that somebody sees, by client; the open ones and the closed ones. */
export async function listEngagementRows(
  database: Database,
  { userId, words, withSituations }: ListQuery,
): Promise<readonly EngagementRow[]> {
  const contains = { contains: escapeLike(words), mode: "insensitive" } as const;
  const isNamed: EngagementWhereInput =
    words === "" ? {} : { OR: [{ client: contains }, { note: contains }] };
  const rows = await database.engagement.findMany({
    where: { AND: [seenBy(userId), isNamed] },
    orderBy: [{ client: "asc" }, { createdAt: "asc" }, { id: "asc" }],
    select: {
      ...{ id: true, client: true, createdAt: true, closedAt: true, owner: NAMED, team: NAMED },
      reports: { select: { madeAt: true }, orderBy: { madeAt: "desc" }, take: 1 },
      _count: {
        select: { reports: true, situations: true, documents: { where: openableBy(userId) } },
      },
    },
    take: MOST_LISTED,
  });
  return rows.map(({ _count, reports: [newest], createdAt, closedAt, ...row }) => ({
    ...row,
    createdAt: createdAt.toISOString(),
    closedAt: closedAt?.toISOString() ?? null,
    documents: _count.documents,
    situations: withSituations ? _count.situations : 0,
    reports: _count.reports,
    reportedAt: newest?.madeAt.toISOString() ?? null,
  }));
}

/** `%` and `_` are letters of what somebody looks for. */
function escapeLike(words: string): string {
  return words.replaceAll(/[\\%_]/g, (sign) => `\\${sign}`);
}

/** Those that somebody sees, as choices: the open ones, by client. */
export async function listOpenEngagements(
  database: Database | Transaction,
  userId: string,
): Promise<readonly EngagementLink[]> {
  return database.engagement.findMany({
    where: { AND: [seenBy(userId), { closedAt: null }] },
    orderBy: [{ client: "asc" }, { createdAt: "asc" }, { id: "asc" }],
    select: { id: true, client: true },
    take: MOST_LISTED,
  });
}

/** An engagement by itself, for somebody who sees it. */
export async function findEngagement(database: Database, userId: string, id: string) {
  const row = await database.engagement.findFirst({
    where: { AND: [seenBy(userId), { id }] },
    select: {
      ...{ id: true, client: true, note: true, createdAt: true, closedAt: true, revision: true },
      owner: NAMED,
      team: {
        select: { id: true, name: true, memberships: { where: { userId }, select: { isLead: true } } },
      },
    },
  });
  if (row === null) return undefined;
  const { team, createdAt, closedAt, ...own } = row;
  const isOwner = row.owner.id === userId;
  return {
    ...own,
    team: team === null ? null : { id: team.id, name: team.name },
    createdAt: createdAt.toISOString(),
    closedAt: closedAt?.toISOString() ?? null,
    isOwner,
    mayDelete: isOwner || team?.memberships[0]?.isLead === true,
  };
}

/** What is in it: the documents that somebody may open, and how many of others there are. */
export async function listFiledDocuments(
  database: Database,
  userId: string,
  engagementId: string,
): Promise<{ readonly documents: readonly FiledDocumentRow[]; readonly others: number }> {
  const [all, rows] = await Promise.all([
    database.document.count({ where: { engagementId, deletedAt: null } }),
    database.document.findMany({
      where: { AND: [openableBy(userId), { engagementId }] },
      orderBy: [{ changedAt: "desc" }, { id: "asc" }],
      select: { id: true, title: true, changedAt: true, owner: NAMED, team: NAMED },
    }),
  ]);
  const documents = rows.map((row) => ({ ...row, changedAt: row.changedAt.toISOString() }));
  return { documents, others: Math.max(0, all - documents.length) };
}

/** Documents that somebody may open and that are in no engagement, the newest change first. */
export async function listUnfiledDocuments(database: Database, userId: string) {
  return database.document.findMany({
    where: { AND: [openableBy(userId), { engagementId: null }] },
    orderBy: [{ changedAt: "desc" }, { id: "asc" }],
    select: { id: true, title: true },
    take: MOST_LISTED,
  });
}

const SITUATION = { id: true, reference: true, system: true, name: true, revision: true } as const;

export async function listFiledSituations(database: Database, engagementId: string) {
  const rows = await database.situation.findMany({
    where: { engagementId },
    orderBy: [{ receivedAt: "desc" }, { id: "asc" }],
    select: { ...SITUATION, state: true, receivedAt: true },
  });
  return rows.map(({ receivedAt, ...row }) => ({ ...row, receivedAt: receivedAt.toISOString() }));
}

/** Situations that wait or were answered and are in no engagement, the newest first. */
export async function listUnfiledSituations(database: Database) {
  return database.situation.findMany({
    where: { engagementId: null, state: { in: [...OPEN_STATES, "answered", "closed"] } },
    orderBy: [{ receivedAt: "desc" }, { id: "asc" }],
    select: SITUATION,
    take: 200,
  });
}

/** How many engagements somebody owns. Until the transaction ends, nobody else counts or makes any of theirs. */
export async function countEngagements(transaction: Transaction, ownerId: string): Promise<number> {
  await transaction.$executeRaw`SELECT FROM person WHERE id = ${ownerId}::uuid FOR NO KEY UPDATE`;
  return transaction.engagement.count({ where: { ownerId } });
}

export interface NewEngagementRow {
  readonly id: string;
  readonly ownerId: string;
  readonly teamId: string | null;
  readonly client: string;
  readonly note: string;
}

export async function createEngagementRow(transaction: Transaction, row: NewEngagementRow): Promise<void> {
  const { id, ownerId, teamId, client, note } = row;
  await transaction.engagement.create({ data: { id, ownerId, teamId, client, note }, select: { id: true } });
}

/** What changes; what is left out stays. */
export interface EngagementRowChange {
  readonly client?: string;
  readonly note?: string;
  readonly teamId?: string | null;
  readonly closedAt?: Date | null;
}

/** Changes an engagement that is locked. */
export async function changeEngagementRow(
  transaction: Transaction,
  id: string,
  { client, note, teamId, closedAt }: EngagementRowChange,
): Promise<void> {
  await transaction.engagement.update({
    where: { id },
    data: {
      ...(client !== undefined && { client }),
      ...(note !== undefined && { note }),
      ...(teamId !== undefined && { teamId }),
      ...(closedAt !== undefined && { closedAt }),
      revision: { increment: 1 },
    },
    select: { id: true },
  });
}

/** The reports go with it; documents and situations stay, in no engagement. */
export async function deleteEngagementRow(transaction: Transaction, id: string): Promise<void> {
  await transaction.engagement.delete({ where: { id }, select: { id: true } });
}

/** Engagements that a team has stay with it when their owner leaves: they pass to who leads it, or is longest in it. */
export async function passEngagementsOn(transaction: Transaction, userId: string): Promise<void> {
  await transaction.$executeRaw`
    UPDATE engagement SET owner_id = heir.user_id FROM (
      SELECT DISTINCT ON (team_id) team_id, user_id FROM team_membership
      WHERE user_id <> ${userId}::uuid ORDER BY team_id, is_lead DESC, joined_at, user_id
    ) AS heir
    WHERE engagement.owner_id = ${userId}::uuid AND engagement.team_id = heir.team_id`;
}

/** In which engagement a document or a situation is; null for none, undefined where there is no such thing. */
export async function whereFiled(
  transaction: Transaction,
  kind: "document" | "situation",
  id: string,
): Promise<string | null | undefined> {
  const select = { engagementId: true } as const;
  const found =
    kind === "document"
      ? await transaction.document.findUnique({ where: { id }, select })
      : await transaction.situation.findUnique({ where: { id }, select });
  return found === null ? undefined : found.engagementId;
}

/** Whether somebody sees an engagement. */
export async function seesEngagement(transaction: Transaction, userId: string, id: string): Promise<boolean> {
  return (await transaction.engagement.count({ where: { AND: [seenBy(userId), { id }] } })) > 0;
}

export async function fileDocumentRow(
  transaction: Transaction,
  id: string,
  engagementId: string | null,
): Promise<void> {
  await transaction.document.update({ where: { id }, data: { engagementId }, select: { id: true } });
}
