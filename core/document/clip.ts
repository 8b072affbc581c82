import type { Answer, Architecture, Facts } from "../architecture/architecture.schema.ts";
import { answersOf } from "../architecture/reading.ts";
import { pairKey, pairOf, type Pair } from "../architecture/subject.ts";
import { COMPONENT_FACTS, CONNECTION_FACTS } from "../architecture/vocabulary.ts";
import { insertEntry } from "./entries.ts";
import { emptySession } from "./new-session.ts";
import { asPosition } from "./position.ts";
import type { Position, Session } from "./session.schema.ts";

type NewId = (kind: "component" | "connection" | "agreement" | "seam" | "object" | "boundary") => string;
interface Entry {
  readonly id: string;
}
type Named = Entry & { readonly name: string; readonly kind?: string };

/**
 * What was picked out, as a session of its own: the components, whatever connects two of them, what travels there, the
 * boundaries they lie in, and what was answered about all of it. It can be pasted anywhere, also as a file.
 */
export function clipOf(session: Session, components: readonly string[]): Session {
  const { architecture, positions, seams } = session;
  const picked = new Set(components);
  const isBetween = ([a, b]: readonly [string, string]) => picked.has(a) && picked.has(b);
  const connections = architecture.connections
    .filter(({ from, to }) => isBetween([from, to]))
    .map((connection) => ({ ...connection, over: connection.over.filter((id) => picked.has(id)) }));
  const carried = new Set(connections.map(({ carries }) => carries));
  const inside = architecture.components.filter(({ id }) => picked.has(id));
  const around = new Set(inside.flatMap(({ boundaries }) => boundaries));
  return {
    ...emptySession(architecture.title),
    architecture: {
      ...emptySession(architecture.title).architecture,
      components: inside,
      connections,
      objects: architecture.objects.filter(({ id }) => carried.has(id)),
      boundaries: architecture.boundaries
        .filter(({ id }) => around.has(id))
        .map((boundary) => ({
          ...boundary,
          within: boundary.within !== null && around.has(boundary.within) ? boundary.within : null,
        })),
      agreements: architecture.agreements.filter(({ between }) => isBetween(between)),
    },
    positions: Object.fromEntries(Object.entries(positions).filter(([id]) => picked.has(id))),
    seams: seams.filter(({ between }) => isBetween(between)),
  };
}

/**
 * A clip made ready for a session: what it holds is new there, moved by `by`. Objects and boundaries that the session
 * knows by id and name are the same ones; those it knows by another name are new.
 */
export function clipFor(session: Session, clip: Session, by: Position, newId: NewId): Session {
  const names = namesFor(session, clip, newId);
  const renamedPair = ([a, b]: Pair) => pairOf(names.component(a), names.component(b));
  return {
    ...clip,
    architecture: {
      ...clip.architecture,
      ...renamedDrawing(clip.architecture, names),
      agreements: clip.architecture.agreements.map((one) => ({
        ...one,
        id: newId("agreement"),
        between: renamedPair(one.between),
      })),
    },
    positions: Object.fromEntries(
      Object.entries(clip.positions).map(([id, [x, y]]) => [
        names.component(id),
        asPosition([x + by[0], y + by[1]]),
      ]),
    ),
    seams: clip.seams.map((one) => ({ ...one, id: newId("seam"), between: renamedPair(one.between) })),
  };
}

/** How the elements that an answer can name are called where they are pasted. */
export interface ElementNames {
  readonly component: (id: string) => string;
  readonly connection: (id: string) => string;
  /** Whether an element that is not in the clip is there anyway. */
  readonly isKnown: (id: string) => boolean;
}

/** How each element of a clip is called where it is pasted. */
interface Names extends ElementNames {
  readonly object: (id: string) => string;
  readonly boundary: (id: string) => string;
}

