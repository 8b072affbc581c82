import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Architecture } from "#core/architecture/architecture.schema.ts";
import { layoutSketch, type Box } from "#core/diagram/layout-sketch.ts";
import { chainOf, nestBoundaries, SHEET } from "#core/diagram/nest-boundaries.ts";
import { arbitraryShuffle, arbitrarySketch } from "#tests/support/arbitrary-sketch.ts";

const overlap = (a: Box, b: Box) =>
  a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;
const holds = (outer: Box, inner: Box) =>
  outer.x < inner.x &&
  outer.y < inner.y &&
  outer.x + outer.width > inner.x + inner.width &&
  outer.y + outer.height > inner.y + inner.height;

function check(law: (architecture: Architecture) => void): void {
  fc.assert(fc.property(arbitrarySketch(), law));
}

describe("layoutSketch", () => {
  it("gives the same layout whatever order the lists have", () => {
    fc.assert(
      fc.property(
        arbitrarySketch().chain((one) => fc.tuple(fc.constant(one), arbitraryShuffle(one))),
        ([one, other]) => {
          expect(layoutSketch(other)).toEqual(layoutSketch(one));
        },
      ),
    );
  });

  it("places every component and every boundary on the sheet", () => {
    check((architecture) => {
      const { components, boundaries, width, height } = layoutSketch(architecture);
      expect([...components.keys()].sort()).toEqual(architecture.components.map(({ id }) => id).sort());
      const sheet = { x: 0, y: 0, width, height };
      for (const box of [...components.values(), ...boundaries.values()])
        expect(holds(sheet, box)).toBe(true);
    });
  });

  it("never lets two components overlap", () => {
    check((architecture) => {
      const boxes = [...layoutSketch(architecture).components.values()];
      boxes.forEach((box, i) => {
        for (const other of boxes.slice(i + 1)) expect(overlap(box, other)).toBe(false);
      });
    });
  });

  it("keeps members inside their boundary and everything else outside", () => {
    check((architecture) => {
      const nesting = nestBoundaries(architecture, "trust");
      const layout = layoutSketch(architecture);
      for (const [id, box] of layout.components) {
        const chain = chainOf(nesting.holderOf.get(id) ?? SHEET, nesting.outerOf);
        for (const [boundary, outline] of layout.boundaries) {
          if (chain.includes(boundary)) expect(holds(outline, box)).toBe(true);
          else expect(overlap(outline, box)).toBe(false);
        }
      }
    });
  });

  it("lets two boundaries overlap only when one lies within the other", () => {
    check((architecture) => {
      const { outerOf } = nestBoundaries(architecture, "trust");
      const boxes = [...layoutSketch(architecture).boundaries];
      for (const [id, box] of boxes) {
        for (const [other, otherBox] of boxes) {
          if (id === other) continue;
          if (chainOf(id, outerOf).includes(other)) expect(holds(otherBox, box)).toBe(true);
          else if (!chainOf(other, outerOf).includes(id)) expect(overlap(box, otherBox)).toBe(false);
        }
      }
    });
  });
});
