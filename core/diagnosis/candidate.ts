import type { Facts } from "../architecture/architecture.schema.ts";
import { ladderPlace } from "../architecture/rung.ts";
import type { SketchGraph } from "../architecture/sketch-graph.ts";
import { elementsOf, probabilityOf, type Belief } from "./belief.ts";
import type { Candidate, Verdict } from "./diagnosis.ts";
import { proxyFixesOf } from "./fix-history.ts";
import { LIKELY } from "./thresholds.ts";

/** A belief as readers see it. Of thousands few are read, so what has to be worded is worded when somebody looks. */
export function candidateOf(graph: SketchGraph, belief: Belief, agreed: Facts): Candidate {
  const { explanation, match, pair, logOdds } = belief;
  const { key, zone, title, absentLayer, migration } = explanation;
  return {
    between: pair,
    mechanism: key,
    zone,
    title,
    probability: probabilityOf(logOdds),
    logOdds,
    get contributions() {
      return belief.contributions;
    },
    get elements() {
      return elementsOf(belief);
    },
    get ladder() {
      return ladderPlace(agreed);
    },
    get invariant() {
      return explanation.word(match, graph).invariant;
    },
    get contradiction() {
      return explanation.word(match, graph).contradiction;
    },
    absentLayer,
    moves: explanation.moves.map(({ key: move, text }) => ({ key: move, text })),
    migration,
    get proxyFixes() {
      return proxyFixesOf(graph.architecture, pair, this.invariant);
    },
  };
}

export function verdictOf([first]: readonly Candidate[], hasQuestion: boolean): Verdict {
  if (first !== undefined && first.probability >= LIKELY) return "seams-found";
  return hasQuestion ? "too-little-known" : "nothing-found";
}
