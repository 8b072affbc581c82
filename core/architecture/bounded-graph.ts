import type { Connection } from "./architecture.schema.ts";
import { byId } from "./remembered.ts";
import type { SketchGraph } from "./sketch-graph.ts";
import type { StructuralRanks } from "./structural-rank.ts";

/** Of more than this many of a kind at one place nobody reads all. No sketch that a person draws comes near it. */
export const MOST_ALIKE = 32;
/** So many stand for those of which the graph cannot say that any differs from the others. */
const WITNESSES = 3;

/**
 * The graph as patterns look at it: at a hub they see, of each kind of connection, at most MOST_ALIKE, so that what a
 * pattern pairs up at one place is bounded and all of them together grow with the sketch and not with its square.
 *
 * What is left out is decided by structure alone: those stay whose part in the graph the fewest share, and parts are
 * kept or left out whole. Only where all play more common parts than fit do a few stand for the others.
 * At a place with no more than MOST_ALIKE of a kind nothing is left out.
 */
export function boundedGraph(graph: SketchGraph, ranks: StructuralRanks): SketchGraph {
  const rank = (id: string) => ranks.get(id) ?? 0;
  const part = ({ kind, from, to, carries }: Connection) =>
    `${kind} ${rank(from)} ${rank(to)} ${carries === null ? 0 : graph.carrying(carries).length}`;
  const bounded = (all: readonly Connection[]) => {
    if (all.length <= MOST_ALIKE) return all;
    const kept = Map.groupBy(all, ({ kind }) => kind).values();
    return [...kept].flatMap((ofKind) => rarest(ofKind, part));
  };
  return {
    ...graph,
    outgoing: byId((id) => bounded(graph.outgoing(id))),
    incoming: byId((id) => bounded(graph.incoming(id))),
    between: (a, b) => bounded(graph.between(a, b)),
    mostSpecific: (connections) => rarest(connections, part),
    mostSpecificOf: (ids) => rarest(ids, (id) => `${rank(id)}`),
  };
}

/** Those whose part the fewest share, whole parts only, in the order in which they came. */
function rarest<T>(all: readonly T[], partOf: (item: T) => string): readonly T[] {
  if (all.length <= MOST_ALIKE) return all;
  const parts = [...Map.groupBy(all, partOf)].sort(
    ([a, these], [b, those]) => these.length - those.length || (a < b ? -1 : 1),
  );
  const kept = new Set<T>();
  for (const [, same] of parts) {
    if (kept.size + same.length > MOST_ALIKE) break;
    for (const item of same) kept.add(item);
  }
  return kept.size === 0 ? (parts[0]?.[1].slice(0, WITNESSES) ?? []) : all.filter((item) => kept.has(item));
}
