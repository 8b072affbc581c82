import { MOST_DOCUMENTS, type AccountDocuments } from "#core/access/account-documents.ts";
import { may, type User } from "#core/access/policy.ts";
import { err, ok, type Result } from "#core/result.ts";
import { asName } from "#core/document/person-text.ts";
import { checkUpdate, DOCUMENT_LIMITS, type Update } from "#live/check-update.ts";
import { renamed, replay, stateSince } from "#live/document-log.ts";
import { authorize } from "../auth/authorize.ts";
import { database } from "../db/database.ts";
import type { ApiRefusal } from "../http/api.ts";
import { readLog } from "../repositories/document-log.ts";
import {
  countDocuments,
  createDocumentRow,
  isTaken,
  listDocumentRows,
  listTeamsOf,
  lockDocument,
  situationExists,
  type OpenDocument,
} from "../repositories/documents.ts";
import { listOpenEngagements } from "../repositories/engagements.ts";
import { untilAway, type Transaction } from "../repositories/transaction.ts";
import { log } from "../telemetry/log.ts";
import { decide, type Answer } from "./decide-document.ts";
import { append, COMPACT_AFTER, compactDocument, refuseUpdate } from "./document-log.ts";

/** An acknowledgement: what was sent is committed, and `seq` is its number or a later one. */
export interface Acknowledged {
  readonly seq: number;
}

const NOT_FOUND = err<ApiRefusal>({ kind: "not-found" });
export interface NewDocument {
  /** Chosen by whoever made it: the document may be older than the account. */
  readonly id: string;
  readonly state: Uint8Array;
  readonly situationId?: string | undefined;
}

/**
 * Keeps a document in the account of `user`. A second time, or of a document of theirs that is there, it adds what is new
 * in the state; an id that is somebody else's is not found.
 */
export async function createDocument(
  user: User,
  { id, state, situationId }: NewDocument,
): Answer<Acknowledged> {
  if (situationId !== undefined && !may(user, "situation.triage")) return err({ kind: "forbidden" });
  const checked = look(state, DOCUMENT_LIMITS.document);
  if (!checked.ok) return checked;
  return decide(user, async (transaction) => {
    const known = await lockDocument(transaction, user.id, id);
    if (known !== undefined) return add(transaction, user, known, checked.value);
    if (await isTaken(transaction, id)) return NOT_FOUND;
    if (situationId !== undefined && !(await situationExists(transaction, situationId))) return NOT_FOUND;
    if ((await countDocuments(transaction, user.id)) >= MOST_DOCUMENTS)
      return err({ kind: "invalid", detail: `An account keeps ${MOST_DOCUMENTS} sketches at most.` });
    const row = { id, ownerId: user.id, situationId: situationId ?? null, title: "" };
    await createDocumentRow(transaction, row);
    const added = await append(transaction, { id, seq: 0, userId: user.id, update: checked.value });
    // The row goes with it: nothing is left of what was refused.
    if (!added.ok) throw new Refused(refuseUpdate(added.error));
    return ok({ seq: added.value.seq });
  }).catch(asRefusal);
}

/** Takes back what a transaction has written so far. */
class Refused extends Error {
  readonly refusal: ApiRefusal;
  constructor(refusal: ApiRefusal) {
    super(refusal.kind);
    this.refusal = refusal;
  }
}

function asRefusal(error: unknown): Result<never, ApiRefusal> {
  if (error instanceof Refused) return err(error.refusal);
  throw error;
}

/** What it says, before anything of it is applied. */
function look(bytes: Uint8Array, most: number): Result<Update, ApiRefusal> {
  const checked = checkUpdate(bytes, most);
  return checked.ok ? checked : err(refuseUpdate(checked.error));
}

export interface SentUpdate {
  readonly id: string;
  readonly update: Uint8Array;
  /** DOCUMENT_LIMITS.update, or `merge` for what was done offline. */
  readonly most: number;
}

/** Adds an update to a document. Answers when it is committed, and not before. */
export async function appendUpdate(user: User, { id, update, most }: SentUpdate): Answer<Acknowledged> {
  const checked = look(update, most);
  if (!checked.ok) return checked;
  return change(user, id, (transaction, document) => add(transaction, user, document, checked.value));
}

/** Runs with the document locked, if it is one of theirs and not in the bin. */
async function change<T>(
  user: User,
  id: string,
  work: (transaction: Transaction, document: OpenDocument) => Answer<T>,
): Answer<T> {
  return decide(user, async (transaction) => {
    const document = await lockDocument(transaction, user.id, id);
    return document === undefined ? NOT_FOUND : work(transaction, document);
  });
}

async function add(
  transaction: Transaction,
  user: User,
  { id, seq, deletedAt }: OpenDocument,
  update: Update,
): Answer<Acknowledged> {
  if (deletedAt !== null) return err({ kind: "binned" });
  const added = await append(transaction, { id, seq, userId: user.id, update });
  if (!added.ok) return err(refuseUpdate(added.error));
  if (added.value.loose >= COMPACT_AFTER) setImmediate(() => void compactDocument(id));
  return ok({ seq: added.value.seq });
}

/** Gives a document another name, which is a part of what it says, as an update like any other. */
export function renameDocument(
  user: User,
  { id, title }: { id: string; title: string },
): Answer<Acknowledged> {
  return change(user, id, async (transaction, document) => {
    const name = asName(title);
    if (name === "") return err({ kind: "invalid", detail: "A name has at least one letter." });
    const read = await readLog(transaction, id, document.seq);
    if (!read.ok) return err(read.error);
    return add(transaction, user, document, renamed(read.value.updates, name));
  });
}

/**
 * A document as its snapshot and the updates after it say, without what `since`, a state vector, has. A log that is not as it
 * was written is never answered, least of all as an empty document.
 */
export async function loadDocument(
  user: User,
  { id, since }: { readonly id: string; readonly since: Uint8Array | undefined },
): Answer<Update> {
  const read = await decide(user, async (transaction) => {
    const document = await lockDocument(transaction, user.id, id, "read");
    if (document === undefined) return NOT_FOUND;
    if (document.deletedAt !== null) return err({ kind: "binned" });
    return readLog(transaction, id, document.seq);
  });
  if (!read.ok) {
    if (read.error.kind === "damaged") log("document.damaged", { "document.id": id });
    return read;
  }
  const doc = replay(read.value.updates);
  const state = stateSince(doc, since);
  doc.destroy();
  return state === undefined ? err({ kind: "invalid", detail: "`since` is no state vector." }) : ok(state);
}

/** All that is kept for somebody: their own documents and those of their teams, the bin included. */
export async function listDocuments(user: User): Answer<AccountDocuments> {
  const allowed = authorize(user, "document.use");
  if (!allowed.ok) return allowed;
  const listed = await untilAway(async (): Promise<AccountDocuments> => {
    const teams = await listTeamsOf(database(), user.id);
    return {
      person: { id: user.id, name: user.name },
      teams: teams.map(({ id, name }) => ({ id, name })),
      engagements: await listOpenEngagements(database(), user.id),
      documents: await listDocumentRows(database(), user.id, teams),
    };
  });
  return listed.ok ? listed : err({ kind: "unavailable" });
}
