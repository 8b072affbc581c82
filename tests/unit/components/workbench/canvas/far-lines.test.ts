import { areManyLines, standingOut } from "#components/workbench/canvas/far-lines.tsx";
import { createEdgeProjector } from "#components/workbench/canvas/flow-projection.ts";
import { drawLines, wantedLines, type DrawnSeam } from "#components/workbench/canvas/sketch-drawing.ts";
import { NOTHING } from "#components/workbench/selection.ts";
import { gridScene } from "#tests/bench/canvas/scene.ts";
import { expect, test } from "vitest";

const session = gridScene(400);
const seams: readonly DrawnSeam[] = [{ between: ["c0", "c9"], label: "found" }];
const edges = createEdgeProjector()(session, seams, drawLines(wantedLines(session, seams)), NOTHING);

test("from afar the lines of a large sketch are one, but for seams and what is selected", () => {
  expect(areManyLines(edges)).toBe(true);
  expect(standingOut(edges, NOTHING).out.map(({ id }) => id)).toEqual(["seam:c0~c9"]);
  const { out, others } = standingOut(edges, { components: ["c7"], connection: "w100" });
  expect(out.length + others.length).toBe(edges.length);
  expect(out.map(({ id }) => id)).toContain("w100");
  expect(others.some(({ source, target }) => [source, target].includes("c7"))).toBe(false);
});
