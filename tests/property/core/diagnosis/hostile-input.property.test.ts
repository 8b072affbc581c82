import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { LIMITS } from "#core/architecture/architecture.schema.ts";
import { MOST_ALIKE } from "#core/architecture/bounded-graph.ts";
import { parseArchitecture } from "#core/architecture/parse-architecture.ts";
import { COMPONENT_KINDS } from "#core/architecture/vocabulary.ts";
import { expectDiagnosed } from "#tests/support/expect-diagnosed.ts";
import { hubOfOneObjectScene, randomScene } from "#tests/support/scenes.ts";

test("a hub of any kind among parts that loop, stand alone or repeat themselves is diagnosed", () => {
  fc.assert(
    fc.property(
      fc.constantFrom(...COMPONENT_KINDS),
      fc.nat(),
      fc.integer({ min: 2, max: 24 }),
      fc.boolean(),
      (kind, seed, size, loops) => {
        const scene = hubOfOneObjectScene(size, kind, seed);
        const bent = scene.connections.map((c, i) => (loops && i % 5 === 0 ? { ...c, to: c.from } : c));
        expectDiagnosed({ ...scene, connections: bent.filter((_, i) => i % 7 !== seed % 7) }, MOST_ALIKE);
      },
    ),
    { numRuns: 1_000 },
  );
});

describe("a file beyond the limits is refused with a pointer", () => {
  const { components, connections, boundaries, ...rest } = randomScene(3);
  const pointersOf = (change: object) => {
    const parsed = parseArchitecture({ ...rest, components, connections, boundaries, ...change });
    return parsed.ok ? [] : parsed.error.map(({ pointer }) => pointer);
  };
  const numbered = <T>(count: number, make: (i: number) => T) =>
    Array.from({ length: count }, (_, i) => make(i));
  const chain = (last: string | null) =>
    numbered(LIMITS.list, (i) => ({
      id: `b${i}`,
      name: "B",
      kind: "trust",
      within: i === LIMITS.list - 1 ? last : `b${i + 1}`,
    }));

  test.each([
    [
      "components",
      { components: numbered(LIMITS.components + 1, (i) => ({ ...components[0], id: `c${i}` })) },
      "/components",
    ],
    [
      "connections",
      { connections: numbered(LIMITS.connections + 1, (i) => ({ ...connections[0], id: `w${i}` })) },
      "/connections",
    ],
    ["objects", { objects: numbered(LIMITS.list + 1, (i) => ({ id: `o${i}`, name: "O" })) }, "/objects"],
    [
      "ways over",
      { connections: [{ ...connections[0], over: numbered(LIMITS.list + 1, () => "c0") }] },
      "/connections/0/over",
    ],
    [
      "letters in a name",
      { components: [{ ...components[0], name: "x".repeat(LIMITS.name + 1) }] },
      "/components/0/name",
    ],
    [
      "letters in a note",
      { components: [{ ...components[0], notes: "x".repeat(1_000_000) }] },
      "/components/0/notes",
    ],
  ])("too many %s", (_, change, pointer) => {
    expect(pointersOf(change)).toEqual([pointer]);
  });

  test("a long chain of boundaries is read, and every one of a long circle is named", () => {
    expect(pointersOf({ boundaries: chain(null) })).toEqual([]);
    expect(pointersOf({ boundaries: chain("b0") })).toContain("/boundaries/0/within");
  });

  test("a boundary that leads into a circle is not part of it", () => {
    const circle = [
      { id: "out", name: "Outside", kind: "trust", within: "x" },
      { id: "x", name: "X", kind: "trust", within: "y" },
      { id: "y", name: "Y", kind: "trust", within: "x" },
    ];
    expect(pointersOf({ boundaries: circle })).toEqual(["/boundaries/1/within", "/boundaries/2/within"]);
  });
});
