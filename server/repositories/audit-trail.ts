import * as z from "zod";
import type { AuditRow } from "#core/triage/audit-view.ts";
import type { Database } from "../db/database.ts";
import type { AuditEntryWhereInput } from "../db/generated/models/AuditEntry.ts";
import type { ChainedEntry } from "./audit.ts";

const Details = z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()]));

const ENTRY = {
  ...{ seq: true, at: true, actorId: true, action: true, subjectKind: true, subjectId: true },
  ...{ details: true, previous: true, hash: true },
} as const;

export interface StoredEntry extends ChainedEntry {
  readonly hash: Uint8Array;
}

/** At most `limit` entries that come after `seq`, oldest first: a walk over the chain in steps. */
export async function listChain(
  database: Database,
  seq: bigint,
  limit: number,
): Promise<readonly StoredEntry[]> {
  const rows = await database.auditEntry.findMany({
    where: { seq: { gt: seq } },
    orderBy: { seq: "asc" },
    take: limit,
    select: ENTRY,
  });
  return rows.map((row) => ({ ...row, details: asStored(row.details) }));
}

/** As it stands, so that whatever was done to it changes its hash. */
function asStored(details: unknown): StoredEntry["details"] {
  const isObject = typeof details === "object" && details !== null && !Array.isArray(details);
  return isObject ? (details as StoredEntry["details"]) : { "not an object": true };
}

export interface TrailQuery {
  /** The id of what it is about, or its kind. */
  readonly subject?: string;
  readonly actorId?: string;
  /** The beginning of the action's name. */
  readonly action?: string;
  readonly before?: bigint;
}

/** At most `limit` entries of the trail, newest first, with the names of those who still have an account. */
export async function listTrail(
  database: Database,
  { subject, actorId, action, before }: TrailQuery,
  limit: number,
): Promise<readonly AuditRow[]> {
  const where: AuditEntryWhereInput = {
    ...(subject !== undefined && { OR: [{ subjectId: subject }, { subjectKind: subject }] }),
    ...(actorId !== undefined && { actorId }),
    ...(action !== undefined && { action: { startsWith: action } }),
    ...(before !== undefined && { seq: { lt: before } }),
  };
  const rows = await database.auditEntry.findMany({
    where,
    orderBy: { seq: "desc" },
    take: limit,
    select: ENTRY,
  });
  const ids = [...new Set(rows.flatMap((row) => row.actorId ?? []))];
  const people = await database.user.findMany({
    where: { id: { in: ids } },
    select: { id: true, name: true },
  });
  const names = new Map(people.map((person) => [person.id, person]));
  return rows.map(({ seq, at, actorId: by, details, ...row }) => ({
    ...{ action: row.action, subjectKind: row.subjectKind, subjectId: row.subjectId, actorId: by },
    seq: seq.toString(),
    at: at.toISOString(),
    actor: names.get(by ?? "") ?? null,
    details: Details.catch({}).parse(details),
  }));
}
