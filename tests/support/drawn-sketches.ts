import type { Component, Connection } from "#core/architecture/architecture.schema.ts";
import { COMPONENT_KINDS, CONNECTION_KINDS } from "#core/architecture/vocabulary.ts";
import { emptySession } from "#core/document/new-session.ts";
import type { Session } from "#core/document/session.schema.ts";
import type { ExportedInvariant } from "#core/interchange/exporter.ts";

/** A sketch of as many components as there are names, of all kinds in turn, each connected to two others, in nested boundaries. */
export function sketchOf(names: readonly string[], title = "A sketch"): Session {
  const session = emptySession(title);
  const id = (index: number) => `c${index % names.length}`;
  const kind = <T>(kinds: readonly T[], index: number) => kinds[index % kinds.length]!;
  const components = names.map((name, index): Component => {
    const boundaries = index % 3 === 0 ? [] : [`b${index % 4}`];
    const kinds = kind(COMPONENT_KINDS, index);
    return { id: id(index), name, kind: kinds, boundaries, notes: "", facts: {}, numbers: {} };
  });
  const connections = names.flatMap((_, index) =>
    [1, 7].map((step): Connection => {
      const to = id(index + step);
      const carries = index % 2 === 0 ? `o${index % 3}` : null;
      const said = { kind: kind(CONNECTION_KINDS, index + step), carries, over: [], notes: "" };
      return { id: `k${index}-${step}`, from: id(index), to, ...said, facts: {}, numbers: {} };
    }),
  );
  return {
    ...session,
    architecture: {
      ...session.architecture,
      components,
      connections: connections.filter(({ from, to }) => from !== to),
      boundaries: [0, 1, 2, 3].map((index) => {
        const within = index % 2 === 0 ? null : `b${index - 1}`;
        return { id: `b${index}`, name: `Boundary ${index}`, kind: index < 2 ? "trust" : "team", within };
      }),
      objects: [0, 1, 2].map((index) => ({ id: `o${index}`, name: `Object ${index}` })),
    },
  };
}

/** An agreement between two components of such a sketch. */
export function invariantOf(a: string, b: string, said: Partial<ExportedInvariant> = {}): ExportedInvariant {
  return {
    between: [a, b],
    sentence: "What is approved is what runs.",
    ladder: { rung: "stated", limitedTo: [], withoutStatement: false },
    owner: "Platform team",
    mechanism: "evaluated-not-executed",
    title: "Evaluated is not executed",
    zone: "authorization",
    probability: 0.7,
    moves: [],
    ...said,
  };
}
