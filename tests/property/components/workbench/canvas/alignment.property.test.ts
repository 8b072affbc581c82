import { aligned, distributed, snapTo, type Side } from "#components/workbench/canvas/alignment.ts";
import { COMPONENT_SIZE, type Box } from "#core/diagram/layout-sketch.ts";
import fc from "fast-check";
import { describe, expect, test } from "vitest";

const place = fc.integer({ min: -2_000, max: 2_000 });
const box: fc.Arbitrary<Box> = fc.record({ x: place, y: place }).map((at) => ({ ...at, ...COMPONENT_SIZE }));
const boxes = fc
  .array(box, { minLength: 2, maxLength: 8 })
  .map((all) => new Map(all.map((one, i) => [`c${i}`, one])));
const side = fc.constantFrom<Side>("left", "centre", "right", "top", "middle", "bottom");
const axis = fc.constantFrom("across" as const, "down" as const);

describe("aligning", () => {
  test("puts all in one line and leaves the other axis alone", () => {
    fc.assert(
      fc.property(boxes, side, (all, to) => {
        const after = [...aligned(all, to)];
        const isAcross = to === "left" || to === "centre" || to === "right";
        const line = after.map(([, [x, y]]) => (isAcross ? x : y));
        for (const at of line) expect(at).toBeCloseTo(line[0] ?? NaN, 6);
        for (const [id, [x, y]] of after)
          expect(isAcross ? y : x).toBe(isAcross ? all.get(id)?.y : all.get(id)?.x);
      }),
    );
  });
});

describe("distributing", () => {
  test("makes all gaps the same, keeps the order, and leaves the outer two where they are", () => {
    fc.assert(
      fc.property(boxes, axis, (all, along) => {
        const at = along === "across" ? "x" : "y";
        const places = [...distributed(all, along)].map(([id, [x, y]]) => ({
          id,
          at: along === "across" ? x : y,
        }));
        const before = [...all].map(([id, one]) => ({ id, at: one[at] })).sort((a, b) => a.at - b.at);
        const after = before.map(({ id }) => places.find((one) => one.id === id)?.at ?? NaN);
        expect(after[0]).toBeCloseTo(before[0]?.at ?? NaN, 6);
        expect(after.at(-1)).toBeCloseTo(before.at(-1)?.at ?? NaN, 6);
        if (before.length < 3) return;
        const steps = after.slice(1).map((one, i) => one - (after[i] ?? NaN));
        for (const step of steps) expect(step).toBeCloseTo(steps[0] ?? NaN, 6);
      }),
    );
  });
});

describe("snapping", () => {
  test("never moves farther than its reach, and what it moved is in line with what the guide names", () => {
    fc.assert(
      fc.property(
        box,
        fc.array(box, { maxLength: 6 }),
        fc.integer({ min: 1, max: 40 }),
        (moving, others, reach) => {
          const { dx, dy, guides } = snapTo(moving, others, reach);
          expect(Math.max(Math.abs(dx), Math.abs(dy))).toBeLessThanOrEqual(reach);
          for (const { axis: along, at } of guides) {
            const [start, size] =
              along === "across" ? [moving.x + dx, moving.width] : [moving.y + dy, moving.height];
            expect([start, start + size / 2, start + size].some((one) => Math.abs(one - at) < 1e-6)).toBe(
              true,
            );
          }
          if (guides.every((one) => one.axis !== "across")) expect(dx).toBe(0);
        },
      ),
    );
  });
});
