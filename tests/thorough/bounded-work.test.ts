import { describe, expect, test } from "vitest";
import type { Architecture } from "#core/architecture/architecture.schema.ts";
import { boundedGraph, MOST_ALIKE } from "#core/architecture/bounded-graph.ts";
import { sketchGraph, type SketchGraph } from "#core/architecture/sketch-graph.ts";
import { structuralRanks } from "#core/architecture/structural-rank.ts";
import { COMPONENT_KINDS } from "#core/architecture/vocabulary.ts";
import { disguise } from "#core/evaluation/disguise.ts";
import { seededRandom } from "#core/simulation/random.ts";
import { CATALOGUE } from "#core/mechanisms/catalogue.ts";
import { incident } from "#tests/support/incidents.ts";
import { hubOfOneObjectScene, hubScene, oneObjectScene, randomScene } from "#tests/support/scenes.ts";

const boundedOf = (architecture: Architecture) => {
  const graph = sketchGraph(architecture);
  return boundedGraph(graph, structuralRanks(graph));
};

/** How many elements of lists all patterns together were handed, and how many they handed back. */
function workOn(architecture: Architecture): number {
  let work = 0;
  const counted = <A extends readonly unknown[], T>(list: (...of: A) => readonly T[]) => {
    return (...of: A) => {
      const found = list(...of);
      work += 1 + found.length;
      return found;
    };
  };
  const bounded = boundedOf(architecture);
  const graph: SketchGraph = {
    ...bounded,
    outgoing: counted(bounded.outgoing),
    incoming: counted(bounded.incoming),
    carrying: counted(bounded.carrying),
    between: counted(bounded.between),
    mostSpecific: counted(bounded.mostSpecific),
    mostSpecificOf: counted(bounded.mostSpecificOf),
  };
  for (const { propose } of CATALOGUE) {
    for (const { parts, signs } of propose(graph))
      work += Object.values(parts).flat().length + signs.flatMap(({ elements }) => elements).length;
  }
  return work;
}

describe(
  "the work of all patterns together grows with the sketch, not with its square",
  { timeout: 60_000 },
  () => {
    /** Four times the size may take a little more than four times the work; the square would take sixteen times. */
    const grows = (scene: (size: number) => Architecture) => workOn(scene(1_200)) / workOn(scene(300));

    test("where everything is connected at random", () => {
      expect(grows(randomScene)).toBeLessThan(8);
    });

    test("where one object is everywhere", () => {
      expect(grows(oneObjectScene)).toBeLessThan(8);
    });

    test("where everything is connected with one service by objects of its own", () => {
      expect(grows(hubScene)).toBeLessThan(8);
    });

    test.each(COMPONENT_KINDS)("where everything is connected with one %s", (kind) => {
      expect(grows((size) => hubOfOneObjectScene(size, kind))).toBeLessThan(8);
    });
  },
);

describe("what is left out at a hub", () => {
  const { documented } = incident("docker-authz-2024");

  test("is nothing in a sketch without one", () => {
    const { architecture } = incident("docker-authz-2024");
    const whole = sketchGraph(architecture);
    const bounded = boundedOf(architecture);
    for (const { id } of architecture.components) {
      expect(bounded.outgoing(id)).toEqual(whole.outgoing(id));
      expect(bounded.incoming(id)).toEqual(whole.incoming(id));
    }
  });

  test("leaves at most as many of each kind as one can look at, and some of each kind there was", () => {
    const architecture = hubScene(2_000);
    const all = sketchGraph(architecture).incoming("c0");
    const kept = Map.groupBy(boundedOf(architecture).incoming("c0"), ({ kind }) => kind);
    expect([...kept.keys()].sort()).toEqual([...new Set(all.map(({ kind }) => kind))].sort());
    for (const some of kept.values()) expect(some.length).toBeLessThanOrEqual(MOST_ALIKE);
  });

  test.each([1, 2, 3, 4, 5])(
    "does not depend on ids or on the order of lists (%i)",
    { timeout: 60_000 },
    (seed) => {
      const architecture = hubOfOneObjectScene(500, "service", seed);
      const other = disguise({ architecture, documented }, seededRandom(seed));
      const beliefs = (of: Architecture, rename = (id: string) => id) => {
        const graph = boundedOf(of);
        return CATALOGUE.flatMap(({ key, propose }) =>
          propose(graph).map(
            ({ between, signs }) =>
              `${key} ${between.map(rename).sort().join("~")} ${signs
                .map(({ sign }) => sign)
                .sort()
                .join()}`,
          ),
        ).sort();
      };
      expect(beliefs(other.architecture, other.originalId)).toEqual(beliefs(architecture));
    },
  );

  test("of those that nothing tells apart a few stand for all", () => {
    const { components, connections, ...rest } = hubScene(200);
    const alike = components.map((c, i) => ({
      ...c,
      kind: i === 0 ? ("service" as const) : ("client" as const),
    }));
    const calls = alike.slice(1).map(({ id }, i) => ({
      ...connections[0]!,
      id: `w${i}`,
      from: id,
      to: "c0",
      kind: "call" as const,
      over: [],
    }));
    const graph = boundedOf({ ...rest, components: alike, connections: calls });
    expect(graph.incoming("c0").length).toBeGreaterThan(1);
    expect(graph.incoming("c0").length).toBeLessThanOrEqual(MOST_ALIKE);
  });
});
