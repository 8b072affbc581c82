import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { renderSketch } from "#core/diagram/render-sketch.ts";
import { arbitraryShuffle, arbitrarySketch } from "#tests/support/arbitrary-sketch.ts";
import { readMarkup } from "#tests/support/check-markup.ts";

const hostile = fc.oneof(
  fc.constantFrom(
    "</text><script>alert(1)</script>",
    '" onload="alert(1)',
    "]]><!--",
    "&amp;&#x0;",
    "\u0000\u0008\uFFFE",
    "\uD800 half a pair",
    "a".repeat(200),
    "漢字 и العربية",
  ),
  fc.string({ unit: "binary", maxLength: 40 }),
);
const DRAWN = ["svg", "title", "desc", "g", "rect", "path", "circle", "text"];

describe("renderSketch", () => {
  it("writes well-formed SVG and nothing but shapes, whatever people call things", () => {
    fc.assert(
      fc.property(arbitrarySketch({ name: hostile }), hostile, (architecture, title) => {
        const { elements, problem } = readMarkup(
          renderSketch(architecture, { title, seams: [["c0", "c1"]] }),
        );
        expect(problem).toBeNull();
        expect(elements.filter((name) => !DRAWN.includes(name))).toEqual([]);
      }),
    );
  });

  it("draws the same picture whatever order the lists have", () => {
    fc.assert(
      fc.property(
        arbitrarySketch().chain((one) => fc.tuple(fc.constant(one), arbitraryShuffle(one))),
        ([one, other]) => {
          expect(renderSketch(other)).toBe(renderSketch(one));
        },
      ),
    );
  });
});
