import type { Architecture } from "../architecture/architecture.schema.ts";
import type { Signal } from "../fit/signals.ts";
import type { SituationState } from "./states.ts";

/** Somebody with an account, as far as others of the console see them. */
export interface Colleague {
  readonly id: string;
  readonly name: string;
}

/** A situation in the list of the inbox. Times are ISO 8601. */
export interface SituationRow {
  readonly id: string;
  readonly reference: string;
  /** The beginning of what keeps failing; empty when it was erased. */
  readonly opening: string;
  readonly system: string;
  readonly name: string;
  readonly state: SituationState;
  readonly isVerified: boolean;
  readonly wantsAnswer: boolean;
  readonly hasSketch: boolean;
  readonly assignee: Colleague | null;
  /** The number of changes so far; an act names the one it was decided on. */
  readonly revision: number;
  readonly receivedAt: string;
  readonly touchedAt: string;
  readonly notes: number;
  /** The last word is the visitor's. */
  readonly wroteAgain: boolean;
  readonly isMerged: boolean;
}

export type StateCounts = Readonly<Record<SituationState, number>>;

/** One page of the inbox. */
export interface SituationList {
  readonly rows: readonly SituationRow[];
  /** The cursor of the page after this one. */
  readonly next: string | null;
  /** How many there are in each state, with all filters but the state. */
  readonly counts: StateCounts;
  /** Of those that were answered or closed: how many wait again, because the visitor wrote once more. */
  readonly wroteAgain: number;
}

/** `by` is null for the visitor, for the product, and for whoever has no account any more. */
export interface SituationHappening {
  readonly id: string;
  readonly kind: string;
  readonly by: Colleague | null;
  readonly at: string;
}

export interface SituationNote {
  readonly id: string;
  readonly by: Colleague | null;
  readonly text: string;
  readonly at: string;
}

export interface SituationMessage extends SituationNote {
  readonly isFromVisitor: boolean;
}

export interface SituationLink {
  readonly id: string;
  readonly reference: string;
}

/** A document of the workbench in which a situation is diagnosed. */
export interface SituationDiagnosis {
  readonly id: string;
  /** In whose account it is. */
  readonly by: Colleague;
  /** Whether whoever looks may open it: it is theirs, or a team's they are in. */
  readonly isOpenable: boolean;
}

/** All that staff see of a situation. Every text is the visitor's and is text, nothing else. */
export interface SituationDetail extends SituationRow {
  readonly failing: string;
  readonly works: string;
  readonly tried: string;
  readonly relied: string;
  readonly known: string;
  readonly unanswered: string;
  readonly signals: readonly Signal[];
  readonly email: string | null;
  readonly phone: string | null;
  readonly sketch: Architecture | null;
  readonly mergedInto: SituationLink | null;
  readonly merged: readonly SituationLink[];
  /** The engagement it is in, where whoever looks sees that one. */
  readonly engagement: { readonly id: string; readonly client: string } | null;
  /** Whether it is in an engagement that whoever looks does not see. */
  readonly isFiledElsewhere: boolean;
  /** The newest first. */
  readonly diagnoses: readonly SituationDiagnosis[];
  /** Oldest first, as all that happened. */
  readonly events: readonly SituationHappening[];
  readonly noted: readonly SituationNote[];
  readonly messages: readonly SituationMessage[];
}
