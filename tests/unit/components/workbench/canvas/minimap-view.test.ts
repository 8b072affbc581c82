import { MAP, mapViewOf, onMap, underMap } from "#components/workbench/canvas/minimap-view.ts";
import { describe, expect, test } from "vitest";

const places = [
  { x: -400, y: 20 },
  { x: 2400, y: 20 },
  { x: 90, y: 1900 },
];

describe("the map of a sketch", () => {
  test("has every component on it", () => {
    const view = mapViewOf(places);
    for (const { x, y } of places) {
      const box = onMap(view, { x, y, width: 168, height: 56 });
      expect(Math.min(box.x, box.y)).toBeGreaterThanOrEqual(0);
      expect(box.x + box.width).toBeLessThanOrEqual(MAP.width);
      expect(box.y + box.height).toBeLessThanOrEqual(MAP.height);
    }
  });

  test("leads back to the place that was pressed", () => {
    const view = mapViewOf(places);
    const { x, y } = onMap(view, { x: 700, y: 500, width: 0, height: 0 });
    const back = underMap(view, { x, y });
    expect(back.x).toBeCloseTo(700);
    expect(back.y).toBeCloseTo(500);
  });

  test("of nothing is a map all the same", () => {
    expect(mapViewOf([])).toEqual({ scale: 1, x: 0, y: 0 });
  });
});
