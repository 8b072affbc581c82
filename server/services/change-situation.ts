import { randomUUID } from "node:crypto";
import type { Actor, User } from "#core/access/policy.ts";
import { err, ok, type Result } from "#core/result.ts";
import type { AssignInput, MoveInput, NoteInput, ReplyInput } from "#core/triage/acts.schema.ts";
import { isWithUs, mayMove, mayReply, STATE_WORDS } from "#core/triage/states.ts";
import { authorize, type AccessRefusal } from "../auth/authorize.ts";
import { database } from "../db/database.ts";
import { recordAct } from "../repositories/audit.ts";
import {
  changeIfUnchanged,
  createNote,
  createReply,
  findAtHand,
  recordHappening,
  touchSituation,
  type SituationAtHand,
  type SituationChange,
} from "../repositories/situation-changes.ts";
import { isColleague } from "../repositories/situation-details.ts";
import type { SituationEventKind } from "#core/triage/situation-events.ts";
import { inTransaction, type Transaction } from "../repositories/transaction.ts";
import { eraseSituation } from "./erase-situation.ts";
import { orderDeliveries } from "./order-deliveries.ts";
import { isId } from "./read-situations.ts";

export type NotDone =
  | AccessRefusal
  | { readonly kind: "not-found" | "conflict" | "unavailable" }
  | { readonly kind: "invalid"; readonly detail: string };
export type Done = Result<undefined, NotDone>;

/** What somebody does with a situation: what changes, what is told of it, and what follows. */
export interface Act {
  readonly change: SituationChange;
  readonly kind: SituationEventKind;
  /** As the audit trail calls it. */
  readonly action: string;
  readonly details?: Readonly<Record<string, string | number | boolean | null>>;
  readonly also?: () => Promise<void>;
}

/** A refusal after the transaction began: it is rolled back with it. */
class NotToBeDone extends Error {
  readonly refusal: NotDone;
  constructor(refusal: NotDone) {
    super(refusal.kind);
    this.refusal = refusal;
  }
}

export function refuse(refusal: NotDone): never {
  throw new NotToBeDone(refusal);
}

/** Runs what staff do in one transaction: all of it happens, or nothing does. */
export async function asStaff(
  actor: Actor,
  work: (transaction: Transaction, user: User) => Promise<void>,
): Promise<Done> {
  const user = authorize(actor, "situation.triage");
  if (!user.ok) return user;
  try {
    const done = await inTransaction(database(), (transaction) => work(transaction, user.value));
    return done.ok ? ok(undefined) : err({ kind: "unavailable" });
  } catch (thrown) {
    if (thrown instanceof NotToBeDone) return err(thrown.refusal);
    throw thrown;
  }
}

/** The situation somebody acts on, if it is still as they saw it. */
export async function takeUp(
  transaction: Transaction,
  { id, revision }: { readonly id: string; readonly revision: number },
): Promise<SituationAtHand> {
  const found = isId(id) ? await findAtHand(transaction, id) : undefined;
  if (found === undefined) refuse({ kind: "not-found" });
  if (found.revision !== revision) refuse({ kind: "conflict" });
  return found;
}

/** Changes what was taken up, and tells the visitor's story and the audit trail of it. */
export async function carryOut(
  transaction: Transaction,
  user: User,
  situation: SituationAtHand,
  { change, kind, action, details, also }: Act,
): Promise<void> {
  if (!(await changeIfUnchanged(transaction, situation, change))) refuse({ kind: "conflict" });
  await also?.();
  await recordHappening(transaction, { situationId: situation.id, kind, actorId: user.id });
  await recordAct(transaction, {
    ...{ actorId: user.id, action, subjectKind: "situation", subjectId: situation.id },
    ...(details && { details }),
  });
}

