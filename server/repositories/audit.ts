import { createHash } from "node:crypto";
import type { Transaction } from "./transaction.ts";

/** What somebody did. Ids and words of ours only: the trail outlives what it is about, and must not keep any of it. */
export interface AuditedAct {
  /** Null for the product itself, and for a visitor. */
  readonly actorId: string | null;
  /** As in "situation.moved". */
  readonly action: string;
  readonly subjectKind:
    | "situation"
    | "delivery"
    | "document"
    | "engagement"
    | "person"
    | "team"
    | "ticket"
    | "error-report"
    | "product";
  readonly subjectId: string;
  readonly details?: Readonly<Record<string, string | number | boolean | null>>;
}

/** What stands before the first entry. */
export const FIRST_PREVIOUS = new Uint8Array(32);
/** Any number that nothing else locks. */
const AUDIT_LOCK = 4_711_001;

/**
 * Adds to the audit trail within `transaction`. Each entry holds the hash of the one before it, so whatever is changed or
 * taken out later breaks the chain; one writer at a time, from here to the commit, so call it last.
 */
export async function recordAct(transaction: Transaction, act: AuditedAct): Promise<void> {
  await transaction.$executeRaw`SELECT pg_advisory_xact_lock(${AUDIT_LOCK}::bigint)`;
  const last = await transaction.auditEntry.findFirst({
    orderBy: { seq: "desc" },
    select: { seq: true, hash: true },
  });
  const { actorId, action, subjectKind, subjectId, details = {} } = act;
  const entry = {
    seq: (last?.seq ?? 0n) + 1n,
    at: new Date(),
    ...{ actorId, action, subjectKind, subjectId, details },
    previous: last?.hash ?? FIRST_PREVIOUS,
  };
  await transaction.auditEntry.create({
    data: { ...entry, hash: hashEntry(entry) },
    select: { seq: true },
  });
}

export interface ChainedEntry extends Required<Omit<AuditedAct, "subjectKind">> {
  readonly subjectKind: string;
  readonly seq: bigint;
  readonly at: Date;
  readonly previous: Uint8Array;
}

/** SHA-256 over the hash before it and all that the entry says, in one order. */
export function hashEntry(entry: ChainedEntry): Uint8Array<ArrayBuffer> {
  const { seq, at, actorId, action, subjectKind, subjectId, details, previous } = entry;
  const sorted = Object.entries(details).sort(([a], [b]) => (a < b ? -1 : 1));
  const said = [String(seq), at.toISOString(), actorId, action, subjectKind, subjectId, sorted];
  return new Uint8Array(createHash("sha256").update(previous).update(JSON.stringify(said)).digest());
}
