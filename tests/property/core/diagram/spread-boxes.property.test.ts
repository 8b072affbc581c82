import { COMPONENT_SIZE, type Box } from "#core/diagram/layout-sketch.ts";
import { spreadBoxes } from "#core/diagram/spread-boxes.ts";
import fc from "fast-check";
import { expect, test } from "vitest";

const coordinate = fc.integer({ min: -5_000, max: 5_000 });
const arbitraryBoxes = fc
  .array(fc.tuple(coordinate, coordinate), { maxLength: 12 })
  .map((places) => new Map(places.map(([x, y], i): [string, Box] => [`c${i}`, { x, y, ...COMPONENT_SIZE }])));

const overlap = (a: Box, b: Box) =>
  a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;

test("whatever is left of or above something stays so, nothing comes to overlap, and all of it is on the sheet", () => {
  fc.assert(
    fc.property(arbitraryBoxes, (boxes) => {
      const { components, width, height } = spreadBoxes(boxes);
      expect([...components.keys()]).toEqual([...boxes.keys()]);
      for (const [one, a] of boxes) {
        const at = components.get(one)!;
        expect(at.x >= 0 && at.y >= 0 && at.x + at.width <= width && at.y + at.height <= height).toBe(true);
        for (const [other, b] of boxes) {
          const to = components.get(other)!;
          if (a.x <= b.x) expect(at.x).toBeLessThanOrEqual(to.x);
          if (a.y <= b.y) expect(at.y).toBeLessThanOrEqual(to.y);
          if (one !== other && !overlap(a, b)) expect(overlap(at, to)).toBe(false);
        }
      }
    }),
  );
});
