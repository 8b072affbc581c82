import type { Component, Connection, Facts } from "../architecture/architecture.schema.ts";
import { LIMITS } from "../architecture/architecture.schema.ts";
import type { SketchGraph } from "../architecture/sketch-graph.ts";
import type { AgreementFact, ComponentKind } from "../architecture/vocabulary.ts";
import { freshId, type Edit, type Ends } from "./edit.ts";
import { idsIn } from "./match.ts";
import type { Match } from "./mechanism.ts";

/** Collects the edits of one move. Ids of what is new are the same for the same sketch and never one that is taken. */
export interface SketchEditor {
  /** Lies in the boundaries of the component it stands `beside`. */
  readonly component: (
    id: string,
    name: string,
    kind: ComponentKind,
    beside: string,
    facts?: Facts,
  ) => string;
  readonly object: (id: string, name: string) => string;
  readonly connect: (
    kind: Connection["kind"],
    from: string,
    to: string,
    carries: string | null,
    facts?: Facts,
  ) => string;
  readonly rewire: (id: string, ends: Ends, facts?: Facts) => void;
  readonly remove: (id: string) => void;
  readonly rework: (componentId: string, facts: Facts) => void;
  readonly bind: (
    between: readonly [string, string],
    facts: Readonly<Partial<Record<AgreementFact, string>>>,
  ) => void;
  readonly edits: () => readonly Edit[];
}

export function editorOf(graph: SketchGraph): SketchEditor {
  const edits: Edit[] = [];
  const fresh = freshIds(graph);
  return {
    component: (base, name, kind, beside, facts = {}) => {
      const id = fresh("components", base);
      const boundaries: Component["boundaries"] = graph.components.get(beside)?.boundaries ?? [];
      const component = { id, name: clip(name), kind, boundaries, notes: "", facts, numbers: {} };
      edits.push({ op: "add-component", component });
      return id;
    },
    object: (base, name) => {
      const id = fresh("objects", base);
      edits.push({ op: "add-object", object: { id, name: clip(name) } });
      return id;
    },
    connect: (kind, from, to, carries, facts = {}) => {
      const id = fresh("connections", "new-way");
      const connection = { id, from, to, kind, carries, over: [], notes: "", facts, numbers: {} };
      edits.push({ op: "add-connection", connection });
      return id;
    },
    rewire: (id, ends, facts = {}) => {
      const at = edits.findIndex((edit) => edit.op === "rewire" && edit.id === id);
      const before = edits[at];
      if (before?.op !== "rewire") edits.push({ op: "rewire", id, ends, facts });
      else edits[at] = { ...before, ends: { ...before.ends, ...ends }, facts: { ...before.facts, ...facts } };
    },
    remove: (id) => edits.push({ op: "remove-connection", id }),
    rework: (id, facts) => edits.push({ op: "rework", id, facts }),
    bind: ([a, b], facts) => {
      if (a !== b) edits.push({ op: "bind", between: [a, b], facts });
    },
    edits: () => edits,
  };
}

/** Hands out ids that neither the sketch nor an earlier call has. */
function freshIds({ architecture }: SketchGraph) {
  const idsOf = (list: readonly { readonly id: string }[]) => new Set(list.map(({ id }) => id));
  const taken = {
    components: idsOf(architecture.components),
    connections: idsOf(architecture.connections),
    objects: idsOf(architecture.objects),
  };
  return (list: keyof typeof taken, base: string): string => {
    const id = freshId((candidate) => taken[list].has(candidate), base);
    taken[list].add(id);
    return id;
  };
}

/** The connections that play a part of a match. */
export function connectionsIn(graph: SketchGraph, match: Match, part: string): readonly Connection[] {
  return idsIn(match, part).flatMap((id) => graph.connections.get(id) ?? []);
}

/** What a connection carries, as people call it. */
export function carriedName(graph: SketchGraph, way: Connection | undefined, otherwise: string): string {
  return (way === undefined ? undefined : graph.objectName(way.id)) ?? otherwise;
}

function clip(name: string): string {
  return name.slice(0, LIMITS.name).trim();
}
