import fc from "fast-check";
import type { Architecture } from "#core/architecture/architecture.schema.ts";
import { BOUNDARY_KINDS, COMPONENT_KINDS, CONNECTION_KINDS, FORMAT } from "#core/architecture/vocabulary.ts";

const COMPONENTS = 14;
const BOUNDARIES = 5;
const numbered = (prefix: string, count: number) => Array.from({ length: count }, (_, i) => `${prefix}${i}`);
const plain = { facts: {}, numbers: {}, notes: "" };

export interface SketchOptions {
  readonly name?: fc.Arbitrary<string>;
}

/** Small sketches with cycles, self-links, parallel connections, empty boundaries and boundaries within each other. */
export function arbitrarySketch({
  name = fc.constant("Name"),
}: SketchOptions = {}): fc.Arbitrary<Architecture> {
  const ids = numbered("c", COMPONENTS);
  const boundaryIds = numbered("b", BOUNDARIES);
  const boundary = (id: string, i: number) =>
    fc.record({
      id: fc.constant(id),
      name,
      kind: fc.constantFrom(...BOUNDARY_KINDS.slice(0, 2)),
      within: fc.constantFrom(null, ...boundaryIds.slice(0, i)),
    });
  const component = (id: string) =>
    fc.record({
      id: fc.constant(id),
      name,
      kind: fc.constantFrom(...COMPONENT_KINDS),
      boundaries: fc.subarray(boundaryIds, { maxLength: 2 }),
    });
  const connection = fc.record({
    from: fc.constantFrom(...ids),
    to: fc.constantFrom(...ids),
    kind: fc.constantFrom(...CONNECTION_KINDS),
    carries: fc.constantFrom(null, "o1"),
  });
  return fc
    .record({
      title: name,
      object: name,
      count: fc.nat({ max: COMPONENTS }),
      components: fc.tuple(...ids.map(component)),
      boundaries: fc.tuple(...boundaryIds.map(boundary)),
      connections: fc.array(connection, { maxLength: 30 }),
    })
    .map(({ title, object, count, components, boundaries, connections }) => {
      const kept = components.slice(0, count);
      const exists = (id: string) => kept.some((one) => one.id === id);
      return {
        format: FORMAT,
        title,
        summary: "",
        objects: [{ id: "o1", name: object }],
        boundaries,
        components: kept.map((one) => ({ ...one, ...plain })),
        connections: connections
          .filter(({ from, to }) => exists(from) && exists(to))
          .map((one, i) => ({ ...one, id: `k${i}`, over: [], ...plain })),
        agreements: [],
        history: [],
      } satisfies Architecture;
    });
}

/** The same sketch with every list in another order. */
export function arbitraryShuffle(architecture: Architecture): fc.Arbitrary<Architecture> {
  const shuffled = <T>(items: readonly T[]) => fc.shuffledSubarray([...items], { minLength: items.length });
  return fc
    .record({
      objects: shuffled(architecture.objects),
      boundaries: shuffled(architecture.boundaries),
      components: shuffled(
        architecture.components.map((one) => ({ ...one, boundaries: [...one.boundaries].reverse() })),
      ),
      connections: shuffled(architecture.connections),
    })
    .map((lists) => ({ ...architecture, ...lists }));
}
