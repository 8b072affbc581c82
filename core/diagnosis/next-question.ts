import type { SketchGraph } from "../architecture/sketch-graph.ts";
import type { StructuralRanks } from "../architecture/structural-rank.ts";
import type { Subject } from "../architecture/subject.ts";
import { compareText } from "../architecture/text-order.ts";
import type { Belief, Knowledge } from "./belief.ts";
import { isWorthPutting, type OpenQuestion } from "./open-questions.ts";
import type { Askable, QuestionIndex } from "./question-index.ts";

export type Gain = (belief: Belief, rule: number) => number;

/** What is to be expected of one question, in bits; nothing where it was answered, set aside or means nothing yet. */
export function informationOf(
  askable: Askable,
  beliefs: readonly Belief[],
  knowledge: Knowledge,
  gain: Gain,
): number {
  if (!isOpen(askable, knowledge)) return 0;
  const { places, rules } = askable;
  const gains = places.map((place, i) => {
    const belief = beliefs[place];
    return belief === undefined || knowledge.isRuledOut(belief.pair) ? 0 : gain(belief, rules[i] ?? 0);
  });
  // Smallest first, so that the sum does not depend on the order in which anything was drawn.
  if (gains.length > 2) gains.sort((a, b) => a - b);
  return gains.reduce((sum, one) => sum + one, 0);
}

/** The most informative question. Equal ones: that of the first candidate, then by the part its elements play in the graph. */
export function mostInformative(
  { askables }: QuestionIndex,
  information: Float64Array,
  beliefs: readonly Belief[],
  knowledge: Knowledge,
  partOf: (about: Subject) => string,
): OpenQuestion | null {
  const most = information.reduce((highest, bits) => Math.max(highest, bits), 0);
  if (most === 0) return null;
  const equal = askables.filter((_, number) => information[number] === most);
  const [best] = equal
    .map((askable) => ({ askable, first: firstPlace(askable, beliefs, knowledge) }))
    .sort(
      ({ askable: a, first: i }, { askable: b, first: j }) =>
        (beliefs[j]?.logOdds ?? 0) - (beliefs[i]?.logOdds ?? 0) ||
        i - j ||
        compareText(a.address.fact, b.address.fact) ||
        compareText(partOf(a.address.about), partOf(b.address.about)),
    );
  return best === undefined ? null : openQuestion(best.askable, most, beliefs, knowledge);
}

/** All that can be asked, whatever it is worth, those of the most probable beliefs first. */
export function openQuestions(
  { askables }: QuestionIndex,
  information: Float64Array,
  beliefs: readonly Belief[],
  knowledge: Knowledge,
): readonly OpenQuestion[] {
  return askables
    .map((askable, number) => ({ askable, number, first: firstPlace(askable, beliefs, knowledge) }))
    .filter(({ askable, first }) => first < beliefs.length && isOpen(askable, knowledge))
    .sort(({ first: i }, { first: j }) => (beliefs[j]?.logOdds ?? 0) - (beliefs[i]?.logOdds ?? 0) || i - j)
    .map(({ askable, number }) => openQuestion(askable, information[number] ?? 0, beliefs, knowledge));
}

function isOpen({ address }: Askable, knowledge: Knowledge): boolean {
  return !knowledge.isSetAside(address) && isWorthPutting(address, knowledge);
}

/** The place that ranks first of those that a question bears on. */
function firstPlace({ places }: Askable, beliefs: readonly Belief[], knowledge: Knowledge): number {
  let [first, highest] = [beliefs.length, -Infinity];
  for (const place of places) {
    const belief = beliefs[place];
    if (belief === undefined || knowledge.isRuledOut(belief.pair)) continue;
    if (belief.logOdds > highest || (belief.logOdds === highest && place < first))
      [first, highest] = [place, belief.logOdds];
  }
  return first;
}

export function openQuestion(
  { address, places, rules }: Askable,
  information: number,
  beliefs: readonly Belief[],
  knowledge: Knowledge,
): OpenQuestion {
  const touches = places.flatMap((place, i) => {
    const belief = beliefs[place];
    const rule = belief?.rules[rules[i] ?? 0];
    return belief === undefined || rule === undefined || knowledge.isRuledOut(belief.pair)
      ? []
      : [{ belief, rule }];
  });
  return { address, information, touches };
}

/** The part that an element plays in the graph, by the components that it belongs to. */
export function partsOf(graph: SketchGraph, ranks: StructuralRanks): (about: Subject) => string {
  return (about) =>
    componentsOf(graph, about)
      .map((id) => ranks.get(id) ?? 0)
      .sort((x, y) => x - y)
      .join(",");
}

function componentsOf(graph: SketchGraph, about: Subject): readonly string[] {
  if ("component" in about) return [about.component];
  if ("agreement" in about) return about.agreement;
  const connection = graph.connections.get(about.connection);
  return connection === undefined ? [] : [connection.from, connection.to];
}
