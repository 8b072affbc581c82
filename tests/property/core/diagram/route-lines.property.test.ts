import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { layoutSketch, type Box } from "#core/diagram/layout-sketch.ts";
import { routeLines, type Point } from "#core/diagram/route-lines.ts";
import { arbitrarySketch } from "#tests/support/arbitrary-sketch.ts";

const lies = ({ x, y }: Point, box: Box, within: number) =>
  x > box.x + within &&
  x < box.x + box.width - within &&
  y > box.y + within &&
  y < box.y + box.height - within;

describe("routeLines", () => {
  it("begins and ends on the outlines and passes through no box on its way", () => {
    fc.assert(
      fc.property(arbitrarySketch(), (architecture) => {
        const { components } = layoutSketch(architecture);
        const lines = architecture.connections.map(({ id, from, to }) => ({ key: id, from, to }));
        const routes = routeLines(components, lines);
        for (const { key, from, to } of lines) {
          const route = routes.get(key)!;
          expect(lies(route[0]!, components.get(from)!, -0.01)).toBe(true);
          expect(lies(route.at(-1)!, components.get(to)!, -0.01)).toBe(true);
          for (const box of components.values()) {
            route.slice(1).forEach((point, i) => {
              const before = route[i]!;
              const middle = { x: (before.x + point.x) / 2, y: (before.y + point.y) / 2 };
              expect(lies(middle, box, 0.01)).toBe(false);
            });
          }
        }
      }),
    );
  });
});
