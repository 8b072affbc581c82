import type { Facts } from "../architecture/architecture.schema.ts";
import type { LadderPlace } from "../architecture/rung.ts";
import type { FactAddress, Pair, Subject } from "../architecture/subject.ts";
import type { MechanismKey, Zone } from "../architecture/vocabulary.ts";

/** A fix that covered a documented failure and inherited the agreement it rested on (domain.md). */
export interface ProxyFix {
  /** Of the entry in `history`. */
  readonly id: string;
  readonly date: string;
  readonly text: string;
  readonly covered: string;
  readonly leftOpen: string;
  /** The agreement it rests on, unstated as before, in one sentence. */
  readonly inherited: string;
}

export interface ProxyFixes {
  /** In the order of `history`. */
  readonly fixes: readonly ProxyFix[];
  /** Two or more: accumulating proxy fixes. */
  readonly isAccumulating: boolean;
}

/** One summand of a candidate's log-odds, with the sentence that justifies it. The summands add up to `logOdds`. */
export interface Contribution {
  readonly source: "base" | "structure" | "fact" | "agreement" | "history" | "fit";
  /** Natural log-odds; positive speaks for a seam. */
  readonly weight: number;
  readonly because: string;
  /** The elements of the sketch it rests on. Empty for the base rate and for signals, which know no place. */
  readonly elements: readonly Subject[];
  readonly fact?: keyof Facts;
}

/** A pair of components suspected to rest on an agreement that nobody stated. */
export interface Candidate {
  readonly between: Pair;
  /** Null where a person marked a seam that no mechanism explains. */
  readonly mechanism: MechanismKey | null;
  readonly zone: Zone | null;
  /** Mechanism name in plain words, for people. */
  readonly title: string;
  readonly probability: number;
  readonly logOdds: number;
  readonly contributions: readonly Contribution[];
  /** Every element of the sketch that made the engine think so; light these up. */
  readonly elements: readonly Subject[];
  readonly ladder: LadderPlace;
  /** The agreement as one checkable sentence in the words of the sketch. */
  readonly invariant: string;
  readonly contradiction: string;
  readonly absentLayer: string;
  /** Structural moves, to be tried on a copy by their key (try-move.ts). */
  readonly moves: readonly { readonly key: string; readonly text: string }[];
  readonly migration: string;
  /** Fixes already made here, each of which rests on the agreement that this candidate is about. */
  readonly proxyFixes: ProxyFixes;
}

export interface PossibleAnswer {
  readonly value: string | boolean | readonly string[];
  readonly label: string;
  /** What this answer would mean, as one sentence. */
  readonly meaning: string;
}

/** One question about one named element. `text` names the elements in the words of the sketch. */
export type Question = FactAddress & {
  readonly text: string;
  readonly why: string;
  /** Possible answers; "unknown" ("Nobody knows") is always the last. */
  readonly answers: readonly PossibleAnswer[];
  /** Several of `answers` may be chosen together (a list fact). */
  readonly multiple: boolean;
  /** Expected reduction of uncertainty in bits, each candidate counting as much as it is likely. */
  readonly information: number;
  /** The candidates it would settle, most affected first. */
  readonly candidates: readonly { readonly between: Pair; readonly mechanism: MechanismKey | null }[];
};

/** A question, open or set aside, of which one answer alone would make a seam of a candidate. */
export interface VerdictChange {
  readonly question: Question;
  readonly isSetAside: boolean;
  /** Each of the answers would do it; the one that weighs most comes first. */
  readonly answers: readonly Omit<PossibleAnswer, "meaning">[];
  /** The candidate, and how probable it would be after the first of the answers. */
  readonly between: Pair;
  readonly mechanism: MechanismKey | null;
  readonly title: string;
  readonly probability: number;
}

export type Verdict = "seams-found" | "nothing-found" | "too-little-known";

export interface Diagnosis {
  readonly verdict: Verdict;
  /** The few answers that would change a verdict other than "seams-found". */
  readonly wouldChange: readonly VerdictChange[];
  /** Most probable first. */
  readonly candidates: readonly Candidate[];
  /** The question expected to settle most, or null when nothing would change the findings. */
  readonly next: Question | null;
  /**
   * Further questions about the same element, each as worth asking by itself, most informative first: whoever answers
   * the next one may answer them in one go.
   */
  readonly together: readonly Question[];
  /** Candidates that somebody dismissed, most probable first, as sure as they would be among the others. */
  readonly dismissed: readonly Candidate[];
}
