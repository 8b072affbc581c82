import type { Colleague } from "./situation-view.ts";

/** An entry of the audit trail, as owners read it. */
export interface AuditRow {
  /** Counts from 1, in decimal. */
  readonly seq: string;
  readonly at: string;
  /** Null for the product itself, for visitors, and for whoever has no account any more. */
  readonly actor: Colleague | null;
  readonly actorId: string | null;
  readonly action: string;
  readonly subjectKind: string;
  readonly subjectId: string;
  readonly details: Readonly<Record<string, string | number | boolean | null>>;
}

export interface AuditPage {
  readonly rows: readonly AuditRow[];
  /** The seq before which the next page begins. */
  readonly next: string | null;
}

/** What walking the whole chain came to. The head is what to note elsewhere, so that a cut end is noticed as well. */
export type ChainVerdict =
  | { readonly kind: "whole"; readonly entries: number; readonly head: string }
  | { readonly kind: "broken"; readonly entries: number; readonly seq: string; readonly why: ChainBreak };

export type ChainBreak =
  /** What it says is not what its hash was made of. */
  | "changed"
  /** It does not follow what stands before it: an entry was taken out or put in. */
  | "detached"
  /** The head that was noted is not in the chain: its end was cut off, or all of it was made anew. */
  | "cut";

/** A head as people note it: the seq and the hash of the newest entry. */
export const HEAD = /^(\d{1,18}):([0-9a-f]{64})$/;
