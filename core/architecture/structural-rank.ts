import type { Connection } from "./architecture.schema.ts";
import type { SketchGraph } from "./sketch-graph.ts";

const ROUNDS = 3;

export type StructuralRanks = ReadonlyMap<string, number>;

/**
 * A number for each component that depends on how it is connected and on nothing else: not on ids, names, or the order
 * of lists (colour refinement over kinds, connection kinds and shared objects). Used to break ties by what the sketch
 * says; components it cannot tell apart play the same part.
 */
export function structuralRanks(graph: SketchGraph): StructuralRanks {
  const { components, connections } = graph.architecture;
  const ways = new Map(connections.map((c) => [c, `${c.kind}|${shared(graph, c.carries)}`]));
  let ranks = new Map(
    components.map(({ id, kind, boundaries }) => [id, hash(`${kind}|${boundaries.length}`)]),
  );
  for (let round = 0; round < ROUNDS; round += 1) {
    const before = ranks;
    const along = (direction: string, c: Connection, other: string) =>
      hash(`${direction}|${ways.get(c) ?? ""}|${before.get(other) ?? 0}`);
    ranks = new Map(
      components.map(({ id }) => {
        const out = graph.outgoing(id).map((c) => along("out", c, c.to));
        const into = graph.incoming(id).map((c) => along("in", c, c.from));
        const around = [...out.sort(ascending), ...into.sort(ascending)];
        return [id, hash([before.get(id) ?? 0, ...around].join("|"))];
      }),
    );
  }
  return ranks;
}

function shared(graph: SketchGraph, objectId: string | null): number {
  return objectId === null ? 0 : graph.carrying(objectId).length;
}

function ascending(a: number, b: number): number {
  return a - b;
}

/** FNV-1a, as an unsigned 32-bit number. */
function hash(text: string): number {
  let value = 0x811c9dc5;
  for (let i = 0; i < text.length; i += 1) {
    value = Math.imul(value ^ text.charCodeAt(i), 0x01000193) >>> 0;
  }
  return value;
}