function namesFor({ architecture: known }: Session, { architecture: clip }: Session, newId: NewId): Names {
  const byMap = (names: ReadonlyMap<string, string>) => (id: string) => names.get(id) ?? id;
  const anew = (entries: readonly Entry[], kind: Parameters<NewId>[0]) =>
    byMap(new Map(entries.map(({ id }) => [id, newId(kind)])));
  const there = new Set([...clip.components, ...clip.connections].map(({ id }) => id));
  const elements = new Set([...known.components, ...known.connections].map(({ id }) => id));
  return {
    component: anew(clip.components, "component"),
    connection: anew(clip.connections, "connection"),
    object: byMap(
      new Map(clip.objects.map((one) => [one.id, sameOr(known.objects, one, () => newId("object"))])),
    ),
    boundary: byMap(
      new Map(clip.boundaries.map((one) => [one.id, sameOr(known.boundaries, one, () => newId("boundary"))])),
    ),
    isKnown: (id) => there.has(id) || elements.has(id),
  };
}

function sameOr(known: readonly Named[], one: Named, newId: () => string): string {
  const same = known.find(({ id }) => id === one.id);
  return same === undefined || (same.name === one.name && same.kind === one.kind) ? one.id : newId();
}

function renamedDrawing(
  { objects, boundaries, components, connections }: Architecture,
  names: Names,
): Pick<Architecture, "objects" | "boundaries" | "components" | "connections"> {
  return {
    objects: objects.map((one) => ({ ...one, id: names.object(one.id) })),
    boundaries: boundaries.map((one) => ({
      ...one,
      id: names.boundary(one.id),
      within: one.within === null ? null : names.boundary(one.within),
    })),
    components: components.map((one) => ({
      ...one,
      id: names.component(one.id),
      boundaries: one.boundaries.map(names.boundary),
      facts: renamedFacts(one.facts, names),
    })),
    connections: connections.map((one) => ({
      ...one,
      id: names.connection(one.id),
      from: names.component(one.from),
      to: names.component(one.to),
      over: one.over.map(names.component),
      carries: one.carries === null ? null : names.object(one.carries),
      facts: renamedFacts(one.facts, names),
    })),
  };
}

/** Everything of a clip that the session does not have yet. */
export function paste(session: Session, { clip }: { readonly clip: Session }): Session {
  const { architecture, positions, seams } = session;
  const all = <T extends { readonly id: string }>(before: readonly T[], added: readonly T[]) =>
    added.reduce(insertEntry, before);
  return {
    ...session,
    architecture: {
      ...architecture,
      objects: all(architecture.objects, clip.architecture.objects),
      boundaries: all(architecture.boundaries, clip.architecture.boundaries),
      components: all(architecture.components, clip.architecture.components),
      connections: all(architecture.connections, clip.architecture.connections),
      agreements: all(
        architecture.agreements,
        newPairs(architecture.agreements, clip.architecture.agreements),
      ),
    },
    positions: { ...clip.positions, ...positions },
    seams: all(seams, newPairs(seams, clip.seams)),
  };
}

/** Two components have one agreement and one mark at most. */
function newPairs<T extends { readonly between: Pair }>(
  before: readonly T[],
  added: readonly T[],
): readonly T[] {
  const known = new Set(before.map(({ between }) => pairKey(...between)));
  return added.filter(({ between }) => !known.has(pairKey(...between)));
}

/** Answers that name other elements name the pasted ones, or what the session has anyway. */
export function renamedFacts(facts: Facts, names: ElementNames): Facts {
  const shapes: Readonly<Record<string, { readonly shape: string }>> = {
    ...COMPONENT_FACTS,
    ...CONNECTION_FACTS,
  };
  return Object.fromEntries(
    Object.entries(facts).map(([name, fact]) => {
      const shape = shapes[name]?.shape;
      if (shape !== "components" && shape !== "connections") return [name, fact];
      const rename = shape === "components" ? names.component : names.connection;
      return [name, answersOf(fact).map((answer) => withNames(answer, rename, names.isKnown))];
    }),
  );
}

function withNames(answer: Answer, rename: (id: string) => string, isKnown: ElementNames["isKnown"]): Answer {
  if (!Array.isArray(answer.value)) return answer;
  return { ...answer, value: (answer.value as readonly string[]).filter(isKnown).map(rename) };
}
