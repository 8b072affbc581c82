import type { Architecture, Component, Connection, Facts } from "../architecture/architecture.schema.ts";
import { pairKey } from "../architecture/subject.ts";
import { byId } from "../architecture/text-order.ts";
import { matchSketch, wayKey, type SketchMatch } from "./match-sketch.ts";
import { parseSession } from "./parse-session.ts";
import { placesBeside } from "./places-beside.ts";
import { namesIn, newPairs, renamedSketch } from "./rename-sketch.ts";
import type { Session } from "./session.schema.ts";

/** What comes in. */
interface Merge {
  readonly sketch: Session;
  /** Components of the sketch, by id, whose kind nobody said. */
  readonly guessedKinds: readonly string[];
}

type Lists = "objects" | "boundaries" | "components" | "connections" | "agreements" | "history";

/** What became of a sketch that came into another one. */
export interface Merged {
  readonly session: Session;
  /** What of it was there before, and as what. */
  readonly matched: SketchMatch;
  /** Where all of it is now. */
  readonly names: SketchMatch;
  /** False where both together are more than a session can hold: then nothing came in. */
  readonly fits: boolean;
}

/**
 * Brings a sketch into a session without touching what is there: no name, kind, place or answer changes. What both have
 * is the same; what is new comes in beside, and where nobody answered, what came in answers. Bringing the same in again
 * changes nothing.
 */
export function mergeSketch(session: Session, { sketch, guessedKinds }: Merge): Merged {
  const there = session.architecture;
  const matched = matchSketch(there, sketch.architecture, new Set(guessedKinds));
  const names = namesIn(there, sketch.architecture, matched);
  const incoming = renamedSketch(session, sketch, names);
  const added = whatIsNew(there, incoming.architecture);
  const merged: Session = {
    ...session,
    architecture: {
      ...there,
      objects: withNew(there, added, "objects"),
      boundaries: withNew(there, added, "boundaries"),
      components: withNew(
        { ...there, components: joined(there, incoming.architecture) },
        added,
        "components",
      ),
      connections: withNew(
        { ...there, connections: answered(there, incoming.architecture) },
        added,
        "connections",
      ),
      agreements: withNew(
        { ...there, agreements: agreed(there, incoming.architecture) },
        added,
        "agreements",
      ),
      history: withNew(there, added, "history"),
    },
    positions: { ...placesBeside(session.positions, added, incoming.positions), ...session.positions },
    seams: byId([...session.seams, ...newPairs(session.seams, incoming.seams)]),
  };
  const fits = parseSession(merged).ok;
  return { session: fits ? merged : session, names, matched, fits };
}

function whatIsNew(there: Architecture, incoming: Architecture): Architecture {
  const fresh = <T extends { readonly id: string }>(
    before: readonly T[],
    all: readonly T[],
  ): readonly T[] => {
    const known = new Set(before.map(({ id }) => id));
    return all.filter(({ id }) => !known.has(id));
  };
  const told = new Set(there.history.map(storyKey));
  return {
    ...incoming,
    objects: fresh(there.objects, incoming.objects),
    boundaries: fresh(there.boundaries, incoming.boundaries),
    components: fresh(there.components, incoming.components),
    connections: fresh(there.connections, incoming.connections),
    agreements: newPairs(there.agreements, incoming.agreements),
    history: incoming.history.filter((entry) => !told.has(storyKey(entry))),
  };
}

function storyKey({ date, kind, text }: Architecture["history"][number]): string {
  return `${kind} ${date} ${text}`;
}

function withNew<L extends Lists>(there: Architecture, added: Architecture, list: L): Architecture[L] {
  return added[list].length === 0
    ? there[list]
    : (byId<{ readonly id: string }>([...there[list], ...added[list]]) as unknown as Architecture[L]);
}

/** Components that were there, in the boundaries that they lie in now as well, with what was answered about them. */
function joined(there: Architecture, incoming: Architecture): readonly Component[] {
  const same = new Map(incoming.components.map((one) => [one.id, one]));
  const kinds = new Map([...incoming.boundaries, ...there.boundaries].map(({ id, kind }) => [id, kind]));
  return there.components.map((one) => {
    const other = same.get(one.id);
    if (other === undefined) return one;
    const taken = new Set(one.boundaries.map((id) => kinds.get(id)));
    const more = other.boundaries.filter((id) => !taken.has(kinds.get(id)));
    const facts = withAnswers(one.facts, other.facts);
    if (more.length === 0 && facts === one.facts) return one;
    return { ...one, facts, boundaries: [...one.boundaries, ...more] };
  });
}

/** Connections that were there, with what was answered about them: where several lead one way, nobody can say about which. */
function answered(there: Architecture, incoming: Architecture): readonly Connection[] {
  const before = Map.groupBy(there.connections, wayKey);
  const now = Map.groupBy(incoming.connections, wayKey);
  return there.connections.map((one) => {
    const [same, ...others] = now.get(wayKey(one)) ?? [];
    const isSure = others.length === 0 && before.get(wayKey(one))?.length === 1;
    return same === undefined || !isSure ? one : withFacts(one, withAnswers(one.facts, same.facts));
  });
}

function agreed(there: Architecture, incoming: Architecture): Architecture["agreements"] {
  const same = new Map(incoming.agreements.map((one) => [pairKey(...one.between), one]));
  return there.agreements.map((one) =>
    withFacts(one, withAnswers(one.facts, same.get(pairKey(...one.between))?.facts ?? {})),
  );
}

function withFacts<T extends { readonly facts: Facts }>(entry: T, facts: Facts): T {
  return facts === entry.facts ? entry : { ...entry, facts };
}

/** Where nobody answered, what comes in does. */
function withAnswers(before: Facts, incoming: Facts): Facts {
  const more = Object.entries(incoming).filter(([fact]) => before[fact] === undefined);
  return more.length === 0 ? before : { ...before, ...Object.fromEntries(more) };
}
