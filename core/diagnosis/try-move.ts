import type { Architecture } from "../architecture/architecture.schema.ts";
import { sketchGraph, type SketchGraph } from "../architecture/sketch-graph.ts";
import { pairKey, type Pair } from "../architecture/subject.ts";
import type { MechanismKey } from "../architecture/vocabulary.ts";
import { changesOf, type Change } from "./changes.ts";
import type { Candidate } from "./diagnosis.ts";
import { applyEdits } from "./edit.ts";
import type { Explanation, Match, Mechanism } from "./mechanism.ts";
import { candidatesIn } from "./open-diagnosis.ts";
import type { DiagnoseOptions } from "./said.ts";
import { UNEXPLAINED } from "./unexplained.ts";

/** A candidate whose probability a move changed; null where it was, or is, not proposed at all. */
export interface Shift {
  readonly candidate: Candidate;
  readonly before: number | null;
  readonly after: number | null;
}

export interface TriedMove {
  /** The edited copy. The sketch itself is untouched. */
  readonly architecture: Architecture;
  readonly changes: readonly Change[];
  /** The candidates of the sketch, and of the copy. */
  readonly before: readonly Candidate[];
  readonly after: readonly Candidate[];
  /** Where the contradiction goes: candidates that are new or rose, those that rose most first. */
  readonly migratedTo: readonly Shift[];
  /** Candidates that fell or are no longer proposed, those that fell most first. */
  readonly settled: readonly Shift[];
}

/** What is the same for every move of a sketch. */
export interface Standing {
  readonly graph: SketchGraph;
  readonly candidates: readonly Candidate[];
  readonly proposedBy: (mechanism: Mechanism) => readonly Match[];
}

export function standingOf(
  architecture: Architecture,
  catalogue: readonly Mechanism[],
  options: DiagnoseOptions = {},
): Standing {
  const graph = sketchGraph(architecture);
  const proposed = new Map<Mechanism, readonly Match[]>();
  return {
    graph,
    candidates: candidatesIn(architecture, catalogue, options),
    proposedBy: (mechanism) => {
      const matches = proposed.get(mechanism) ?? mechanism.propose(graph);
      proposed.set(mechanism, matches);
      return matches;
    },
  };
}

/**
 * Makes a structural move of a finding on a copy of the sketch and diagnoses the copy, so that migration is computed.
 * Null where there is no such finding or move, or where the move finds nothing in this sketch that it could change.
 * Of many moves of one sketch, `standing` says once what is the same for all.
 */
export function tryMove(
  architecture: Architecture,
  catalogue: readonly Mechanism[],
  finding: { readonly between: Pair; readonly mechanism: MechanismKey | null },
  moveKey: string,
  options: DiagnoseOptions = {},
  standing: Standing = standingOf(architecture, catalogue, options),
): TriedMove | null {
  const { graph, candidates: before } = standing;
  const found = explain(standing, catalogue, finding);
  if (found === null) return null;
  const { explanation, match } = found;
  const edits = explanation.moves.find(({ key }) => key === moveKey)?.apply(graph, match) ?? [];
  if (edits.length === 0) return null;
  const edited = applyEdits(architecture, edits, explanation.word(match, graph).invariant);
  const after = candidatesIn(edited, catalogue, options);
  return {
    architecture: edited,
    changes: changesOf(graph, sketchGraph(edited), edits),
    before,
    after,
    ...shifts(before, after),
  };
}

function explain(
  { graph, proposedBy }: Standing,
  catalogue: readonly Mechanism[],
  { between, mechanism }: { readonly between: Pair; readonly mechanism: MechanismKey | null },
): { readonly explanation: Explanation; readonly match: Match } | null {
  if (!between.every((id) => graph.components.has(id))) return null;
  if (mechanism === null) return { explanation: UNEXPLAINED, match: { between, parts: {}, signs: [] } };
  const explanation = catalogue.find(({ key }) => key === mechanism);
  if (explanation === undefined) return null;
  const match = proposedBy(explanation).find((m) => pairKey(...m.between) === pairKey(...between));
  return match === undefined ? null : { explanation, match };
}

const NOTICEABLE = 1e-9;

function shifts(
  before: readonly Candidate[],
  after: readonly Candidate[],
): Pick<TriedMove, "migratedTo" | "settled"> {
  const keyOf = ({ between, mechanism }: Candidate) => `${pairKey(...between)} ${mechanism ?? ""}`;
  const was = new Map(before.map((candidate) => [keyOf(candidate), candidate]));
  const is = new Map(after.map((candidate) => [keyOf(candidate), candidate]));
  const all = [...new Set([...is.keys(), ...was.keys()])].flatMap((key): readonly Shift[] => {
    const candidate = is.get(key) ?? was.get(key);
    // A seam marked by hand comes and goes with the mechanisms that explain it; that moves nothing.
    if (candidate?.mechanism == null) return [];
    return [
      {
        candidate,
        before: was.get(key)?.probability ?? null,
        after: is.get(key)?.probability ?? null,
      },
    ];
  });
  return {
    migratedTo: all.filter((s) => gain(s) > NOTICEABLE).toSorted((a, b) => gain(b) - gain(a)),
    settled: all.filter((s) => gain(s) < -NOTICEABLE).toSorted((a, b) => gain(a) - gain(b)),
  };
}

/** By how much the probability rose; what is not proposed counts as not probable at all. */
function gain({ before, after }: Shift): number {
  return (after ?? 0) - (before ?? 0);
}
