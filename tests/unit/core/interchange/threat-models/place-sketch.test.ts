import { COMPONENT_SIZE } from "#core/diagram/layout-sketch.ts";
import { emptySession } from "#core/document/new-session.ts";
import { placeSketch, SIZE, type Box } from "#core/interchange/threat-models/place-sketch.ts";
import { arbitraryDocument } from "#tests/support/round-trip.ts";
import { draw } from "#tests/support/draw.ts";
import fc from "fast-check";
import { describe, expect, test } from "vitest";

const isInside = (inner: Box, outer: Box) =>
  inner.x >= outer.x &&
  inner.y >= outer.y &&
  inner.x + inner.width <= outer.x + outer.width &&
  inner.y + inner.height <= outer.y + outer.height;
const overlap = (a: Box, b: Box) =>
  a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;

describe("placeSketch", () => {
  test("takes a component for as large as the canvas does", () => {
    expect(SIZE).toEqual(COMPONENT_SIZE);
  });

  test("leaves what people placed, and puts the rest below it", () => {
    const architecture = draw("Shop", "service a\nservice b\nservice c");
    const placed = placeSketch({ ...emptySession(), architecture, positions: { b: [70, 300] } });
    expect(placed.component("b")).toEqual({ x: 70, y: 300, ...SIZE });
    for (const id of ["a", "c"]) expect(placed.component(id).y).toBeGreaterThan(356);
    expect(overlap(placed.component("a"), placed.component("c"))).toBe(false);
  });

  test("goes around everything that lies in a boundary and in those inside it", () => {
    fc.assert(
      fc.property(arbitraryDocument, (session) => {
        const placed = placeSketch(session);
        const { components, boundaries } = session.architecture;
        for (const { id, boundaries: around } of components)
          for (const one of around) expect(isInside(placed.component(id), placed.boundary(one))).toBe(true);
        for (const { id, within } of boundaries)
          if (within !== null) expect(isInside(placed.boundary(id), placed.boundary(within))).toBe(true);
      }),
    );
  });

  test("keeps boundaries apart that hold nothing in common, where nobody placed anything", () => {
    const text =
      "boundary trust x\nboundary trust y\nboundary trust z\n" +
      "abcdefg"
        .split("")
        .map((id, i) => `service ${id} in [${i % 2 === 0 ? "x" : "y"}]`)
        .join("\n");
    const placed = placeSketch({ ...emptySession(), architecture: draw("Shop", text) });
    expect(overlap(placed.boundary("x"), placed.boundary("y"))).toBe(false);
    expect(overlap(placed.boundary("x"), placed.boundary("z"))).toBe(false);
    expect(overlap(placed.boundary("y"), placed.boundary("z"))).toBe(false);
  });
});
