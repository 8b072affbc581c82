import {
  boundaryPlaces,
  boundaryUnder,
  placesWhileDragging,
} from "#components/workbench/canvas/boundary-places.ts";
import { dragBoundary, dragComponents, joinings, type Scene } from "#components/workbench/canvas/drag.ts";
import { boxAt } from "#components/workbench/canvas/sketch-drawing.ts";
import { applyCommand } from "#core/document/apply-command.ts";
import type { Command } from "#core/document/command.ts";
import { emptySession } from "#core/document/new-session.ts";
import { describe, expect, test } from "vitest";

const add = (id: string): Command => ({ type: "add-component", id, name: id, kind: "service", at: [0, 0] });
const enclose = (id: string, within: string | null, ...components: readonly string[]): Command => ({
  type: "add-boundary",
  id,
  name: id,
  kind: "trust",
  within,
  components,
});
const { architecture } = [
  add("a"),
  add("b"),
  add("c"),
  add("d"),
  enclose("outer", null, "a"),
  enclose("inner", "outer", "b", "c"),
].reduce(applyCommand, emptySession());
const resting = new Map([
  ["a", boxAt([0, 0])],
  ["b", boxAt([400, 0])],
  ["c", boxAt([400, 200])],
  ["d", boxAt([1_000, 0])],
]);
const scene: Scene = { architecture, resting, kind: "trust", reach: 0 };
const to = (id: string, x: number, y: number, dragging = false) =>
  ({ type: "position", id, position: { x, y }, dragging }) as const;

describe("boundaries", () => {
  const places = boundaryPlaces(architecture, resting, "trust");

  test("lie around what is in them, the outer ones first", () => {
    expect(places.map(({ id, members }) => [id, [...members].sort()])).toEqual([
      ["outer", ["a", "b", "c"]],
      ["inner", ["b", "c"]],
    ]);
    const [outer, inner] = places;
    expect(outer?.area.x).toBeLessThan(0);
    expect((inner?.area.x ?? 0) + (inner?.area.width ?? 0)).toBeLessThan(
      (outer?.area.x ?? 0) + (outer?.area.width ?? 0),
    );
  });

  test("the innermost one under a box is the one it lies in", () => {
    expect(boundaryUnder(places, boxAt([400, 100]))).toBe("inner");
    expect(boundaryUnder(places, boxAt([120, 100]))).toBe("outer");
    expect(boundaryUnder(places, boxAt([1_000, 0]))).toBeNull();
  });

  test("do not stretch after what is dragged out, and stay where the last one leaves", () => {
    const meanwhile = placesWhileDragging(architecture, resting, "trust", new Set(["c"]));
    expect(boundaryUnder(meanwhile, boxAt([400, 230]))).toBeNull();
    const emptied = placesWhileDragging(architecture, resting, "trust", new Set(["b", "c"]));
    expect(boundaryUnder(emptied, boxAt([400, 0]))).toBe("inner");
  });
});

describe("a drop", () => {
  test("into a boundary, out of one, and within one", () => {
    const dropped = (id: string, x: number, y: number) =>
      joinings(scene, dragComponents(scene, [to(id, x, y)], null));
    expect(dropped("d", 410, 60)).toEqual([
      { type: "put-in-boundary", components: ["d"], kind: "trust", boundary: "inner" },
    ]);
    expect(dropped("c", 1_200, 900)).toEqual([
      { type: "put-in-boundary", components: ["c"], kind: "trust", boundary: null },
    ]);
    expect(dropped("c", 410, 30)).toEqual([]);
  });

  test("of a boundary takes everything in it along, by the same way", () => {
    const [outer] = boundaryPlaces(architecture, resting, "trust");
    if (outer === undefined) throw new Error("There is no boundary.");
    const { moves } = dragBoundary(scene, outer, to("boundary:outer", outer.area.x + 30, outer.area.y - 10));
    expect(Object.fromEntries(moves.map(({ id, position }) => [id, position]))).toEqual({
      a: { x: 30, y: -10 },
      b: { x: 430, y: -10 },
      c: { x: 430, y: 190 },
    });
  });
});
