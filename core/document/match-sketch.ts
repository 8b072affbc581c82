import type { Architecture, Boundary, Component, Connection } from "../architecture/architecture.schema.ts";
import { byId } from "../architecture/text-order.ts";
import type { ComponentKind } from "../architecture/vocabulary.ts";
import { idFrom } from "./free-id.ts";

/** Which element of a sketch an element that comes in is: what is not named is new there. By ids. */
export interface SketchMatch {
  readonly components: ReadonlyMap<string, string>;
  readonly boundaries: ReadonlyMap<string, string>;
  readonly objects: ReadonlyMap<string, string>;
  readonly connections: ReadonlyMap<string, string>;
}

/** Kinds that one file calls this and another that: the same name in one family is the same component. */
const FAMILY: Readonly<Record<ComponentKind, string>> = {
  person: "who asks",
  client: "who asks",
  gateway: "on the way",
  enforcer: "on the way",
  network: "on the way",
  service: "works",
  executor: "works",
  worker: "works",
  scheduler: "works",
  controller: "works",
  monitor: "works",
  external: "works",
  store: "holds",
  cache: "holds",
  queue: "holds",
  config: "holds",
  directory: "holds",
};

/**
 * Finds what comes in among what is there. Components by name, exact before alike, and by the family of their kind; where
 * the kind is a guess, and the name is there once, by the name alone. What came in before is found again.
 */
export function matchSketch(
  there: Architecture,
  incoming: Architecture,
  guessedKinds: ReadonlySet<string>,
): SketchMatch {
  const components = matchComponents(there.components, incoming.components, guessedKinds);
  return {
    components,
    boundaries: matchBoundaries(there.boundaries, incoming.boundaries),
    objects: matchObjects(there.objects, incoming.objects),
    connections: matchConnections(there.connections, incoming.connections, components),
  };
}

/** One spelling for names that people would call the same. */
function foldName(name: string): string {
  return name.normalize("NFKC").replaceAll(/\s+/g, " ").trim().toLowerCase();
}

function matchComponents(
  there: readonly Component[],
  incoming: readonly Component[],
  guessedKinds: ReadonlySet<string>,
): ReadonlyMap<string, string> {
  const pairs = new Pairs();
  const known = new Map(there.map((one) => [one.id, one]));
  for (const one of byId(incoming)) {
    const isCopy = ({ id, name, kind }: Component) =>
      !pairs.isTaken(id) && name === one.name && kind === one.kind;
    pairs.match(one.id, idFrom(one.id, known, isCopy));
  }
  for (const keyOf of WAYS_TO_FIND) {
    const waiting = Map.groupBy(pairs.notTaken(there), keyOf);
    for (const one of pairs.notMatched(incoming)) pairs.match(one.id, waiting.get(keyOf(one))?.shift()?.id);
  }
  matchGuesses(pairs, there, incoming, guessedKinds);
  return pairs.matched;
}

/** A guessed kind says nothing: one name that is there once is one component. */
function matchGuesses(
  pairs: Pairs,
  there: readonly Component[],
  incoming: readonly Component[],
  guessedKinds: ReadonlySet<string>,
): void {
  const leftThere = Map.groupBy(pairs.notTaken(there), byName);
  for (const [name, [one, ...others]] of Map.groupBy(pairs.notMatched(incoming), byName)) {
    const [same, ...more] = leftThere.get(name) ?? [];
    const isSure = others.length + more.length === 0;
    if (one !== undefined && isSure && guessedKinds.has(one.id)) pairs.match(one.id, same?.id);
  }
}

/** What was found so far: each once, on both sides. */
class Pairs {
  readonly matched = new Map<string, string>();
  readonly #taken = new Set<string>();

