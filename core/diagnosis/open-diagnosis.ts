import type { Architecture } from "../architecture/architecture.schema.ts";
import { sketchGraph, type SketchGraph } from "../architecture/sketch-graph.ts";
import { structuralRanks } from "../architecture/structural-rank.ts";
import type { FactAddress, Subject } from "../architecture/subject.ts";
import { believe, probabilityOf, type Belief, type Knowledge, type Place } from "./belief.ts";
import { candidateOf, verdictOf } from "./candidate.ts";
import type { Candidate, Diagnosis, VerdictChange } from "./diagnosis.ts";
import { expectedGains, GRAINS, type Gain } from "./expected-gain.ts";
import type { Mechanism } from "./mechanism.ts";
import { isOpen, mostInformative, openQuestion, openQuestions, partsOf, worthAt } from "./next-question.ts";
import { worthAsking, type ChooseQuestion, type OpenQuestion } from "./open-questions.ts";
import { possibleSeams } from "./possible-seams.ts";
import { questionIndex, type QuestionIndex } from "./question-index.ts";
import { rankingOf, reranked, type Ranking } from "./ranking.ts";
import {
  factsOf,
  knowledgeOf,
  saidSoFar,
  withReply,
  type DiagnoseOptions,
  type Reply,
  type Said,
} from "./said.ts";
import { FOUND } from "./thresholds.ts";
import { askedTogether } from "./together.ts";
import { questionOf } from "./wording.ts";
import { wouldChange } from "./would-change.ts";

/** A diagnosis that goes on: an answer leads to the next one and leaves this one as it is. */
export interface OpenDiagnosis {
  readonly diagnosis: Diagnosis;
  readonly answer: (address: FactAddress, reply: Reply) => OpenDiagnosis;
}

/** What the drawn structure settles, whatever is answered. */
interface Structure {
  readonly graph: SketchGraph;
  readonly places: readonly Place[];
  readonly dismissed: readonly Place[];
  readonly index: QuestionIndex;
  readonly gain: Gain;
  readonly partOf: (about: Subject) => string;
  readonly choose: ChooseQuestion | undefined;
}

/** What depends on the answers: beliefs and candidates by place, and what each question is worth. */
interface State {
  readonly said: Said;
  readonly beliefs: readonly Belief[];
  readonly candidates: readonly Candidate[];
  readonly ranking: Ranking;
  /** By the number of the askable, in GRAINS, whether or not it is open. */
  readonly worth: Float64Array;
}

/** What an answer changed. */
interface Changed {
  readonly touched: ReadonlySet<number>;
  readonly beliefs: readonly Belief[];
  readonly knowledge: Knowledge;
}

/**
 * Opens a diagnosis to be answered step by step. Each step equals a diagnosis of the architecture with all answers in
 * it, and looks again only at the places on which the answer bears.
 */
export function openDiagnosis(
  architecture: Architecture,
  catalogue: readonly Mechanism[],
  options: DiagnoseOptions = {},
): OpenDiagnosis {
  const graph = sketchGraph(architecture);
  const ranks = structuralRanks(graph);
  const { places, dismissed } = possibleSeams(graph, ranks, catalogue, options);
  const structure: Structure = {
    graph,
    places,
    dismissed,
    index: questionIndex(places),
    gain: expectedGains(),
    partOf: partsOf(graph, ranks),
    choose: options.choose,
  };
  return opened(structure, firstState(structure, saidSoFar(options)));
}

/** The candidates of a diagnosis alone, in their order: without what to ask next, which is most of the work. */
export function candidatesIn(
  architecture: Architecture,
  catalogue: readonly Mechanism[],
  options: DiagnoseOptions = {},
): readonly Candidate[] {
  const graph = sketchGraph(architecture);
  const { places } = possibleSeams(graph, structuralRanks(graph), catalogue, options);
  const { candidates, ranking } = believed(graph, places, saidSoFar(options));
  return ranking.flatMap((place) => candidates[place] ?? []);
}

function opened(structure: Structure, state: State): OpenDiagnosis {
  let known: Diagnosis | null = null;
  return {
    get diagnosis() {
      return (known ??= diagnosisOf(structure, state));
    },
    answer: (address, reply) => opened(structure, nextState(structure, state, address, reply)),
  };
}

function firstState(structure: Structure, said: Said): State {
  const { graph, places } = structure;
  const { knowledge, ...state } = believed(graph, places, said);
  return { ...state, said, worth: worthOf(structure, state.beliefs, knowledge) };
}

function believed(graph: SketchGraph, places: readonly Place[], said: Said) {
  const knowledge = knowledgeOf(graph, said);
  const beliefs = places.map((place) => believe(place, knowledge));
  return {
    knowledge,
    beliefs,
    candidates: beliefs.map((belief) => candidate(graph, said, belief)),
    ranking: rankingOf(beliefs.map(({ logOdds }) => logOdds)),
  };
}

function worthOf({ index, gain }: Structure, beliefs: readonly Belief[], knowledge: Knowledge): Float64Array {
  const worth = new Float64Array(index.askables.length);
  for (const places of new Set(index.rivalsAt))
    for (const [number, grains] of worthAt(index, places, beliefs, knowledge, gain))
      worth[number] = (worth[number] ?? 0) + grains;
  return worth;
}

