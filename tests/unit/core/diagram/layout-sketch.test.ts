import { describe, expect, it } from "vitest";
import type { Architecture } from "#core/architecture/architecture.schema.ts";
import { FORMAT } from "#core/architecture/vocabulary.ts";
import { layoutSketch } from "#core/diagram/layout-sketch.ts";

const plain = { facts: {}, numbers: {}, notes: "" };

function sketch(
  components: readonly (readonly [string, ...string[]])[],
  links: readonly (readonly [string, string])[],
  boundaries: Architecture["boundaries"] = [],
): Architecture {
  return {
    format: FORMAT,
    title: "Sketch",
    summary: "",
    objects: [],
    boundaries,
    components: components.map(([id, ...inside]) => ({
      id,
      name: id,
      kind: "service",
      boundaries: inside,
      ...plain,
    })),
    connections: links.map(([from, to], i) => ({
      id: `k${i}`,
      from,
      to,
      kind: "call",
      carries: null,
      over: [],
      ...plain,
    })),
    agreements: [],
    history: [],
  };
}

describe("layoutSketch", () => {
  it("leads a chain downwards and keeps it straight", () => {
    const { components } = layoutSketch(
      sketch(
        [["a"], ["b"], ["c"]],
        [
          ["a", "b"],
          ["b", "c"],
        ],
      ),
    );
    const [a, b, c] = ["a", "b", "c"].map((id) => components.get(id)!);
    expect([a!.y < b!.y, b!.y < c!.y]).toEqual([true, true]);
    expect(new Set([a!.x, b!.x, c!.x]).size).toBe(1);
  });

  it("survives a sketch of nothing, of one loose component and of a circle", () => {
    expect(layoutSketch(sketch([], [])).components.size).toBe(0);
    expect(layoutSketch(sketch([["a"]], [["a", "a"]])).components.size).toBe(1);
    const circle = layoutSketch(
      sketch(
        [["a"], ["b"]],
        [
          ["a", "b"],
          ["b", "a"],
        ],
      ),
    );
    expect(circle.components.get("a")?.y).not.toBe(circle.components.get("b")?.y);
  });

  it("puts a boundary that claims to lie within itself on the sheet", () => {
    const boundaries = [
      { id: "x", name: "X", kind: "trust", within: "y" },
      { id: "y", name: "Y", kind: "trust", within: "x" },
    ] as const;
    expect(layoutSketch(sketch([["a", "x"]], [], [...boundaries])).boundaries.size).toBe(2);
  });

  it("lays out a thousand components without being asked to hurry", () => {
    const ids = Array.from({ length: 1000 }, (_, i) => [`c${i}`] as const);
    const links = Array.from({ length: 3000 }, (_, i) => [`c${i % 1000}`, `c${(i * 7919) % 1000}`] as const);
    expect(layoutSketch(sketch(ids, links)).components.size).toBe(1000);
  });
});
