import type { User } from "#core/access/policy.ts";
import { err, ok, type Result } from "#core/result.ts";
import type { ApiRefusal } from "../http/api.ts";
import { recordAct } from "../repositories/audit.ts";
import {
  deleteDocumentRow,
  isInTeam,
  lockDocument,
  moveToTeam,
  setDeletedAt,
  type OpenDocument,
} from "../repositories/documents.ts";
import type { Transaction } from "../repositories/transaction.ts";
import { decide, type Answer } from "./decide-document.ts";

interface Act {
  readonly action: `document.${string}`;
  readonly details?: Readonly<Record<string, string | null>>;
}
type Work = (
  transaction: Transaction,
  document: OpenDocument,
) => Promise<Result<Act | undefined, ApiRefusal>>;

const NOT_FOUND = err<ApiRefusal>({ kind: "not-found" });

/** What only the owner, or the lead of the team it is in, may do; what was done is in the audit trail with it. */
function act(user: User, id: string, work: Work): Answer<void> {
  return decide(user, async (transaction) => {
    const document = await lockDocument(transaction, user.id, id);
    if (document === undefined) return NOT_FOUND;
    if (!document.isOwner && !document.isLead) return err({ kind: "forbidden" });
    const done = await work(transaction, document);
    if (!done.ok) return done;
    if (done.value !== undefined)
      await recordAct(transaction, {
        actorId: user.id,
        ...done.value,
        subjectKind: "document",
        subjectId: id,
      });
    return ok(undefined);
  });
}

/** Puts a document into the bin, for everybody who has it. A second time it changes nothing. */
export function binDocument(user: User, { id }: { readonly id: string }): Answer<void> {
  return act(user, id, async (transaction, { deletedAt }) => {
    if (deletedAt !== null) return ok(undefined);
    await setDeletedAt(transaction, id, new Date());
    return ok({ action: "document.binned" });
  });
}

export function restoreDocument(user: User, { id }: { readonly id: string }): Answer<void> {
  return act(user, id, async (transaction, { deletedAt }) => {
    if (deletedAt === null) return ok(undefined);
    await setDeletedAt(transaction, id, null);
    return ok({ action: "document.restored" });
  });
}

/** Leaves nothing of a document. Only what is in the bin goes, so that nobody loses work with one click. */
export function deleteDocument(user: User, { id }: { readonly id: string }): Answer<void> {
  return act(user, id, async (transaction, { deletedAt }) => {
    if (deletedAt === null) return err({ kind: "invalid", detail: "Put it into the bin first." });
    await deleteDocumentRow(transaction, id);
    return ok({ action: "document.deleted" });
  });
}

/**
 * Lets a team open and change a document, or no team. Its owner moves it to a team they are in; the lead of the team it is
 * in may only give it back.
 */
export function shareDocument(
  user: User,
  { id, teamId }: { readonly id: string; readonly teamId: string | null },
): Answer<void> {
  return act(user, id, async (transaction, document) => {
    if (document.teamId === teamId) return ok(undefined);
    if (teamId !== null) {
      if (!document.isOwner) return err({ kind: "forbidden" });
      if (!(await isInTeam(transaction, user.id, teamId))) return NOT_FOUND;
    }
    await moveToTeam(transaction, id, teamId);
    return ok({ action: "document.shared", details: { from: document.teamId, to: teamId } });
  });
}
