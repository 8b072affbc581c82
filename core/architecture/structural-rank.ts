import type { SketchGraph } from "./sketch-graph.ts";

const ROUNDS = 3;

export type StructuralRanks = ReadonlyMap<string, number>;

/**
 * A number for each component that depends on how it is connected and on nothing else: not on ids, names, or the order
 * of lists (colour refinement over kinds, connection kinds and shared objects). Used to break ties by what the sketch
 * says; components it cannot tell apart play the same part.
 */
export function structuralRanks(graph: SketchGraph): StructuralRanks {
  const { components } = graph.architecture;
  let ranks = new Map(components.map(({ id, kind, boundaries }) => [id, hash([kind, boundaries.length])]));
  for (let round = 0; round < ROUNDS; round += 1) {
    const before = ranks;
    const around = (other: string) => before.get(other) ?? 0;
    ranks = new Map(
      components.map(({ id }) => [
        id,
        hash([
          around(id),
          ...graph
            .outgoing(id)
            .map((c) => hash(["out", c.kind, shared(graph, c.carries), around(c.to)]))
            .sort(ascending),
          ...graph
            .incoming(id)
            .map((c) => hash(["in", c.kind, shared(graph, c.carries), around(c.from)]))
            .sort(ascending),
        ]),
      ]),
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

/** FNV-1a over the parts, as an unsigned 32-bit number. */
function hash(parts: readonly (string | number)[]): number {
  const text = parts.join("|");
  let value = 0x811c9dc5;
  for (let i = 0; i < text.length; i += 1) {
    value = Math.imul(value ^ text.charCodeAt(i), 0x01000193) >>> 0;
  }
  return value;
}
