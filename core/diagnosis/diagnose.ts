import type { Architecture } from "../architecture/architecture.schema.ts";
import { ladderPlace } from "../architecture/rung.ts";
import { MISSING, readFact } from "../architecture/reading.ts";
import { sketchGraph, type SketchGraph } from "../architecture/sketch-graph.ts";
import { structuralRanks, type StructuralRanks } from "../architecture/structural-rank.ts";
import { pairKey, pairOf, type Pair, type Subject } from "../architecture/subject.ts";
import { compareText } from "../architecture/text-order.ts";
import { believe, elementsOf, probabilityOf, type Belief, type Knowledge } from "./belief.ts";
import type { Candidate, Diagnosis, Verdict } from "./diagnosis.ts";
import { proxyFixesOf } from "./fix-history.ts";
import { historyEvidence } from "./history-evidence.ts";
import type { Mechanism } from "./mechanism.ts";
import { openQuestions, worthAsking, type ChooseQuestion, type OpenQuestion } from "./open-questions.ts";
import { UNEXPLAINED } from "./unexplained.ts";
import { questionOf } from "./wording.ts";

/** From here on a candidate is called a seam; below POSSIBLE it is not worth a reader's time. */
export const LIKELY = 0.5;
export const POSSIBLE = 0.2;
/** From here on a seam counts as found, and whoever answers may stop. */
const FOUND = 0.9;

/** What people said beside the facts. */
export interface DiagnoseOptions {
  /** Questions set aside: keys `subjectKey(about)#fact`. They are not asked and count for nothing. */
  readonly setAside?: readonly string[];
  /** Pairs that need not agree on anything. */
  readonly independent?: readonly Pair[];
  /** Pairs that a person marked as seams. */
  readonly marked?: readonly Pair[];
  /** Picks what to ask, or null to end, in place of the question that is expected to settle most. */
  readonly choose?: ChooseQuestion;
}

/**
 * From a sketch and the answers in it to the agreements that probably nobody stated.
 *
 * Total and deterministic on every parsed architecture. Ids, names and the order of lists play no part in the ranking:
 * equal odds are told apart by how the pairs are connected.
 */
export function diagnose(
  architecture: Architecture,
  catalogue: readonly Mechanism[],
  options: DiagnoseOptions = {},
): Diagnosis {
  const graph = sketchGraph(architecture);
  const knowledge = knowledgeOf(graph, options);
  const ranks = structuralRanks(graph);
  const beliefs = ranked(ranks, allBeliefs(graph, catalogue, knowledge, options.marked ?? []));
  const open = openQuestions(beliefs, knowledge, new Set(options.setAside));
  const choose = options.choose ?? ((questions) => nextQuestion(graph, ranks, beliefs, questions));
  const next = choose(open);
  const candidates = beliefs.map((belief) => candidateOf(graph, belief));
  return {
    verdict: verdictOf(candidates, next !== null),
    candidates,
    next: next === null ? null : questionOf(graph, next),
  };
}

function knowledgeOf(graph: SketchGraph, { independent = [], marked = [] }: DiagnoseOptions): Knowledge {
  const ruledOut = new Set(independent.map((pair) => pairKey(...pair)));
  const marks = new Set(marked.map((pair) => pairKey(...pair)));
  return {
    read: (about, fact) => {
      if ("component" in about) return readFact(graph.components.get(about.component)?.facts[fact]);
      if ("connection" in about) return readFact(graph.connections.get(about.connection)?.facts[fact]);
      const agreement = graph.agreement(...about.agreement);
      return agreement === undefined ? MISSING : readFact(agreement.facts[fact]);
    },
    historyOf: historyEvidence(graph),
    isRuledOut: (pair) => ruledOut.has(pairKey(...pair)),
    isMarked: (pair) => marks.has(pairKey(...pair)),
  };
}

