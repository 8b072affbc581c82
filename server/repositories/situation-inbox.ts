import type { SituationRow, StateCounts } from "#core/triage/situation-view.ts";
import { SITUATION_STATES, type SituationState } from "#core/triage/states.ts";
import type { Cursor } from "#core/triage/cursor.ts";
import type { Database } from "../db/database.ts";
import { Prisma } from "../db/generated/client.ts";
import type { SituationSelect } from "../db/generated/models/Situation.ts";
import type { Transaction } from "./transaction.ts";

/** Which situations are wanted. What is left out does not matter. */
export interface InboxQuery {
  readonly states?: readonly SituationState[];
  /** Also those that were answered or closed and have a later word of the visitor. */
  readonly orWroteAgain?: boolean;
  /** Null for those that are nobody's. */
  readonly assigneeId?: string | null;
  readonly isVerified?: boolean;
  /** A tsquery (core/triage/search-words.ts). */
  readonly words?: string;
  readonly referencePrefix?: string;
}

/** What a row of the inbox is made of. */
export const ROW = {
  ...{ id: true, reference: true, failing: true, system: true, name: true, email: true, state: true },
  ...{
    isVerified: true,
    sketch: true,
    revision: true,
    receivedAt: true,
    touchedAt: true,
    mergedIntoId: true,
  },
  assignee: { select: { id: true, name: true } },
  _count: { select: { notes: true } },
  messages: { select: { direction: true }, orderBy: [{ at: "desc" }, { id: "desc" }], take: 1 },
} as const satisfies SituationSelect;

const OPENING = 220;

export interface StoredRow {
  readonly id: string;
  readonly reference: string;
  readonly failing: string;
  readonly system: string;
  readonly name: string;
  readonly email: string | null;
  readonly state: SituationState;
  readonly isVerified: boolean;
  readonly sketch: unknown;
  readonly revision: number;
  readonly receivedAt: Date;
  readonly touchedAt: Date;
  readonly mergedIntoId: string | null;
  readonly assignee: { readonly id: string; readonly name: string } | null;
  readonly _count: { readonly notes: number };
}

export function toRow(stored: StoredRow, lastWord: "fromVisitor" | "toVisitor" | undefined): SituationRow {
  const { id, reference, failing, system, name, state, isVerified, assignee, revision } = stored;
  return {
    ...{ id, reference, system, name, state, isVerified, assignee, revision },
    opening: Array.from(failing.slice(0, 2 * OPENING))
      .slice(0, OPENING)
      .join(""),
    wantsAnswer: stored.email !== null,
    hasSketch: stored.sketch !== null,
    receivedAt: stored.receivedAt.toISOString(),
    touchedAt: stored.touchedAt.toISOString(),
    notes: stored._count.notes,
    wroteAgain: lastWord === "fromVisitor",
    isMerged: stored.mergedIntoId !== null,
  };
}

/** At most `limit` situations after `cursor`, newest first. */
export async function listSituations(
  database: Database | Transaction,
  query: InboxQuery,
  { limit, after }: { readonly limit: number; readonly after?: Cursor | undefined },
): Promise<readonly SituationRow[]> {
  const page =
    after === undefined
      ? Prisma.empty
      : Prisma.sql`AND (received_at, id) < (${new Date(after.receivedAt)}::timestamptz, ${after.id}::uuid)`;
  const found = await database.$queryRaw<{ id: string }[]>`
    SELECT id FROM situation WHERE ${matching(query)} ${inStates(query)} ${page}
    ORDER BY received_at DESC, id DESC LIMIT ${limit}`;
  const ids = found.map(({ id }) => id);
  const rows = await database.situation.findMany({ where: { id: { in: ids } }, select: ROW });
  const byId = new Map(rows.map((row) => [row.id, row]));
  return ids.flatMap((id) => {
    const row = byId.get(id);
    return row === undefined ? [] : [toRow(row, row.messages[0]?.direction)];
  });
}

export interface Counted {
  readonly counts: StateCounts;
  /** Of those that were answered or closed: how many have a later word of the visitor. */
  readonly wroteAgain: number;
}

/** How many situations match in each state, whatever states the query wants. */
export async function countStates(database: Database | Transaction, query: InboxQuery): Promise<Counted> {
  const rows = await database.$queryRaw<{ state: string; count: number; again: number }[]>`
    SELECT state::text AS state, count(*)::int AS count, (count(*) FILTER (WHERE ${WROTE_AGAIN}))::int AS again
    FROM situation WHERE ${matching(query)} GROUP BY state`;
  const counted = new Map(rows.map(({ state, count }) => [state, count]));
  const counts = Object.fromEntries(
    SITUATION_STATES.map((state) => [state, counted.get(storedState(state)) ?? 0]),
  ) as StateCounts;
  return { counts, wroteAgain: rows.reduce((sum, { again }) => sum + again, 0) };
}

/** All of the query but the states. */
function matching({ assigneeId, isVerified, words, referencePrefix }: InboxQuery): Prisma.Sql {
  const found = [
    ...(words === undefined ? [] : [Prisma.sql`search @@ to_tsquery('simple', ${words})`]),
    ...(referencePrefix === undefined ? [] : [Prisma.sql`starts_with(reference, ${referencePrefix})`]),
  ];
  const all = [
    ...(assigneeId === undefined ? [] : [isAssigned(assigneeId)]),
    ...(isVerified === undefined ? [] : [Prisma.sql`is_verified = ${isVerified}`]),
    ...(found.length === 0 ? [] : [Prisma.sql`(${Prisma.join(found, " OR ")})`]),
  ];
  return all.length === 0 ? Prisma.sql`true` : Prisma.join(all, " AND ");
}

function isAssigned(assigneeId: string | null): Prisma.Sql {
  return assigneeId === null
    ? Prisma.sql`assignee_id IS NULL`
    : Prisma.sql`assignee_id = ${assigneeId}::uuid`;
}

function inStates({ states, orWroteAgain = false }: InboxQuery): Prisma.Sql {
  if (states === undefined) return Prisma.empty;
  const isThere = Prisma.sql`state = ANY(${states.map(storedState)}::situation_state[])`;
  return orWroteAgain ? Prisma.sql`AND (${isThere} OR ${WROTE_AGAIN})` : Prisma.sql`AND ${isThere}`;
}

const WROTE_AGAIN = Prisma.sql`(state IN ('answered', 'closed') AND (
  SELECT direction FROM situation_message AS said WHERE said.situation_id = situation.id
  ORDER BY said.at DESC, said.id DESC LIMIT 1) = 'from-visitor')`;

/** The name of a state in the database, for queries that Prisma does not write. */
function storedState(state: SituationState): string {
  return state === "inDiagnosis" ? "in-diagnosis" : state;
}
