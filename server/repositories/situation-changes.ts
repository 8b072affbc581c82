import type { SituationEventKind } from "#core/triage/situation-events.ts";
import type { SituationState } from "#core/triage/states.ts";
import type { Transaction } from "./transaction.ts";

/** What an act on a situation is decided on. */
export interface SituationAtHand {
  readonly id: string;
  readonly reference: string;
  readonly state: SituationState;
  readonly revision: number;
  readonly email: string | null;
  readonly assigneeId: string | null;
  readonly mergedIntoId: string | null;
}

const AT_HAND = {
  ...{ id: true, reference: true, state: true, revision: true, email: true },
  ...{ assigneeId: true, mergedIntoId: true },
} as const;

export async function findAtHand(transaction: Transaction, id: string): Promise<SituationAtHand | undefined> {
  return (await transaction.situation.findUnique({ where: { id }, select: AT_HAND })) ?? undefined;
}

export async function findAtHandByReference(
  transaction: Transaction,
  reference: string,
): Promise<SituationAtHand | undefined> {
  return (await transaction.situation.findUnique({ where: { reference }, select: AT_HAND })) ?? undefined;
}

/** What changes; what is left out stays. */
export interface SituationChange {
  readonly state?: SituationState;
  readonly assigneeId?: string | null;
  readonly mergedIntoId?: string | null;
  readonly engagementId?: string | null;
}

/**
 * Changes a situation if nobody changed it since it had `revision`: one statement, so of two who try at once one finds
 * nothing to change. Whether it did.
 */
export async function changeIfUnchanged(
  transaction: Transaction,
  { id, revision }: Pick<SituationAtHand, "id" | "revision">,
  { state, assigneeId, mergedIntoId, engagementId }: SituationChange,
): Promise<boolean> {
  const { count } = await transaction.situation.updateMany({
    where: { id, revision },
    data: {
      ...(state !== undefined && { state }),
      ...(assigneeId !== undefined && { assigneeId }),
      ...(mergedIntoId !== undefined && { mergedIntoId }),
      ...(engagementId !== undefined && { engagementId }),
      revision: { increment: 1 },
      touchedAt: new Date(),
    },
  });
  return count === 1;
}

/**
 * Counts a change of the situation that takes in another one, or gives it back. Whether there is one that may: with us, and
 * not itself merged.
 */
export async function changeKept(transaction: Transaction, id: string): Promise<boolean> {
  const { count } = await transaction.situation.updateMany({
    where: { id, mergedIntoId: null, state: { notIn: ["withdrawn", "erased"] } },
    data: { revision: { increment: 1 }, touchedAt: new Date() },
  });
  return count === 1;
}

/** Notes that somebody did something with a situation that the visitor did not take back. Whether there is one. */
export async function touchSituation(transaction: Transaction, id: string): Promise<boolean> {
  const { count } = await transaction.situation.updateMany({
    where: { id, state: { notIn: ["withdrawn", "erased"] } },
    data: { touchedAt: new Date() },
  });
  return count === 1;
}

export interface Happening {
  readonly situationId: string;
  readonly kind: SituationEventKind;
  /** Null when it was the visitor, or the product. */
  readonly actorId: string | null;
}

export async function recordHappening(transaction: Transaction, happening: Happening): Promise<void> {
  const { situationId, kind, actorId } = happening;
  await transaction.situationEvent.create({ data: { situationId, kind, actorId }, select: { id: true } });
}

/** The kinds of all that happened, oldest first. */
export async function listHappenings(
  transaction: Transaction,
  situationId: string,
): Promise<readonly string[]> {
  const rows = await transaction.situationEvent.findMany({
    where: { situationId },
    orderBy: { id: "asc" },
    select: { kind: true },
  });
  return rows.map(({ kind }) => kind);
}

export interface Written {
  readonly id: string;
  readonly situationId: string;
  readonly authorId: string;
  readonly text: string;
}

export async function createNote(transaction: Transaction, note: Written): Promise<void> {
  const { id, situationId, authorId, text } = note;
  await transaction.situationNote.create({
    data: { id, situationId, authorId, text },
    select: { id: true },
  });
}

/** What staff say to the visitor. */
export async function createReply(transaction: Transaction, reply: Written): Promise<void> {
  const { id, situationId, authorId, text } = reply;
  await transaction.situationMessage.create({
    data: { id, situationId, authorId, text, direction: "toVisitor" },
    select: { id: true },
  });
}
