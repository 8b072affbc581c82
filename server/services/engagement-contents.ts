import type { FiledDocument, FiledSituation } from "#core/engagements/engagement.schema.ts";
import type { User } from "#core/access/policy.ts";
import { err, ok } from "#core/result.ts";
import { isWithUs } from "#core/triage/states.ts";
import { recordAct } from "../repositories/audit.ts";
import { lockDocument, type OpenDocument } from "../repositories/documents.ts";
import { fileDocumentRow, lockEngagement, seesEngagement, whereFiled } from "../repositories/engagements.ts";
import type { Transaction } from "../repositories/transaction.ts";
import { asStaff, carryOut, refuse, takeUp, type Done, type NotDone } from "./change-situation.ts";
import { decide, FORBIDDEN, NOT_FOUND, type Answer } from "./decide-engagement.ts";

/**
 * Puts a document into an engagement, or into none. That changes nothing about who may open it. Whoever may open it may do
 * that; out of an engagement that they do not see, only its owner and the lead of its team take it.
 */
export function fileDocument(user: User, { id, engagementId, from: seen }: FiledDocument): Answer<void> {
  return decide(user, async (transaction) => {
    // The engagement first, as whoever deletes one locks it before what is in it.
    if (engagementId !== null && !(await hold(transaction, user, engagementId))) return NOT_FOUND;
    const document = await lockDocument(transaction, user.id, id);
    if (document === undefined) return NOT_FOUND;
    if (document.deletedAt !== null) return err({ kind: "binned" });
    const from = (await whereFiled(transaction, "document", id)) ?? null;
    if (from === engagementId) return ok(undefined);
    if (seen !== undefined && seen !== from) return err({ kind: "conflict" });
    if (!(await mayTakeOut(transaction, user, document, from))) return FORBIDDEN;
    await fileDocumentRow(transaction, id, engagementId);
    await recordAct(transaction, {
      ...{ actorId: user.id, action: "document.filed", subjectKind: "document", subjectId: id },
      details: { from, to: engagementId },
    });
    return ok(undefined);
  });
}

async function mayTakeOut(
  transaction: Transaction,
  user: User,
  { isOwner, isLead }: OpenDocument,
  from: string | null,
): Promise<boolean> {
  return from === null || isOwner || isLead || (await seesEngagement(transaction, user.id, from));
}

async function hold(transaction: Transaction, user: User, engagementId: string): Promise<boolean> {
  return (await lockEngagement(transaction, user.id, engagementId, "hold")) !== undefined;
}

/** The same for a situation, which is all staff's: out of an engagement, those take it who see the engagement. */
export function fileSituation(user: User, { id, revision, engagementId }: FiledSituation): Promise<Done> {
  return asStaff(user, async (transaction, actor) => {
    if (engagementId !== null && !(await hold(transaction, actor, engagementId)))
      refuse({ kind: "not-found" });
    const situation = await takeUp(transaction, { id, revision });
    if (!isWithUs(situation.state)) refuse(TAKEN_BACK);
    const from = (await whereFiled(transaction, "situation", id)) ?? null;
    if (from !== null && !(await seesEngagement(transaction, actor.id, from))) refuse(OF_OTHERS);
    await carryOut(transaction, actor, situation, {
      change: { engagementId },
      kind: engagementId === null ? "unfiled" : "filed",
      action: "situation.filed",
      details: { from, to: engagementId },
    });
  });
}

const TAKEN_BACK: NotDone = {
  kind: "invalid",
  detail: "The visitor took this situation back. Nothing is added to it any more.",
};
const OF_OTHERS: NotDone = {
  kind: "invalid",
  detail: "It is in an engagement that you do not see. Whoever has it there takes it out.",
};
