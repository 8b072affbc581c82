import type { AccountDocuments } from "#core/access/account-documents.ts";
import { newDocumentId } from "../new-id.ts";
import { openSession, type OpenSession } from "../storage/open-session.ts";
import { filledFrom } from "../storage/replica.ts";
import type { AccountLink, SessionRecord } from "../storage/session-database.ts";
import type { SessionShelf } from "../storage/session-shelf.ts";
import {
  binInAccount,
  deleteInAccount,
  fileInAccount,
  listAccount,
  loadState,
  putDocument,
  restoreInAccount,
  sendUpdate,
  type Failure,
} from "./account-api.ts";
import { createExchange } from "./exchange.ts";
import { followDocument, type Followed, type Following } from "./follow-document.ts";

export interface AccountState {
  /** What the account says it keeps; null until it has said so, and after it said that nobody is signed in. */
  readonly list: AccountDocuments | null;
  /** Why it could not be asked last. */
  readonly failure: Failure | null;
  /** How the sketch on the table stands with the account; null where it is none of it. */
  readonly following: Following | null;
}

/** The documents of whoever is signed in, and the copies of them in this browser. */
export interface Account {
  readonly state: () => AccountState;
  readonly subscribe: (listener: () => void) => () => void;
  readonly refresh: () => Promise<void>;
  /** Asks again at once for the sketch on the table. */
  readonly meet: () => void;
  /** Keeps a sketch of this browser in the account as well. */
  readonly takeIn: (id: string) => Promise<void>;
  /** Puts a document on the table; it is kept in this browser from then on. */
  readonly open: (documentId: string) => Promise<void>;
  readonly bin: (documentId: string) => Promise<void>;
  readonly restore: (documentId: string) => Promise<void>;
  readonly deleteForGood: (documentId: string) => Promise<void>;
  /** Puts a document into an engagement, or with null into none. */
  readonly file: (documentId: string, engagementId: string | null) => Promise<void>;
  /** Makes the sketch on the table one of this browser alone. */
  readonly keepHereOnly: () => Promise<void>;
  readonly stop: () => void;
}

export function createAccount(shelf: SessionShelf): Account {
  const listeners = new Set<() => void>();
  let state: AccountState = { list: null, failure: null, following: null };
  const show = (next: Partial<AccountState>) => {
    state = { ...state, ...next };
    listeners.forEach((listener) => listener());
  };
  const person = () => state.list?.person.id;
  const table = followTable(
    shelf,
    () => state.list,
    (following) => show({ following }),
  );
  const refresh = async () => {
    const answer = await listAccount();
    if (answer.ok) show({ list: answer.value, failure: null });
    else show({ failure: answer.error, ...(answer.error.kind === "signed-out" && { list: null }) });
    table.follow();
    keepDiagnosis();
    if (answer.ok) await sendPending(shelf, answer.value.person.id);
  };
  const change: Change = async (ask) => {
    const answer = await ask;
    await refresh();
    table.meet();
    if (!answer.ok && answer.error) throw new Error(sentenceOf(answer.error));
  };
  const keepDiagnosis = createKeepDiagnosis(shelf, person, refresh);
  const forget = shelf.subscribe(() => {
    table.follow();
    keepDiagnosis();
  });
  return {
    state: () => state,
    subscribe: (listener) => listen(listeners, listener),
    refresh,
    meet: table.meet,
    takeIn: async (id) => {
      const userId = person();
      if (userId === undefined) return;
      await use(shelf, id, (session) => takeIn(session, userId));
      await refresh();
      await shelf.refresh();
    },
    open: async (documentId) => {
      if (state.list === null) await refresh();
      await openDocument(shelf, state, documentId);
    },
    ...fates(change),
    keepHereOnly: async () => {
      await shelf.state().open?.link(undefined);
      table.follow();
    },
    stop: () => {
      forget();
      table.stop();
    },
  };
}

type Change = (ask: Promise<{ readonly ok: boolean; readonly error?: Failure }>) => Promise<void>;

function fates(change: Change): Pick<Account, "bin" | "restore" | "deleteForGood" | "file"> {
  return {
    bin: (id) => change(binInAccount(id)),
    restore: (id) => change(restoreInAccount(id)),
    deleteForGood: (id) => change(deleteInAccount(id)),
    file: (id, engagementId) => change(fileInAccount(id, engagementId)),
  };
}

