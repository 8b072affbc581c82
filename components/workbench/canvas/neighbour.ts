import { centre } from "#core/diagram/route-lines.ts";
import type { Session } from "#core/document/session.schema.ts";
import { boxesOf } from "./sketch-drawing.ts";

export type Direction = "left" | "right" | "up" | "down";

export const TOWARDS: Readonly<Record<Direction, readonly [number, number]>> = {
  left: [-1, 0],
  right: [1, 0],
  up: [0, -1],
  down: [0, 1],
};

/** The nearest component in a direction; what lies to the side counts as farther than it is. */
export function neighbourTowards(
  { architecture, positions }: Session,
  id: string,
  direction: Direction,
): string | undefined {
  const boxes = boxesOf(architecture, positions);
  const here = boxes.get(id);
  if (here === undefined) return undefined;
  const from = centre(here);
  const [x, y] = TOWARDS[direction];
  let nearest: string | undefined;
  let least = Infinity;
  for (const [other, box] of boxes) {
    const to = centre(box);
    const ahead = (to.x - from.x) * x + (to.y - from.y) * y;
    const aside = Math.abs((to.x - from.x) * y) + Math.abs((to.y - from.y) * x);
    const distance = ahead + 2 * aside;
    if (other === id || ahead <= 0 || distance >= least) continue;
    [nearest, least] = [other, distance];
  }
  return nearest;
}