/** Moves a situation to another state. */
export function moveSituation(actor: Actor, { id, revision, to }: MoveInput): Promise<Done> {
  return asStaff(actor, async (transaction, user) => {
    const situation = await takeUp(transaction, { id, revision });
    const from = situation.state;
    if (situation.mergedIntoId !== null) refuse(MERGED);
    // An owner erases with a service of its own, which really does.
    if (!mayMove(from, to, "staff")) refuse(noWay(`${STATE_WORDS[from]} to ${STATE_WORDS[to]}`));
    await carryOut(transaction, user, situation, {
      change: { state: to },
      kind: `moved-to-${to}`,
      action: "situation.moved",
      details: { from, to },
    });
  });
}

/** Gives a situation to somebody, or with null to nobody. */
export function assignSituation(actor: Actor, { id, revision, assigneeId }: AssignInput): Promise<Done> {
  return asStaff(actor, async (transaction, user) => {
    const situation = await takeUp(transaction, { id, revision });
    if (!isWithUs(situation.state)) refuse(TAKEN_BACK);
    if (assigneeId !== null && !(await isColleague(transaction, assigneeId)))
      refuse({ kind: "invalid", detail: "Nobody of this name works on situations." });
    await carryOut(transaction, user, situation, {
      change: { assigneeId },
      kind: assigneeId === null ? "unassigned" : "assigned",
      action: "situation.assigned",
      details: { to: assigneeId },
    });
  });
}

/**
 * Adds a note of staff. Two notes written at once contradict nothing: they are not guarded by the revision and do not
 * count as a change, so nobody's words are refused because of somebody else's.
 */
export function noteSituation(actor: Actor, { id, text }: NoteInput): Promise<Done> {
  return asStaff(actor, async (transaction, user) => {
    const found = isId(id) ? await findAtHand(transaction, id) : undefined;
    if (found === undefined) refuse({ kind: "not-found" });
    if (!(await touchSituation(transaction, id))) refuse(TAKEN_BACK);
    const noteId = randomUUID();
    await createNote(transaction, { id: noteId, situationId: id, authorId: user.id, text });
    await recordHappening(transaction, { situationId: id, kind: "noted", actorId: user.id });
    await recordAct(transaction, {
      ...{ actorId: user.id, action: "situation.noted", subjectKind: "situation", subjectId: id },
      details: { note: noteId },
    });
  });
}

/** Writes to the visitor. The mail leaves when, and only when, the reply is stored. */
export function replyToSituation(actor: Actor, { id, revision, text }: ReplyInput): Promise<Done> {
  return asStaff(actor, async (transaction, user) => {
    const situation = await takeUp(transaction, { id, revision });
    if (situation.mergedIntoId !== null) refuse(MERGED);
    if (!mayReply(situation.state)) refuse(TAKEN_BACK);
    if (situation.email === null) refuse(NO_ADDRESS);
    const messageId = randomUUID();
    await carryOut(transaction, user, situation, {
      change: { state: "answered" },
      kind: "replied",
      action: "situation.replied",
      details: { from: situation.state, message: messageId },
      also: async () => {
        await createReply(transaction, { id: messageId, situationId: id, authorId: user.id, text });
        await orderDeliveries(transaction, [{ kind: "replyMail", situationId: id, subjectId: messageId }]);
      },
    });
  });
}

/** Erases a situation, whatever was done with it meanwhile: what somebody wants gone does not wait for a revision. */
export async function eraseForGood(actor: Actor, { id }: { readonly id: string }): Promise<Done> {
  const user = authorize(actor, "situation.erase");
  if (!user.ok) return user;
  if (!isId(id)) return err({ kind: "not-found" });
  const erased = await eraseSituation(id, { actorId: user.value.id });
  return erased.ok ? ok(undefined) : err(erased.error);
}

const TAKEN_BACK: NotDone = {
  kind: "invalid",
  detail: "The visitor took this situation back. Nothing is added to it any more.",
};
const NO_ADDRESS: NotDone = {
  kind: "invalid",
  detail: "There is no e-mail address: whoever sent this asked for no answer by mail.",
};
const MERGED: NotDone = {
  kind: "invalid",
  detail: "This was merged into another situation. Work on that one, or take the merge back.",
};

function noWay(way: string): NotDone {
  return { kind: "invalid", detail: `A situation does not go from ${way}.` };
}
