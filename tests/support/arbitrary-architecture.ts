import fc from "fast-check";
import type { Architecture, Facts, FactValue } from "#core/architecture/architecture.schema.ts";
import { pairKey } from "#core/architecture/subject.ts";
import {
  AGREEMENT_FACTS,
  COMPONENT_FACTS,
  COMPONENT_KINDS,
  CONNECTION_FACTS,
  CONNECTION_KINDS,
  FORMAT,
  HISTORY_KINDS,
  type FactShape,
} from "#core/architecture/vocabulary.ts";

/** Small alphabets on purpose: with few ids the patterns of the catalogue collide, chain and run in circles. */
const COMPONENTS = ["a", "b", "c", "d", "e", "f", "g"];
const OBJECTS = ["o", "p"];

/** The kinds that mechanisms ask for come up more often than the others, or whole patterns would never be met. */
const KINDS = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.constantFrom("client", "enforcer", "service", "store", "cache", "directory", "external"),
  },
  { weight: 1, arbitrary: fc.constantFrom(...COMPONENT_KINDS) },
);

function arbitraryFacts(shapes: Readonly<Record<string, FactShape>>): fc.Arbitrary<Facts> {
  const entries = Object.entries(shapes).map(([name, shape]) => [name, arbitraryValue(shape)] as const);
  return fc.record(Object.fromEntries(entries), { requiredKeys: [] });
}

export function arbitraryValue(shape: FactShape): fc.Arbitrary<FactValue> {
  switch (shape.shape) {
    case "choice":
      return fc.constantFrom(...shape.values, "unknown");
    case "conditions":
      return fc.subarray([...shape.values]);
    case "components":
      return fc.subarray(COMPONENTS);
    case "connections":
      return fc.constant([]);
    case "text":
      return fc.constant("as text");
  }
}

const arbitraryComponent = (id: string) =>
  fc.record({
    id: fc.constant(id),
    name: fc.constant(`Component ${id.toUpperCase()}`),
    kind: KINDS,
    boundaries: fc.constant([]),
    notes: fc.constant(""),
    facts: arbitraryFacts(COMPONENT_FACTS),
    numbers: fc.constant({}),
  });

const arbitraryConnection = fc.record({
  from: fc.constantFrom(...COMPONENTS),
  to: fc.constantFrom(...COMPONENTS),
  kind: fc.constantFrom(...CONNECTION_KINDS),
  carries: fc.option(fc.constantFrom(...OBJECTS), { freq: 8 }),
  over: fc.subarray(COMPONENTS, { maxLength: 2 }),
  notes: fc.constant(""),
  facts: arbitraryFacts(CONNECTION_FACTS),
  numbers: fc.constant({}),
});

const arbitraryAgreement = fc.record({
  between: fc
    .tuple(fc.constantFrom(...COMPONENTS), fc.constantFrom(...COMPONENTS))
    .filter(([a, b]) => a !== b),
  about: fc.constant("what both must agree on"),
  facts: arbitraryFacts(AGREEMENT_FACTS),
});

/** Few dates, so that a fix and the trouble after it meet at one place. Connections by number, for there may be fewer. */
export const arbitraryHistoryEntry = fc.record({
  date: fc.constantFrom("2024-01-01", "2024-06-01", "2025-01-01"),
  kind: fc.constantFrom(...HISTORY_KINDS),
  about: fc.subarray(COMPONENTS, { maxLength: 3 }),
  worked: fc.array(fc.nat({ max: 27 }), { maxLength: 3 }),
  failed: fc.array(fc.nat({ max: 27 }), { maxLength: 3 }),
});

type HistoryDraw = typeof arbitraryHistoryEntry extends fc.Arbitrary<infer T> ? T : never;

/** The architecture with one more thing that happened. */
export function withHistory(
  architecture: Architecture,
  { worked, failed, ...entry }: HistoryDraw,
): Architecture {
  const { connections, history } = architecture;
  const ids = (numbers: readonly number[]) => [
    ...new Set(numbers.flatMap((number) => connections[number]?.id ?? [])),
  ];
  const said = { text: "what happened", covered: "", leftOpen: "" };
  const one = { id: `h${history.length}`, ...said, ...entry, worked: ids(worked), failed: ids(failed) };
  return { ...architecture, history: [...history, one] };
}

/** Well-formed architectures of seven components, with facts answered here and there and a history now and then. */
export const arbitraryArchitecture: fc.Arbitrary<Architecture> = fc
  .record({
    components: fc.tuple(...COMPONENTS.map(arbitraryComponent)),
    connections: fc.array(arbitraryConnection, { maxLength: 28, size: "max" }),
    agreements: fc.uniqueArray(arbitraryAgreement, {
      maxLength: 6,
      selector: ({ between }) => pairKey(...between),
    }),
    history: fc.array(arbitraryHistoryEntry, { maxLength: 4 }),
  })
  .map(({ components, connections, agreements, history }) =>
    history.reduce<Architecture>(withHistory, {
      format: FORMAT,
      title: "Arbitrary",
      summary: "",
      objects: OBJECTS.map((id) => ({ id, name: `object ${id}` })),
      boundaries: [],
      components,
      connections: connections.map((connection, i) => ({ ...connection, id: `c${i}` })),
      agreements: agreements.map((agreement, i) => ({ ...agreement, id: `agreement-${i}` })),
      history: [],
    }),
  );
