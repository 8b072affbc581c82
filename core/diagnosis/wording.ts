import type { FactValue } from "../architecture/architecture.schema.ts";
import { answerLabel } from "../architecture/fact-wording.ts";
import { valueKey } from "../architecture/reading.ts";
import type { SketchGraph } from "../architecture/sketch-graph.ts";
import type { FactAddress, Subject } from "../architecture/subject.ts";
import {
  AGREEMENT_FACTS,
  COMPONENT_FACTS,
  CONNECTION_FACTS,
  UNKNOWN,
  type AgreementFact,
  type ComponentFact,
  type ConnectionFact,
  type FactShape,
} from "../architecture/vocabulary.ts";
import { weighReading } from "./belief.ts";
import type { PossibleAnswer, Question } from "./diagnosis.ts";
import type { OpenQuestion } from "./open-questions.ts";

type Ask1 = (it: string) => string;
type AskConnection = (names: {
  readonly from: string;
  readonly to: string;
  readonly object: string;
}) => string;
type Ask2 = (a: string, b: string) => string;

const COMPONENT_QUESTIONS: Readonly<Record<ComponentFact, Ask1>> = {
  scale: (it) => `How many of ${it} act independently of each other?`,
  sizedFor: (it) => `What load is ${it} sized for?`,
  admission: (it) => `Is there a limit on the work that ${it} takes in at once?`,
  onDependencyLoss: (it) => `What does ${it} do when something it needs is away?`,
  restartNeeds: (it) => `What must already work before ${it} can start from cold?`,
  idempotent: (it) => `If ${it} gets the same input twice, does the second time change anything?`,
  onPoison: (it) => `What does ${it} do with an input that it can never process?`,
  inputLimit: (it) => `Does ${it} have a fixed limit on the size or number of what it takes in?`,
  stateAuthority: (it) => `Is what ${it} holds the authoritative state, a copy, or derived?`,
  actsAs: (it) => `When ${it} acts on others for somebody, under whose authority does it act?`,
  mixesTrust: (it) => `Do instructions and untrusted content reach ${it} by the same way?`,
  fencing: (it) => `What stops an instance of ${it} that has lost its role from acting on?`,
  clock: (it) => `Which clock do the decisions of ${it} rest on?`,
};

const CONNECTION_QUESTIONS: Readonly<Record<ConnectionFact, AskConnection>> = {
  representation: ({ from, to, object }) => `In which form does ${object} travel from ${from} to ${to}?`,
  transform: ({ from, to, object }) => `What happens to ${object} on the way from ${from} to ${to}?`,
  reference: ({ from, to, object }) => `How does ${from} name ${object} to ${to}?`,
  freshness: ({ from, to, object }) => `How fresh is ${object} between ${from} and ${to}?`,
  validity: ({ from, to, object }) =>
    `How long is ${object} valid between ${from} and ${to}, and who renews it?`,
  version: ({ from, to, object }) => `How do ${from} and ${to} keep the same meaning of ${object}?`,
  onFailure: ({ from, to, object }) => `What does ${from} do when ${object} does not get through to ${to}?`,
  pacing: ({ from, to }) => `How are the further attempts of ${from} at ${to} paced?`,
  delivery: ({ from, to, object }) => `How often can ${object} arrive on the way from ${from} to ${to}?`,
  ordering: ({ from, to, object }) =>
    `In which order does ${object} arrive on the way from ${from} to ${to}?`,
  atomicity: ({ from, to, object }) => `How does ${from} write ${object} to ${to}?`,
  atomicWith: ({ from, to, object }) =>
    `Which other effects commit or fail together with ${object} from ${from} to ${to}?`,
  acknowledged: ({ from, to, object }) => `When does ${from} hear from ${to} that ${object} was accepted?`,
  onMiss: ({ from, to, object }) => `When ${to} does not have ${object}, who loads it for ${from}?`,
  rollout: ({ from, to, object }) => `How does a change of ${object} get from ${from} to all of ${to}?`,
  scope: ({ from, to, object }) => `How many of ${to} does one change of ${object} by ${from} reach?`,
  validation: ({ from, to, object }) => `Where is ${object} checked on the way from ${from} to ${to}?`,
  contextPropagated: ({ from, to }) => `Does ${to} learn on whose behalf ${from} comes?`,
  timeout: ({ from, to }) => `How long does ${from} wait for ${to}, compared with its own caller?`,
};

const AGREEMENT_QUESTIONS: Readonly<Record<AgreementFact, Ask2>> = {
  sameObject: (a, b) => `Do ${a} and ${b} work on the very same thing, or each on its own version of it?`,
  stated: (a, b) => `Where is it written what ${a} and ${b} must agree on?`,
  enforced: (a, b) => `What would stop ${a} and ${b} from disagreeing?`,
  verified: (a, b) => `When was it last verified that ${a} and ${b} agree?`,
  limitedTo: (a, b) => `Under which conditions only was it shown that ${a} and ${b} agree?`,
  overseer: (a, b) => `Who would notice if ${a} and ${b} stopped agreeing?`,
};

