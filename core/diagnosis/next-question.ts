import type { SketchGraph } from "../architecture/sketch-graph.ts";
import type { StructuralRanks } from "../architecture/structural-rank.ts";
import { componentsOf, type Subject } from "../architecture/subject.ts";
import { compareText } from "../architecture/text-order.ts";
import { weighConfirmed, weightWithout, type Belief, type Knowledge } from "./belief.ts";
import { GRAINS, type Gain, type Stake } from "./expected-gain.ts";
import { isWorthPutting, type OpenQuestion } from "./open-questions.ts";
import type { Askable, QuestionIndex } from "./question-index.ts";

/**
 * What every fact is worth to the places at one pair, by the number of its askable, in GRAINS; nothing where the pair is
 * ruled out. The worth of a fact is the sum over all pairs on which it bears.
 */
export function worthAt(
  index: QuestionIndex,
  places: readonly number[],
  beliefs: readonly Belief[],
  knowledge: Knowledge,
  gain: Gain,
): ReadonlyMap<number, number> {
  const rivals = places.flatMap((place) => beliefs[place] ?? []);
  const stakes = new Map<number, Stake[]>();
  const [first] = rivals;
  if (first === undefined || knowledge.isRuledOut(first.pair)) return new Map();
  places.forEach((place, rival) => {
    const { numbers = [], rules = [] } = index.bearingOn[place] ?? {};
    numbers.forEach((number, i) => {
      const stake = stakeAt(index, rivals, { rival, rule: rules[i] ?? 0 }, number, knowledge);
      const ofNumber = stakes.get(number);
      if (ofNumber === undefined) stakes.set(number, [stake]);
      else ofNumber.push(stake);
    });
  });
  const gainAt = gain(rivals);
  const worth = new Map<number, number>();
  for (const [number, of] of stakes) worth.set(number, gainAt(of));
  return worth;
}

/** With the guess that an answer would take the place of: there are few, and only then anything has to be read again. */
function stakeAt(
  { askables }: QuestionIndex,
  rivals: readonly Belief[],
  stake: Stake,
  number: number,
  knowledge: Knowledge,
): Stake {
  const belief = rivals[stake.rival];
  const rule = belief?.rules[stake.rule];
  const address = askables[number]?.address;
  if (belief?.hasGuess !== true || rule === undefined || address === undefined) return stake;
  const reading = knowledge.read(address.about, address.fact);
  if (reading.kind !== "guessed") return stake;
  const confirmed = weighConfirmed(rule, belief.match, reading.values)?.[0] ?? null;
  return {
    ...stake,
    guess: { besides: weightWithout(rule, belief, address.about, knowledge.read), confirmed },
  };
}

/** The most informative question. Equal ones: that of the first candidate, then by the part its elements play in the graph. */
export function mostInformative(
  { askables }: QuestionIndex,
  worth: Float64Array,
  beliefs: readonly Belief[],
  knowledge: Knowledge,
  partOf: (about: Subject) => string,
): OpenQuestion | null {
  let most = 0;
  askables.forEach((askable, number) => {
    const grains = worth[number] ?? 0;
    if (grains > most && isOpen(askable, knowledge)) most = grains;
  });
  if (most === 0) return null;
  const equal = askables.filter((askable, number) => worth[number] === most && isOpen(askable, knowledge));
  const [best] = equal
    .map((askable) => ({ askable, first: firstPlace(askable, beliefs, knowledge) }))
    .sort(
      ({ askable: a, first: i }, { askable: b, first: j }) =>
        (beliefs[j]?.logOdds ?? 0) - (beliefs[i]?.logOdds ?? 0) ||
        i - j ||
        compareText(a.address.fact, b.address.fact) ||
        compareText(partOf(a.address.about), partOf(b.address.about)),
    );
  return best === undefined ? null : openQuestion(best.askable, most / GRAINS, beliefs, knowledge);
}

/** All that can be asked, whatever it is worth, those of the most probable beliefs first. */
export function openQuestions(
  { askables }: QuestionIndex,
  worth: Float64Array,
  beliefs: readonly Belief[],
  knowledge: Knowledge,
): readonly OpenQuestion[] {
  return askables
    .map((askable, number) => ({ askable, number, first: firstPlace(askable, beliefs, knowledge) }))
    .filter(({ askable, first }) => first < beliefs.length && isOpen(askable, knowledge))
    .sort(({ first: i }, { first: j }) => (beliefs[j]?.logOdds ?? 0) - (beliefs[i]?.logOdds ?? 0) || i - j)
    .map(({ askable, number }) => openQuestion(askable, (worth[number] ?? 0) / GRAINS, beliefs, knowledge));
}

export function isOpen({ address }: Askable, knowledge: Knowledge): boolean {
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
    componentsOf(about, (id) => graph.connections.get(id))
      .map((id) => ranks.get(id) ?? 0)
      .sort((x, y) => x - y)
      .join(",");
}
