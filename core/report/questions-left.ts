import type { Architecture } from "../architecture/architecture.schema.ts";
import { readFact } from "../architecture/reading.ts";
import { sketchGraph, type SketchGraph } from "../architecture/sketch-graph.ts";
import {
  addressOfKey,
  componentsOf,
  factKey,
  type FactAddress,
  type Subject,
} from "../architecture/subject.ts";
import { compareText } from "../architecture/text-order.ts";
import type { Diagnosis } from "../diagnosis/diagnosis.ts";
import { questionOf } from "../diagnosis/wording.ts";
import type { Session } from "../document/session.schema.ts";
import { answeredFacts } from "./answered-facts.ts";

/** A question that the session leaves open. */
export interface QuestionLeft {
  readonly question: string;
  /** Who could answer it: whom somebody named, or else the teams in whose boundaries it lies. Empty where nobody is known. */
  readonly whom: readonly string[];
  readonly why: "next" | "referred" | "nobody-knew" | "disputed" | "set-aside";
}

/** Everything that is open when a session ends, the question that would change most first, each of them once. */
export function questionsLeft(session: Session, { next }: Diagnosis): readonly QuestionLeft[] {
  const { architecture, referred, skipped } = session;
  const graph = sketchGraph(architecture);
  const open = new Map<string, QuestionLeft>();
  const add = (address: FactAddress, why: QuestionLeft["why"], named: readonly string[] = []) => {
    const key = factKey(address);
    if (open.has(key)) return;
    const { text } = questionOf(graph, { address, touches: [], information: 0 });
    open.set(key, { question: text, whom: named.length > 0 ? named : teamsOf(graph, address.about), why });
  };
  if (next !== null) add(next, "next");
  for (const key of Object.keys(referred).sort(compareText))
    add(addressOfKey(key), "referred", [referred[key] ?? ""]);
  for (const { address, answers } of answeredFacts(session)) {
    const { kind } = readFact(answers);
    if (kind === "unknown") add(address, "nobody-knew");
    if (kind === "disputed") add(address, "disputed", [...new Set(answers.map(({ by }) => by))]);
  }
  for (const key of skipped) add(addressOfKey(key), "set-aside");
  return [...open.values()];
}

/** The teams that are drawn around what a question is about. */
function teamsOf(graph: SketchGraph, about: Subject): readonly string[] {
  const teams = new Map(teamBoundaries(graph.architecture));
  const names = componentsOf(about, (id) => graph.connections.get(id)).flatMap((id) =>
    (graph.components.get(id)?.boundaries ?? []).flatMap((boundary) => teams.get(boundary) ?? []),
  );
  return [...new Set(names)];
}

function teamBoundaries({ boundaries }: Architecture): readonly (readonly [string, string])[] {
  return boundaries.filter(({ kind }) => kind === "team").map(({ id, name }) => [id, name]);
}