export function agreementQuestion(fact: AgreementFact, a: string, b: string): string {
  return AGREEMENT_QUESTIONS[fact](a, b);
}

/** An open question in the words of the sketch, with what each answer would mean for the candidate it moves most. */
export function questionOf(graph: SketchGraph, open: OpenQuestion): Question {
  const shape = shapeOf(open.address);
  const touches = open.touches.toSorted((a, b) => b.belief.logOdds - a.belief.logOdds);
  return {
    ...open.address,
    text: questionText(graph, open.address, touches[0]?.belief.match.between),
    why: whyOf(graph, touches),
    get answers() {
      return possibleAnswers(graph, shape, open);
    },
    multiple: shape.shape !== "choice",
    information: open.information,
    get candidates() {
      return touches.map(({ belief }) => ({ between: belief.pair, mechanism: belief.explanation.key }));
    },
  };
}

/** `sides` tells which side of an agreement to name first; the pair itself has no order. */
export function questionText(
  graph: SketchGraph,
  address: FactAddress,
  sides?: readonly [string, string],
): string {
  const { about } = address;
  if ("component" in about)
    return COMPONENT_QUESTIONS[address.fact as ComponentFact](graph.name(about.component));
  if ("agreement" in about) {
    const [a, b] = sides ?? about.agreement;
    return agreementQuestion(address.fact as AgreementFact, graph.name(a), graph.name(b));
  }
  const connection = graph.connections.get(about.connection);
  const object = graph.objectName(about.connection);
  return CONNECTION_QUESTIONS[address.fact as ConnectionFact]({
    from: graph.name(connection?.from ?? ""),
    to: graph.name(connection?.to ?? ""),
    object: object === undefined ? "what it carries" : `“${object}”`,
  });
}

function whyOf(graph: SketchGraph, touches: OpenQuestion["touches"]): string {
  const [first] = touches;
  if (first === undefined) return "";
  const [a, b] = first.belief.match.between;
  const others = new Set(touches.map(({ belief }) => belief.pair.join("~"))).size - 1;
  const also = others > 0 ? ` It also bears on ${others} other ${others === 1 ? "pair" : "pairs"}.` : "";
  return `It helps to tell whether ${graph.name(a)} and ${graph.name(b)} rest on an agreement that nobody stated (${first.belief.explanation.title.toLowerCase()}).${also}`;
}

export function shapeOf({ about, fact }: FactAddress): FactShape {
  if ("component" in about) return COMPONENT_FACTS[fact as ComponentFact];
  if ("connection" in about) return CONNECTION_FACTS[fact as ConnectionFact];
  return AGREEMENT_FACTS[fact as AgreementFact];
}

function possibleAnswers(
  graph: SketchGraph,
  shape: FactShape,
  { address: { about, fact }, touches }: OpenQuestion,
): readonly PossibleAnswer[] {
  const meaningOf = (value: PossibleAnswer["value"]) => {
    for (const { belief, rule } of touches) {
      const reading =
        value === UNKNOWN ? ({ kind: "unknown" } as const) : ({ kind: "known", value } as const);
      const weighed = weighReading(rule, belief.match, reading);
      if (weighed !== null && weighed[0] !== 0) return `${direction(weighed[0])}: ${weighed[1]}.`;
    }
    return "Neither speaks for a seam nor against one.";
  };
  const answer = (value: string | boolean, label = answerLabel(fact, valueKey(value))) => ({
    value,
    label,
    meaning: meaningOf(shape.shape === "choice" || value === UNKNOWN ? value : [String(value)]),
  });
  const elements = () => neighbours(graph, about).map((id) => answer(id, elementName(graph, id)));
  const known =
    shape.shape === "choice" || shape.shape === "conditions"
      ? shape.values.map((v) => answer(v))
      : elements();
  return [...known, answer(UNKNOWN)];
}

/** An answer in the words of the sketch. */
export function answerText(graph: SketchGraph, address: FactAddress, value: FactValue): string {
  if (typeof value !== "object") return answerLabel(address.fact, valueKey(value));
  const isCondition = shapeOf(address).shape === "conditions";
  const items = value.map((item) =>
    isCondition ? answerLabel(address.fact, item) : elementName(graph, item),
  );
  return items.length === 0 ? "None" : items.join(", ");
}

function direction(weight: number): string {
  return weight > 0 ? "Speaks for a seam" : "Speaks against a seam";
}

/** What a list fact can name: the other components, or the other connections of the same giver. */
function neighbours(graph: SketchGraph, about: Subject): readonly string[] {
  if ("component" in about) return [...graph.components.keys()].filter((id) => id !== about.component);
  if ("connection" in about) {
    const from = graph.connections.get(about.connection)?.from ?? "";
    return graph
      .outgoing(from)
      .map(({ id }) => id)
      .filter((id) => id !== about.connection);
  }
  return [];
}

function elementName(graph: SketchGraph, id: string): string {
  const connection = graph.connections.get(id);
  if (connection === undefined) return graph.name(id);
  return `${graph.name(connection.from)} → ${graph.name(connection.to)}`;
}
