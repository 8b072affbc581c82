import { number } from "./svg.ts";

const STEPS = 72;

/**
 * A line of equal depth around two points at `focus` left and right of the origin: all places whose distances to the
 * two multiply to `depth` squared (a Cassini oval). Two loops while the depth is below the focus, one from there on.
 */
export function isobath(focus: number, depth: number, stretch: number): string {
  const isApart = depth < focus;
  const widest = isApart ? Math.asin((depth / focus) ** 2) / 2 : Math.PI;
  const angles = Array.from({ length: STEPS + 1 }, (_, i) => -widest + (2 * widest * i) / STEPS);
  const outer = angles.map((angle) => at(angle, 1));
  if (!isApart) return loop(outer);
  const right = [...outer, ...angles.toReversed().map((angle) => at(angle, -1))];
  return loop(right) + loop(right.map(([x, y]) => [-x, y] as const));

  function at(angle: number, side: 1 | -1): readonly [number, number] {
    const root = Math.sqrt(Math.max(0, depth ** 4 - (focus ** 2 * Math.sin(2 * angle)) ** 2));
    const radius = Math.sqrt(Math.max(0, focus ** 2 * Math.cos(2 * angle) + side * root));
    return [radius * Math.cos(angle) * stretch, radius * Math.sin(angle)];
  }
}

function loop(points: readonly (readonly [number, number])[]): string {
  return `M${points.map(([x, y]) => `${number(x)} ${number(y)}`).join("L")}Z`;
}
