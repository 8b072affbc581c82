import type { Architecture } from "../architecture/architecture.schema.ts";
import { pairKey, pairOf, type Pair } from "../architecture/subject.ts";
import { renamedFacts } from "./clip.ts";
import { freeIds } from "./free-id.ts";
import type { SketchMatch } from "./match-sketch.ts";
import type { Session } from "./session.schema.ts";

interface Entry {
  readonly id: string;
}

/** How everything that comes in is called: as what it is there, or else by an id that is free. */
export function namesIn(there: Architecture, incoming: Architecture, matched: SketchMatch): SketchMatch {
  const named = (kind: keyof SketchMatch) => {
    const free = freeIds(idsOf(there[kind]), idsOf(incoming[kind]));
    return new Map(incoming[kind].map(({ id }) => [id, matched[kind].get(id) ?? free(id)]));
  };
  return {
    components: named("components"),
    boundaries: named("boundaries"),
    objects: named("objects"),
    connections: named("connections"),
  };
}

/** What comes in, in the names of where it comes to. What is there already stands in it under its id there. */
export function renamedSketch(there: Session, incoming: Session, names: SketchMatch): Session {
  const { architecture } = incoming;
  const component = named(names.components);
  const pair = ([a, b]: Pair) => pairOf(component(a), component(b));
  const known = there.architecture;
  const agreementId = freeIds(idsOf(known.agreements), idsOf(architecture.agreements));
  const historyId = freeIds(idsOf(known.history), idsOf(architecture.history));
  const seamId = freeIds(idsOf(there.seams), idsOf(incoming.seams));
  const positions = Object.entries(incoming.positions).map(([id, place]) => [component(id), place] as const);
  return {
    ...incoming,
    architecture: {
      ...architecture,
      ...renamedDrawing(architecture, names),
      agreements: architecture.agreements.map((one) => ({
        ...one,
        id: agreementId(one.id),
        between: pair(one.between),
      })),
      history: architecture.history.map((one) => ({
        ...one,
        id: historyId(one.id),
        about: one.about.map(component),
        worked: one.worked.map(named(names.connections)),
        failed: one.failed.map(named(names.connections)),
      })),
    },
    positions: Object.fromEntries(positions),
    seams: incoming.seams.map((one) => ({ ...one, id: seamId(one.id), between: pair(one.between) })),
  };
}

type Drawing = Pick<Architecture, "objects" | "boundaries" | "components" | "connections">;

function renamedDrawing(
  { objects, boundaries, components, connections }: Drawing,
  names: SketchMatch,
): Drawing {
  const [component, connection] = [named(names.components), named(names.connections)];
  const [object, boundary] = [named(names.objects), named(names.boundaries)];
  const isKnown = (id: string) => names.components.has(id) || names.connections.has(id);
  const elements = { component, connection, isKnown };
  return {
    objects: objects.map((one) => ({ ...one, id: object(one.id) })),
    boundaries: boundaries.map((one) => ({
      ...one,
      id: boundary(one.id),
      within: one.within === null ? null : boundary(one.within),
    })),
    components: components.map((one) => ({
      ...one,
      id: component(one.id),
      boundaries: [...new Set(one.boundaries.map(boundary))],
      facts: renamedFacts(one.facts, elements),
    })),
    connections: connections.map((one) => ({
      ...one,
      id: connection(one.id),
      from: component(one.from),
      to: component(one.to),
      carries: one.carries === null ? null : object(one.carries),
      over: one.over.map(component),
      facts: renamedFacts(one.facts, elements),
    })),
  };
}

function named(names: ReadonlyMap<string, string>): (id: string) => string {
  return (id) => names.get(id) ?? id;
}

function idsOf(entries: readonly Entry[]): readonly string[] {
  return entries.map(({ id }) => id);
}

/** What is about pairs that nobody spoke of before. */
export function newPairs<T extends { readonly between: Pair }>(
  before: readonly T[],
  added: readonly T[],
): readonly T[] {
  const known = new Set(before.map(({ between }) => pairKey(...between)));
  return added.filter(({ between }) => !known.has(pairKey(...between)));
}