function nextState(structure: Structure, state: State, address: FactAddress, reply: Reply): State {
  const { graph, places, index } = structure;
  const said = withReply(graph, state.said, address, reply);
  const knowledge = knowledgeOf(graph, said);
  const touched = touchedPlaces(index, address, reply);
  const beliefs = [...state.beliefs];
  const candidates = [...state.candidates];
  for (const number of touched) {
    const place = places[number];
    if (place === undefined) continue;
    const belief = believe(place, knowledge);
    beliefs[number] = belief;
    candidates[number] = candidate(graph, said, belief);
  }
  const oddsOf = (place: number) => beliefs[place]?.logOdds ?? 0;
  return {
    said,
    beliefs,
    candidates,
    ranking: reranked(state.ranking, touched, oddsOf),
    worth: nextWorth(structure, state, { touched, beliefs, knowledge }),
  };
}

/** What the facts are worth once the beliefs at some places changed: only their pairs are looked at again. */
function nextWorth(
  { graph, index, gain }: Structure,
  before: State,
  { touched, beliefs, knowledge }: Changed,
): Float64Array {
  const worth = before.worth.slice();
  const knownBefore = knowledgeOf(graph, before.said);
  const pairs = new Set([...touched].flatMap((place) => [index.rivalsAt[place] ?? []]));
  for (const places of pairs) {
    const old = worthAt(index, places, before.beliefs, knownBefore, gain);
    const now = worthAt(index, places, beliefs, knowledge, gain);
    for (const [number, grains] of old) worth[number] = (worth[number] ?? 0) - grains;
    for (const [number, grains] of now) worth[number] = (worth[number] ?? 0) + grains;
  }
  return worth;
}

/** The places whose belief an answer can move. */
function touchedPlaces(index: QuestionIndex, address: FactAddress, reply: Reply): ReadonlySet<number> {
  if (reply === "set-aside") return new Set();
  if (reply === "independent")
    return new Set("agreement" in address.about ? index.placesBetween(address.about.agreement) : []);
  const number = index.find(address);
  return new Set(number === undefined ? [] : index.askables[number]?.places);
}

function candidate(graph: SketchGraph, said: Said, belief: Belief): Candidate {
  return candidateOf(graph, belief, factsOf(graph, said, { agreement: belief.pair }));
}

function diagnosisOf(structure: Structure, state: State): Diagnosis {
  const { graph } = structure;
  const candidates = state.ranking.flatMap((place) => state.candidates[place] ?? []);
  const next = nextQuestion(structure, state);
  const verdict = verdictOf(candidates, next !== null);
  let changes: readonly VerdictChange[] | null = verdict === "seams-found" ? [] : null;
  return {
    verdict,
    get wouldChange() {
      return (changes ??= wouldChange(standingOf(structure, state)));
    },
    candidates,
    next: next === null ? null : questionOf(graph, next),
    get together() {
      return next === null ? [] : togetherWith(structure, state, next).map((open) => questionOf(graph, open));
    },
    dismissed: dismissedCandidates(structure, state.said),
  };
}

function standingOf({ graph, index }: Structure, { said, beliefs, ranking, worth }: State) {
  const knowledge = knowledgeOf(graph, said);
  const information = (address: FactAddress) =>
    knowledge.isSetAside(address) ? 0 : (worth[index.find(address) ?? -1] ?? 0) / GRAINS;
  return { graph, knowledge, beliefs, ranking, information };
}

function dismissedCandidates({ graph, dismissed }: Structure, said: Said): readonly Candidate[] {
  const knowledge = knowledgeOf(graph, said);
  return dismissed
    .map((place) => candidate(graph, said, believe(place, knowledge)))
    .toSorted((a, b) => b.logOdds - a.logOdds);
}

function nextQuestion(structure: Structure, state: State): OpenQuestion | null {
  const { graph, index, partOf, choose } = structure;
  const { said, beliefs, worth } = state;
  const knowledge = knowledgeOf(graph, said);
  if (choose !== undefined) return choose(openQuestions(index, worth, beliefs, knowledge));
  const best = mostInformative(index, worth, beliefs, knowledge, partOf);
  return best !== null && best.information >= barOf(state) ? best : null;
}

function togetherWith(
  { graph, index }: Structure,
  state: State,
  next: OpenQuestion,
): readonly OpenQuestion[] {
  const { said, beliefs, worth } = state;
  const knowledge = knowledgeOf(graph, said);
  return askedTogether(index, next.address, barOf(state), (number) => {
    const askable = index.askables[number];
    const isAsked = askable !== undefined && isOpen(askable, knowledge);
    return isAsked ? openQuestion(askable, (worth[number] ?? 0) / GRAINS, beliefs, knowledge) : null;
  });
}

/** What a question must be worth to be asked. */
function barOf({ beliefs, ranking }: State): number {
  const first = beliefs[ranking[0] ?? -1];
  return worthAsking(first !== undefined && probabilityOf(first.logOdds) >= FOUND);
}
