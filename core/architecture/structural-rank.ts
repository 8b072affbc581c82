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
  const begun = new Map(
    connections.map((c) => {
      const way = `${c.kind}|${shared(graph, c.carries)}|`;
      return [c, { out: hash(`out|${way}`), into: hash(`in|${way}`) }];
    }),
  );
  let ranks = new Map(
    components.map(({ id, kind, boundaries }) => [id, hash(`${kind}|${boundaries.length}`)]),
  );
  for (let round = 0; round < ROUNDS; round += 1) {
    const texts = new Map([...ranks].map(([id, rank]) => [id, String(rank)]));
    const text = (id: string) => texts.get(id) ?? "0";
    ranks = new Map(
      components.map(({ id }) => {
        const out = graph.outgoing(id).map((c) => hash(text(c.to), begun.get(c)?.out));
        const into = graph.incoming(id).map((c) => hash(text(c.from), begun.get(c)?.into));
        return [id, hash([text(id), ...out.sort(ascending), ...into.sort(ascending)].join("|"))];
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

/** FNV-1a, as an unsigned 32-bit number; `begun` is the hash of a text that comes before. */
function hash(text: string, begun = 0x811c9dc5): number {
  let value = begun;
  for (let i = 0; i < text.length; i += 1) {
    value = Math.imul(value ^ text.charCodeAt(i), 0x01000193) >>> 0;
  }
  return value;
}
