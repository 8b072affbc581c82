import type { FactValue } from "../architecture/architecture.schema.ts";
import type { SketchGraph } from "../architecture/sketch-graph.ts";
import type { Subject } from "../architecture/subject.ts";
import type { FactName, FailureClass, MechanismKey, Zone } from "../architecture/vocabulary.ts";
import type { Edit } from "./edit.ts";

/** A trait of the drawn structure that made a pattern match, readable without knowing the pattern. */
export interface Sign {
  /** Tells signs of one mechanism apart: where a pair matches in several ways, each sign counts once. */
  readonly sign: string;
  readonly weight: number;
  readonly because: string;
  readonly elements: readonly Subject[];
}

/**
 * A place where a mechanism could bite: the two sides that would have to agree, first the one that relies on the
 * other, and the elements that play a part in it. A part may be played by several elements.
 */
export interface Match {
  readonly between: readonly [string, string];
  readonly parts: Readonly<Record<string, readonly Subject[]>>;
  readonly signs: readonly Sign[];
}

/** A weight in natural log-odds (diagnosis/weights.ts) and the sentence that justifies it. */
export type Weighed = readonly [weight: number, because: string];

/**
 * How the answers about one fact weigh. `on` names a part of the match, or the agreement of the pair.
 * Where several elements play the part, the one that weighs most counts: one bad way is enough.
 */
export interface EvidenceRule {
  readonly on: string;
  readonly fact: FactName;
  /** By answer (`valueKey`). What is not listed weighs nothing; "unknown" weighs NOBODY_KNOWS unless listed. */
  readonly answers: Readonly<Record<string, Weighed>>;
  /** For facts whose answers are ids of the sketch: the key under `answers` for a value. */
  readonly classify?: (value: FactValue, match: Match) => string;
  /** The values worth imagining for such a fact, by key under `answers`. */
  readonly imagine?: (match: Match) => Readonly<Record<string, FactValue>>;
}

/** What a finding says, in the words of the sketch. */
export interface Wording {
  readonly invariant: string;
  readonly contradiction: string;
}

/** A change of the architecture that adds the absent layer. Not a fix, and more than a fact that is set. */
export interface Move {
  /** Tells the moves of one mechanism apart. */
  readonly key: string;
  readonly text: string;
  /** The edits that make the move at a match; null or none where it finds nothing there that it could change. */
  readonly apply: (graph: SketchGraph, match: Match) => readonly Edit[] | null;
}

/** A published document that shows the mechanism, and what in it does. */
export interface MechanismSource {
  readonly title: string;
  readonly publisher: string;
  readonly url: string;
  readonly supports: string;
}

/** One side of an agreement check: who is read, and what is taken of it. */
export interface CheckedRead {
  readonly from: string;
  readonly projection: string;
}

/** A declared comparison of what both sides believe (domain.md): the first read stands in the relation to the second. */
export interface AgreementCheck {
  readonly reads: readonly [CheckedRead, CheckedRead];
  readonly relation: "equals" | "is-contained-in" | "is-at-most" | "is-not-before";
  readonly tolerance: { readonly amount: number; readonly unit: string };
  /** Older than this, the result is unknown, never healthy. */
  readonly maximumAgeSeconds: number;
  readonly sentence: string;
}

/** What the engine needs to know of a way in which a seam can fail, to weigh it and to word it. */
export interface Explanation {
  /** Null for a seam that a person marked and no mechanism explains. */
  readonly key: MechanismKey | null;
  readonly zone: Zone | null;
  readonly title: string;
  readonly evidence: readonly EvidenceRule[];
  /** How the facts of the agreement weigh, where that is not as for every other (agreement-evidence.ts). */
  readonly agreementEvidence?: readonly EvidenceRule[];
  readonly word: (match: Match, graph: SketchGraph) => Wording;
  readonly absentLayer: string;
  readonly moves: readonly Move[];
  /** Where the contradiction goes while the layer stays absent. */
  readonly migration: string;
}

/** One structural way in which an unstated invariant turns into a failure. One file each in core/mechanisms. */
export interface Mechanism extends Explanation {
  readonly key: MechanismKey;
  readonly zone: Zone;
  readonly failureClass: FailureClass;
  readonly description: string;
  readonly sources: readonly MechanismSource[];
  readonly agreementCheck: AgreementCheck;
  /** Places that look alike and are none, as they typically come up. */
  readonly falseAlarms: readonly string[];
  /** What may be wrong in the sketch instead of in the system. */
  readonly sketchMayBeWrong: readonly string[];
  /** The structural pattern: at most one match for each pair, found by the graph alone, never by a name. */
  readonly propose: (graph: SketchGraph) => readonly Match[];
}

export const AGREEMENT = "agreement";