function listen(listeners: Set<() => void>, listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** The diagnosis of a situation is work of everybody here: it goes into the account without being asked for, once. */
function createKeepDiagnosis(
  shelf: SessionShelf,
  person: () => string | undefined,
  refresh: () => Promise<void>,
): () => void {
  const tried = new Set<string>();
  return () => {
    const { open } = shelf.state();
    const userId = person();
    if (open === null || userId === undefined || tried.has(open.id)) return;
    const { situationId, account } = open.record();
    if (situationId === undefined || account !== undefined) return;
    tried.add(open.id);
    // Where it does not work, the note of the sketch still offers it.
    void takeIn(open, userId)
      .then(refresh)
      .catch(() => undefined);
  };
}

type Fate = "there" | "binned" | "gone";

/** The document of the account that lies on the table, and what became of it as far as the account has said. */
function standing(shelf: SessionShelf, list: AccountDocuments | null) {
  const { open } = shelf.state();
  const account = open?.record().account;
  if (open?.isWhole !== true || list === null || account?.userId !== list.person.id) return null;
  const document = list.documents.find(({ id }) => id === account.documentId);
  const fate: Fate = document === undefined ? "gone" : document.deletedAt === null ? "there" : "binned";
  return { open, account, fate };
}

/** Follows whatever lies on the table, if the account has it. */
function followTable(
  shelf: SessionShelf,
  list: () => AccountDocuments | null,
  onFollowing: (following: Following | null) => void,
) {
  let followed: { readonly session: OpenSession; readonly fate: Fate } | null = null;
  let document: Followed | null = null;
  const stop = () => {
    document?.stop();
    [followed, document] = [null, null];
  };
  const follow = () => {
    const found = standing(shelf, list());
    if (found?.open === followed?.session && found?.fate === followed?.fate) return;
    stop();
    if (found === null) {
      onFollowing(null);
      return;
    }
    followed = { session: found.open, fate: found.fate };
    if (found.fate === "there") document = followOpen(found.open, found.account, onFollowing);
    onFollowing({ kind: found.fate === "there" ? "sending" : found.fate });
  };
  return { follow, stop, meet: () => document?.meet() };
}

function followOpen(
  open: OpenSession,
  { documentId }: AccountLink,
  onFollowing: (following: Following) => void,
): Followed {
  const ways = {
    replica: open.replica,
    load: (since: Uint8Array) => loadState(documentId, since),
    send: (update: Uint8Array) => sendUpdate(documentId, update),
  };
  return followDocument(ways, (following) => {
    const { account } = open.record();
    if (following.kind === "kept" && account?.isPending === true)
      void open.link({ ...account, isPending: false }).catch(() => undefined);
    onFollowing(following);
  });
}

async function use(shelf: SessionShelf, id: string, run: (session: OpenSession) => Promise<void>) {
  const { open, records } = shelf.state();
  if (open?.id === id) return run(open);
  const record = records.find((one) => one.id === id);
  if (record === undefined) return;
  const session = await openSession(record);
  try {
    await run(session);
  } finally {
    await session.close();
  }
}

/** The id under which a sketch of before was last sent, so that trying again keeps it once. */
const triedIds = new Map<string, string>();
const UUID = /^[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}$/;

async function takeIn(session: OpenSession, userId: string): Promise<void> {
  if (!session.isWhole) throw new Error("It could not be read whole, so it is not taken into your account.");
  const { id } = session;
  const documentId = UUID.test(id) ? id : (triedIds.get(id) ?? newDocumentId());
  triedIds.set(id, documentId);
  const put = await putDocument(documentId, session.replica.whole(), session.record().situationId);
  if (!put.ok)
    throw new Error(`“${session.record().title}” is not in your account: ${sentenceOf(put.error)}`);
  await session.link({ documentId, userId, isPending: false });
}

async function openDocument(
  shelf: SessionShelf,
  { list, failure }: AccountState,
  documentId: string,
): Promise<void> {
  const here = shelf.state().records.find((record) => record.account?.documentId === documentId);
  if (here !== undefined) return shelf.open(here.id);
  if (list === null) throw new Error(sentenceOf(failure ?? { kind: "signed-out" }));
  const title = list.documents.find(({ id }) => id === documentId)?.title ?? "";
  const link: AccountLink = { documentId, userId: list.person.id, isPending: false };
  await shelf.openLinked(link, title, async () => {
    const answer = await loadState(documentId);
    if (!answer.ok) throw new Error(sentenceOf(answer.error));
    return filledFrom(answer.value);
  });
}

/** Sends what was done to sketches that are off the table, as without a network. */
async function sendPending(shelf: SessionShelf, userId: string): Promise<void> {
  const { open, records } = shelf.state();
  const isWaiting = ({ id, account }: SessionRecord) =>
    id !== open?.id && account?.userId === userId && account.isPending;
  for (const record of records.filter(isWaiting)) await sendOne(record).catch(() => undefined);
}

async function sendOne(record: SessionRecord): Promise<void> {
  const { account } = record;
  if (account === undefined) return;
  const { documentId } = account;
  const session = await openSession(record);
  const exchange = createExchange({
    replica: session.replica,
    load: (since) => loadState(documentId, since),
    send: (update) => sendUpdate(documentId, update),
  });
  try {
    if ((await exchange.run()).ok) await session.link({ ...account, isPending: false });
  } finally {
    await session.close();
  }
}

/** Why the account did not do as it was asked, to be read after what was wanted. */
export function sentenceOf(failure: Failure): string {
  switch (failure.kind) {
    case "away":
      return `${failure.why}.`;
    case "refused":
      return failure.why;
    case "signed-out":
      return "you are signed out.";
    case "gone":
      return "there is no such sketch in your account.";
    case "binned":
      return "it is in the bin.";
    case "damaged":
      return "what your account keeps of it is damaged. It is locked until it is repaired.";
  }
}