  match(incoming: string, there: string | undefined): void {
    if (there === undefined || this.#taken.has(there)) return;
    this.matched.set(incoming, there);
    this.#taken.add(there);
  }

  isTaken(there: string): boolean {
    return this.#taken.has(there);
  }

  notTaken<T extends { readonly id: string }>(there: readonly T[]): readonly T[] {
    return byId(there).filter(({ id }) => !this.#taken.has(id));
  }

  notMatched<T extends { readonly id: string }>(incoming: readonly T[]): readonly T[] {
    return byId(incoming).filter(({ id }) => !this.matched.has(id));
  }
}

const byName = ({ name }: { readonly name: string }) => foldName(name);

type KeyOf = (one: Pick<Component, "name" | "kind">) => string;

const WAYS_TO_FIND: readonly KeyOf[] = [
  ({ name, kind }) => `${kind} ${name}`,
  ({ name, kind }) => `${FAMILY[kind]} ${name}`,
  ({ name, kind }) => `${kind} ${foldName(name)}`,
  ({ name, kind }) => `${FAMILY[kind]} ${foldName(name)}`,
];

/** By name and kind, from the outside in: within the same one first, and elsewhere only where the name is there once. */
function matchBoundaries(
  there: readonly Boundary[],
  incoming: readonly Boundary[],
): ReadonlyMap<string, string> {
  const known = new Map(there.map((one) => [one.id, one]));
  const alike = Map.groupBy(byId(there), boundaryKey);
  const alikeIncoming = Map.groupBy(incoming, boundaryKey);
  const pairs = new Pairs();
  for (const level of outsideIn(incoming)) {
    const isBeside = ({ within }: Boundary, other: Boundary) =>
      other.within === (within === null ? null : pairs.matched.get(within));
    for (const one of level) {
      const isCopy = (other: Boundary) =>
        !pairs.isTaken(other.id) &&
        other.name === one.name &&
        other.kind === one.kind &&
        isBeside(one, other);
      pairs.match(one.id, idFrom(one.id, known, isCopy));
    }
    for (const one of pairs.notMatched(level)) {
      const free = (alike.get(boundaryKey(one)) ?? []).filter(({ id }) => !pairs.isTaken(id));
      const isAlone = free.length === 1 && alikeIncoming.get(boundaryKey(one))?.length === 1;
      pairs.match(one.id, (isAlone ? free[0] : free.find((other) => isBeside(one, other)))?.id);
    }
  }
  return pairs.matched;
}

function boundaryKey({ kind, name }: Boundary): string {
  return `${kind} ${foldName(name)}`;
}

/** Those on the sheet, those in them, and so on. Boundaries of a sketch lie in no circle. */
function outsideIn(boundaries: readonly Boundary[]): readonly (readonly Boundary[])[] {
  const inside = Map.groupBy(byId(boundaries), ({ within }) => within);
  const levels: (readonly Boundary[])[] = [];
  for (
    let level = inside.get(null) ?? [];
    level.length > 0;
    level = level.flatMap(({ id }) => inside.get(id) ?? [])
  )
    levels.push(level);
  return levels;
}

function matchObjects(
  there: Architecture["objects"],
  incoming: Architecture["objects"],
): ReadonlyMap<string, string> {
  const known = new Map(
    byId(there)
      .toReversed()
      .map(({ id, name }) => [foldName(name), id]),
  );
  return new Map(
    incoming.flatMap(({ id, name }) => {
      const same = known.get(foldName(name));
      return same === undefined ? [] : [[id, same] as const];
    }),
  );
}

/** What leads the same way and is of the same kind is there already, however many of them there are. */
function matchConnections(
  there: readonly Connection[],
  incoming: readonly Connection[],
  components: ReadonlyMap<string, string>,
): ReadonlyMap<string, string> {
  const known = new Map(
    byId(there)
      .toReversed()
      .map((one) => [wayKey(one), one.id]),
  );
  return new Map(
    incoming.flatMap((one) => {
      const [from, to] = [components.get(one.from), components.get(one.to)];
      if (from === undefined || to === undefined) return [];
      const same = known.get(wayKey({ ...one, from, to }));
      return same === undefined ? [] : [[one.id, same] as const];
    }),
  );
}

export function wayKey({ from, to, kind }: Pick<Connection, "from" | "to" | "kind">): string {
  return `${from} ${kind} ${to}`;
}
