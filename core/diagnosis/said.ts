import type { Fact, Facts } from "../architecture/architecture.schema.ts";
import { readFact } from "../architecture/reading.ts";
import { perGraph } from "../architecture/remembered.ts";
import type { SketchGraph } from "../architecture/sketch-graph.ts";
import {
  factKey,
  pairKey,
  subjectKey,
  type FactAddress,
  type Pair,
  type Subject,
} from "../architecture/subject.ts";
import type { MechanismKey } from "../architecture/vocabulary.ts";
import type { Signal } from "../fit/signals.ts";
import type { Knowledge } from "./belief.ts";
import { fitEvidence } from "./fit-evidence.ts";
import { historyEvidence } from "./history-evidence.ts";
import type { ChooseQuestion } from "./open-questions.ts";

/** What people said beside the facts of the architecture. */
export interface DiagnoseOptions {
  /** Questions set aside: keys `subjectKey(about)#fact`. They are not asked and count for nothing. */
  readonly setAside?: readonly string[];
  /** Pairs that need not agree on anything. */
  readonly independent?: readonly Pair[];
  /** Pairs that a person marked as seams. */
  readonly marked?: readonly Pair[];
  /** What people recognized of a structural failure, or of another, before any place was looked at. */
  readonly signals?: readonly Signal[];
  /**
   * What somebody dismissed: one mechanism's candidate, or with null all of the pair. A decision about what is talked
   * about, and no evidence: they keep their odds, raise no question, stand apart in the diagnosis, and no answer brings
   * them back. `independent` is an answer: it weighs against whatever is suspected of the two, and may be outweighed.
   */
  readonly dismissed?: readonly { readonly between: Pair; readonly mechanism: MechanismKey | null }[];
  /** Who is asked: what they guessed themselves is not put to them again. Everybody else's guesses are. */
  readonly asking?: string;
  /** Picks what to ask, or null to end, in place of the question that is expected to settle most. */
  readonly choose?: ChooseQuestion;
}

/**
 * What comes back on a question: the fact (undefined takes an answer back), that it is set aside, or that the two
 * sides it is about need not agree on anything.
 */
export type Reply = { readonly value: Fact | undefined } | "set-aside" | "independent";

/** Everything said since the diagnosis was opened. */
export interface Said {
  /** The facts of every element that was answered about, by subjectKey, those of the architecture among them. */
  readonly facts: ReadonlyMap<string, Facts>;
  readonly setAside: ReadonlySet<string>;
  readonly ruledOut: ReadonlySet<string>;
  readonly marked: ReadonlySet<string>;
  readonly signals: readonly Signal[];
  readonly asking: string | undefined;
}

export function saidSoFar({
  setAside,
  independent = [],
  marked = [],
  signals = [],
  asking,
}: DiagnoseOptions): Said {
  return {
    asking,
    facts: new Map(),
    setAside: new Set(setAside),
    ruledOut: new Set(independent.map((pair) => pairKey(...pair))),
    marked: new Set(marked.map((pair) => pairKey(...pair))),
    signals,
  };
}

export function withReply(graph: SketchGraph, said: Said, address: FactAddress, reply: Reply): Said {
  const { about, fact } = address;
  if (reply === "set-aside") return { ...said, setAside: new Set([...said.setAside, factKey(address)]) };
  if (reply === "independent") {
    if (!("agreement" in about)) return said;
    return { ...said, ruledOut: new Set([...said.ruledOut, pairKey(...about.agreement)]) };
  }
  const facts = { ...factsOf(graph, said, about), [fact]: reply.value };
  return { ...said, facts: new Map([...said.facts, [subjectKey(about), facts]]) };
}

const NO_FACTS: Facts = {};

export function factsOf(graph: SketchGraph, { facts }: Said, about: Subject): Facts {
  const answered = facts.size === 0 ? undefined : facts.get(subjectKey(about));
  return answered ?? drawnElement(graph, about)?.facts ?? NO_FACTS;
}

function drawnElement(graph: SketchGraph, about: Subject): { readonly facts: Facts } | undefined {
  if ("component" in about) return graph.components.get(about.component);
  if ("connection" in about) return graph.connections.get(about.connection);
  return graph.agreement(...about.agreement);
}

const historyOf = perGraph(historyEvidence);

export function knowledgeOf(graph: SketchGraph, said: Said): Knowledge {
  const { setAside, ruledOut, marked, signals, asking } = said;
  return {
    asking,
    read: (about, fact) => readFact(factsOf(graph, said, about)[fact]),
    isSetAside: (address) => setAside.size > 0 && setAside.has(factKey(address)),
    isRuledOut: (pair) => ruledOut.size > 0 && ruledOut.has(pairKey(...pair)),
    isMarked: (pair) => marked.size > 0 && marked.has(pairKey(...pair)),
    historyOf: historyOf(graph),
    fitOf: fitEvidence(signals),
  };
}
