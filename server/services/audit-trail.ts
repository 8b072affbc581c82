import type { Actor } from "#core/access/policy.ts";
import { ok, type Result } from "#core/result.ts";
import type { AuditPage, ChainBreak, ChainVerdict } from "#core/triage/audit-view.ts";
import { HEAD } from "#core/triage/audit-view.ts";
import type { AuditQuery, VerifyInput } from "#core/triage/audit.schema.ts";
import { authorize, type AccessRefusal } from "../auth/authorize.ts";
import { database } from "../db/database.ts";
import { FIRST_PREVIOUS, hashEntry } from "../repositories/audit.ts";
import { listChain, listTrail, type StoredEntry } from "../repositories/audit-trail.ts";

const PAGE = 100;
const STEP = 500;

/** One page of the trail, newest first. */
export async function readTrail(
  actor: Actor,
  { subject, actor: actorId, action, before }: AuditQuery,
): Promise<Result<AuditPage, AccessRefusal>> {
  const user = authorize(actor, "audit.read");
  if (!user.ok) return user;
  const query = {
    ...(subject !== "" && { subject }),
    ...(actorId !== "" && { actorId }),
    ...(action !== "" && { action }),
    ...(before !== undefined && { before: BigInt(before) }),
  };
  const found = await listTrail(database(), query, PAGE + 1);
  const rows = found.slice(0, PAGE);
  return ok({ rows, next: found.length > PAGE ? (rows.at(-1)?.seq ?? null) : null });
}

/**
 * Walks the whole chain and makes every hash anew. Says the first entry that is not what it was, or does not follow the one
 * before it; and where `known` is a head that was noted earlier, whether it is still in the chain.
 */
export async function verifyChain(
  actor: Actor,
  { known }: VerifyInput,
): Promise<Result<ChainVerdict, AccessRefusal>> {
  const user = authorize(actor, "audit.read");
  if (!user.ok) return user;
  const noted = HEAD.exec(known ?? "");
  let last = { seq: 0n, hash: FIRST_PREVIOUS as Uint8Array };
  let entries = 0;
  let isKnown = noted === null;
  for await (const entry of walkChain()) {
    const why = breakAt(entry, last);
    if (why !== undefined) return ok({ kind: "broken", entries, seq: entry.seq.toString(), why });
    entries += 1;
    last = entry;
    isKnown ||= noted?.[1] === entry.seq.toString() && noted[2] === hex(entry.hash);
  }
  return isKnown
    ? ok({ kind: "whole", entries, head: `${last.seq}:${hex(last.hash)}` })
    : ok({ kind: "broken", entries, seq: noted?.[1] ?? "", why: "cut" });
}

/** Every entry as a line of JSON, oldest first, with all that is needed to walk the chain elsewhere. */
export function trailLines(actor: Actor): Result<AsyncIterable<string>, AccessRefusal> {
  const user = authorize(actor, "audit.read");
  return user.ok ? ok(lines()) : user;
}

async function* lines(): AsyncGenerator<string> {
  for await (const { seq, at, previous, hash, ...said } of walkChain()) {
    const { actorId, action, subjectKind, subjectId, details } = said;
    const line = {
      seq: seq.toString(),
      at: at.toISOString(),
      actorId,
      action,
      subjectKind,
      subjectId,
      details,
    };
    yield `${JSON.stringify({ ...line, previous: hex(previous), hash: hex(hash) })}\n`;
  }
}

async function* walkChain(): AsyncGenerator<StoredEntry> {
  let seq = -1n;
  for (;;) {
    const step = await listChain(database(), seq, STEP);
    yield* step;
    const last = step.at(-1);
    if (last === undefined) return;
    seq = last.seq;
  }
}

function breakAt(
  entry: StoredEntry,
  last: { readonly seq: bigint; readonly hash: Uint8Array },
): ChainBreak | undefined {
  if (hex(hashEntry(entry)) !== hex(entry.hash)) return "changed";
  return entry.seq === last.seq + 1n && hex(entry.previous) === hex(last.hash) ? undefined : "detached";
}

function hex(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString("hex");
}
