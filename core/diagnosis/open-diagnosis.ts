import type { Architecture } from "../architecture/architecture.schema.ts";
import { sketchGraph, type SketchGraph } from "../architecture/sketch-graph.ts";
import { structuralRanks } from "../architecture/structural-rank.ts";
import type { FactAddress, Subject } from "../architecture/subject.ts";
import { believe, probabilityOf, type Belief, type Place } from "./belief.ts";
import { candidateOf, verdictOf } from "./candidate.ts";
import type { Candidate, Diagnosis } from "./diagnosis.ts";
import { expectedGains } from "./expected-gain.ts";
import type { Mechanism } from "./mechanism.ts";
import {
  informationOf,
  mostInformative,
  openQuestion,
  openQuestions,
  partsOf,
  type Gain,
} from "./next-question.ts";
import { sameBreath, worthAsking, type ChooseQuestion, type OpenQuestion } from "./open-questions.ts";
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
  readonly information: Float64Array;
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
  const { graph, places, index, gain } = structure;
  const knowledge = knowledgeOf(graph, said);
  const beliefs = places.map((place) => believe(place, knowledge));
  return {
    said,
    beliefs,
    candidates: beliefs.map((belief) => candidate(graph, said, belief)),
    ranking: rankingOf(beliefs.map(({ logOdds }) => logOdds)),
    information: Float64Array.from(index.askables, (askable) =>
      informationOf(askable, beliefs, knowledge, gain),
    ),
  };
}

function nextState(structure: Structure, state: State, address: FactAddress, reply: Reply): State {
  const { graph, places, index, gain } = structure;
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
  const information = state.information.slice();
  for (const number of touchedAskables(index, address, touched)) {
    const askable = index.askables[number];
    if (askable !== undefined) information[number] = informationOf(askable, beliefs, knowledge, gain);
  }
  const oddsOf = (place: number) => beliefs[place]?.logOdds ?? 0;
  return { said, beliefs, candidates, ranking: reranked(state.ranking, touched, oddsOf), information };
}

/** The places whose belief an answer can move. */
function touchedPlaces(index: QuestionIndex, address: FactAddress, reply: Reply): ReadonlySet<number> {
  if (reply === "set-aside") return new Set();
  if (reply === "independent")
    return new Set("agreement" in address.about ? index.placesBetween(address.about.agreement) : []);
  const number = index.find(address);
  return new Set(number === undefined ? [] : index.askables[number]?.places);
}

/** The questions that are worth something else now: of all that bear on a touched place, and the one that was answered. */
function touchedAskables(
  index: QuestionIndex,
  { about, fact }: FactAddress,
  touched: ReadonlySet<number>,
): ReadonlySet<number> {
  const numbers = new Set<number>();
  for (const place of touched) for (const number of index.bearingOn[place] ?? []) numbers.add(number);
  for (const name of sameBreath(fact)) {
    const number = index.find({ about, fact: name } as FactAddress);
    if (number !== undefined) numbers.add(number);
  }
  return numbers;
}

function candidate(graph: SketchGraph, said: Said, belief: Belief): Candidate {
  return candidateOf(graph, belief, factsOf(graph, said, { agreement: belief.pair }));
}

function diagnosisOf(structure: Structure, state: State): Diagnosis {
  const { graph } = structure;
  const candidates = state.ranking.flatMap((place) => state.candidates[place] ?? []);
  const next = nextQuestion(structure, state);
  return {
    verdict: verdictOf(candidates, next !== null),
    candidates,
    next: next === null ? null : questionOf(graph, next),
    get together() {
      return next === null ? [] : togetherWith(structure, state, next).map((open) => questionOf(graph, open));
    },
    dismissed: dismissedCandidates(structure, state.said),
  };
}

function dismissedCandidates({ graph, dismissed }: Structure, said: Said): readonly Candidate[] {
  const knowledge = knowledgeOf(graph, said);
  return dismissed
    .map((place) => candidate(graph, said, believe(place, knowledge)))
    .toSorted((a, b) => b.logOdds - a.logOdds);
}

function nextQuestion(structure: Structure, state: State): OpenQuestion | null {
  const { graph, index, partOf, choose } = structure;
  const { said, beliefs, information } = state;
  const knowledge = knowledgeOf(graph, said);
  if (choose !== undefined) return choose(openQuestions(index, information, beliefs, knowledge));
  const best = mostInformative(index, information, beliefs, knowledge, partOf);
  return best !== null && best.information >= barOf(state) ? best : null;
}

function togetherWith(
  { graph, index }: Structure,
  state: State,
  next: OpenQuestion,
): readonly OpenQuestion[] {
  const { said, beliefs, information } = state;
  const knowledge = knowledgeOf(graph, said);
  return askedTogether(index, information, next.address, barOf(state)).map(({ askable, information: bits }) =>
    openQuestion(askable, bits, beliefs, knowledge),
  );
}

/** What a question must be worth to be asked. */
function barOf({ beliefs, ranking }: State): number {
  const first = beliefs[ranking[0] ?? -1];
  return worthAsking(first !== undefined && probabilityOf(first.logOdds) >= FOUND);
}
