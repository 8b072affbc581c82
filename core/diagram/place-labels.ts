import type { Box } from "./layout-sketch.ts";
import type { Point } from "./route-lines.ts";

export interface LabelWish {
  readonly key: string;
  readonly text: string;
  readonly route: readonly Point[];
}

export const LABEL = { size: 10.5, advance: 6.35, height: 15, longest: 28 } as const;
/** With more labels than this nothing is legible at any place, so each stays in the middle of its line. */
const MOST = 500;
const SHARES = [0.5, 0.35, 0.65, 0.2, 0.8];

/**
 * Puts each label on its own line where it disturbs least: clear of boxes first, then of other labels, then of other
 * lines, and rather on a level stretch that is long enough than across a plumb one.
 */
export function placeLabels(
  wishes: readonly LabelWish[],
  boxes: readonly Box[],
  lines: readonly (readonly Point[])[],
): ReadonlyMap<string, Box> {
  const isCrowded = wishes.length > MOST;
  const strips = (isCrowded ? [] : lines).flatMap((route) =>
    segments(route).map((segment) => ({ route, box: around(segment) })),
  );
  const placed = new Map<string, Box>();
  for (const { key, text, route } of wishes) {
    const width = Array.from(text).length * LABEL.advance + 6;
    let best: Box | undefined;
    let bestCost = Infinity;
    for (const { box, cost } of candidates(route, width)) {
      const total =
        cost +
        1000 * taken(box, isCrowded ? [] : boxes) +
        400 * taken(box, isCrowded ? [] : [...placed.values()]) +
        30 * strips.filter((strip) => strip.route !== route && touches(box, strip.box)).length;
      if (total < bestCost) [best, bestCost] = [box, total];
    }
    if (best !== undefined) placed.set(key, best);
  }
  return placed;
}

function taken(box: Box, others: readonly Box[]): number {
  return others.filter((other) => touches(box, other)).length;
}

type Segment = readonly [Point, Point];

function segments(route: readonly Point[]): readonly Segment[] {
  return route.slice(1).map((point, i) => [route[i] ?? point, point]);
}

function candidates(
  route: readonly Point[],
  width: number,
): readonly { readonly box: Box; readonly cost: number }[] {
  return segments(route).flatMap(([a, b]) => {
    const isLevel = Math.abs(a.x - b.x) > Math.abs(a.y - b.y);
    const length = Math.hypot(a.x - b.x, a.y - b.y);
    const room = length - (isLevel ? width : LABEL.height) - 16;
    return SHARES.map((share, i) => ({
      box: {
        x: a.x + (b.x - a.x) * share - width / 2,
        y: a.y + (b.y - a.y) * share - LABEL.height / 2,
        width,
        height: LABEL.height,
      },
      cost: i * 2 + (isLevel ? 0 : 8) + (room < 0 ? Math.min(200, -3 * room) : 0),
    }));
  });
}

function around([a, b]: Segment): Box {
  return {
    x: Math.min(a.x, b.x) - 2,
    y: Math.min(a.y, b.y) - 2,
    width: Math.abs(a.x - b.x) + 4,
    height: Math.abs(a.y - b.y) + 4,
  };
}

function touches(a: Box, b: Box): boolean {
  return a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;
}