function allBeliefs(
  graph: SketchGraph,
  catalogue: readonly Mechanism[],
  knowledge: Knowledge,
  marked: readonly Pair[],
): readonly Belief[] {
  const explained = catalogue.flatMap((mechanism) =>
    mechanism.propose(graph).map((match) => believe(mechanism, match, knowledge)),
  );
  const found = new Set(explained.map(({ pair }) => pairKey(...pair)));
  const unexplained = marked.filter(
    ([a, b]) => !found.has(pairKey(a, b)) && graph.components.has(a) && graph.components.has(b),
  );
  return [
    ...explained,
    ...unexplained.map((pair) => believe(UNEXPLAINED, { between: pair, parts: {}, signs: [] }, knowledge)),
  ];
}

/** Most probable first. Equal odds: the heavier structure first, then by the part the two sides play in the graph. */
function ranked(ranks: StructuralRanks, beliefs: readonly Belief[]): readonly Belief[] {
  const rankOf = ({ pair: [a, b] }: Belief) => {
    const sides = [ranks.get(a) ?? 0, ranks.get(b) ?? 0].sort((x, y) => x - y);
    return sides.join(",");
  };
  return beliefs.toSorted(
    (a, b) =>
      b.logOdds - a.logOdds ||
      b.match.signs.length - a.match.signs.length ||
      compareText(a.explanation.key ?? "", b.explanation.key ?? "") ||
      compareText(rankOf(a), rankOf(b)),
  );
}

/** The most informative question. Equal ones: that of the first candidate, then by the part its elements play in the graph. */
function nextQuestion(
  graph: SketchGraph,
  ranks: StructuralRanks,
  beliefs: readonly Belief[],
  open: readonly OpenQuestion[],
): OpenQuestion | null {
  const place = new Map(beliefs.map((belief, i) => [belief, i]));
  const firstTouched = ({ touches }: OpenQuestion) =>
    Math.min(...touches.map(({ belief }) => place.get(belief) ?? beliefs.length));
  const rankOf = ({ address: { about } }: OpenQuestion) =>
    componentsOf(graph, about)
      .map((id) => ranks.get(id) ?? 0)
      .sort((x, y) => x - y)
      .join(",");
  const [best] = open.toSorted(
    (a, b) =>
      b.information - a.information ||
      firstTouched(a) - firstTouched(b) ||
      compareText(a.address.fact, b.address.fact) ||
      compareText(rankOf(a), rankOf(b)),
  );
  const hasFound = beliefs.some(({ logOdds }) => probabilityOf(logOdds) >= FOUND);
  return best !== undefined && best.information >= worthAsking(hasFound) ? best : null;
}

function componentsOf(graph: SketchGraph, about: Subject): readonly string[] {
  if ("component" in about) return [about.component];
  if ("agreement" in about) return about.agreement;
  const connection = graph.connections.get(about.connection);
  return connection === undefined ? [] : [connection.from, connection.to];
}

function candidateOf(graph: SketchGraph, belief: Belief): Candidate {
  const { explanation, match, pair, contributions, logOdds } = belief;
  const { invariant, contradiction } = explanation.word(match, graph);
  return {
    between: pair,
    mechanism: explanation.key,
    zone: explanation.zone,
    title: explanation.title,
    probability: probabilityOf(logOdds),
    logOdds,
    contributions,
    elements: elementsOf(belief),
    ladder: ladderPlace(graph.agreement(...pairOf(...pair))),
    invariant,
    contradiction,
    absentLayer: explanation.absentLayer,
    moves: explanation.moves.map(({ key, text }) => ({ key, text })),
    migration: explanation.migration,
    proxyFixes: proxyFixesOf(graph.architecture, pair, invariant),
  };
}

function verdictOf([first]: readonly Candidate[], hasQuestion: boolean): Verdict {
  if (first !== undefined && first.probability >= LIKELY) return "seams-found";
  return hasQuestion ? "too-little-known" : "nothing-found";
}
