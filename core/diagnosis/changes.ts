import type { Connection, Fact, Facts } from "../architecture/architecture.schema.ts";
import { answerLabel, FACT_WORDING } from "../architecture/fact-wording.ts";
import { answersOf, valueKey } from "../architecture/reading.ts";
import type { SketchGraph } from "../architecture/sketch-graph.ts";
import type { FactName } from "../architecture/vocabulary.ts";
import type { Edit } from "./edit.ts";

/** What a move did to one element, with its id in the edited copy. */
export interface Change {
  readonly kind: "added" | "removed" | "changed";
  readonly list: "components" | "connections" | "objects" | "agreements";
  readonly id: string;
  readonly sentence: string;
}

/** Every edit as a sentence in the names of the sketch. */
export function changesOf(
  before: SketchGraph,
  after: SketchGraph,
  edits: readonly Edit[],
): readonly Change[] {
  return edits.flatMap((edit) => changeOf(before, after, edit) ?? []);
}

function changeOf(before: SketchGraph, after: SketchGraph, edit: Edit): Change | null {
  switch (edit.op) {
    case "add-component":
    case "add-object":
    case "add-connection":
      return added(after, edit);
    case "remove-connection":
      return removed(before, edit.id);
    case "rewire":
      return rewired(before, after, edit.id, edit.facts);
    case "rework": {
      const sentence = `By that, ${after.name(edit.id)} changes${said(after, edit.facts)}.`;
      return { kind: "changed", list: "components", id: edit.id, sentence };
    }
    case "bind":
      return bound(before, after, edit);
  }
}

type EditOf<Op extends Edit["op"]> = Extract<Edit, { readonly op: Op }>;

function added(after: SketchGraph, edit: EditOf<"add-component" | "add-object" | "add-connection">): Change {
  switch (edit.op) {
    case "add-component": {
      const { id, name, kind, facts } = edit.component;
      return {
        kind: "added",
        list: "components",
        id,
        sentence: `New ${kind}: ${name}${said(after, facts)}.`,
      };
    }
    case "add-object": {
      const { id, name } = edit.object;
      return { kind: "added", list: "objects", id, sentence: `New object: ${name}.` };
    }
    case "add-connection": {
      const { id, facts } = edit.connection;
      const sentence = `New: ${wayOf(after, edit.connection)}${said(after, facts)}.`;
      return { kind: "added", list: "connections", id, sentence };
    }
  }
}

function removed(before: SketchGraph, id: string): Change | null {
  const gone = before.connections.get(id);
  if (gone === undefined) return null;
  return { kind: "removed", list: "connections", id, sentence: `Gone: ${wayOf(before, gone)}.` };
}

function bound(before: SketchGraph, after: SketchGraph, { between, facts }: EditOf<"bind">): Change | null {
  const agreement = after.agreement(...between);
  if (agreement === undefined) return null;
  const [a, b] = between.map(after.name);
  return {
    kind: before.agreement(...between) === undefined ? "added" : "changed",
    list: "agreements",
    id: agreement.id,
    sentence: `The agreement of ${a} and ${b}${said(after, facts)}.`,
  };
}

function rewired(before: SketchGraph, after: SketchGraph, id: string, facts: Facts): Change | null {
  const [was, is] = [before.connections.get(id), after.connections.get(id)];
  if (was === undefined || is === undefined) return null;
  const [old, now] = [wayOf(before, was), wayOf(after, is)];
  const sentence =
    old === now
      ? `Changed: ${now}${said(after, facts)}.`
      : `Rewired: ${now}${said(after, facts)}; it was ${old}.`;
  return { kind: "changed", list: "connections", id, sentence };
}

/** “A calls B: order”, and what it runs over. */
function wayOf(graph: SketchGraph, { id, from, to, kind, over }: Connection): string {
  const object = graph.objectName(id);
  const link = over.length === 0 ? "" : ` over ${over.map(graph.name).join(", ")}`;
  return `${graph.name(from)} ${VERBS[kind]} ${graph.name(to)}${object === undefined ? "" : ` (${object})`}${link}`;
}

const VERBS: Readonly<Record<Connection["kind"], string>> = {
  call: "calls",
  send: "sends to",
  read: "reads from",
  write: "writes to",
  replicate: "is copied to",
  decide: "asks",
  control: "acts on",
  observe: "observes",
  configure: "configures",
};

function said(graph: SketchGraph, facts: Facts): string {
  const entries = Object.entries(facts).map(
    ([name, fact]) =>
      `${FACT_WORDING[name as FactName].label.toLowerCase()}: ${valueWords(graph, name, fact)}`,
  );
  return entries.length === 0 ? "" : `; ${entries.join("; ")}`;
}

function valueWords(graph: SketchGraph, name: string, fact: Fact | undefined): string {
  const values = answersOf(fact).length > 0 ? answersOf(fact).map(({ value }) => value) : [fact as string];
  return values
    .flatMap((value) => (Array.isArray(value) ? value.map(String) : [valueKey(value)]))
    .map((key) => {
      const way = name === "atomicWith" ? graph.connections.get(key) : undefined;
      return way === undefined ? answerLabel(name as FactName, key).toLowerCase() : wayOf(graph, way);
    })
    .join(", ");
}
