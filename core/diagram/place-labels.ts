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
/** Where it would lie on a box or on another label at all of these, there are more. */
const MORE_SHARES = [0.27, 0.73, 0.42, 0.58, 0.12, 0.88];
/** The copies behind a component, and the heads of the lines that end at it: rather no place for a label. */
const AROUND_BOX = 11;
const COST = { box: 1000, label: 400, nearBox: 60, line: 30 } as const;

/**
 * Puts each label on its own line where it disturbs least: clear of boxes first, then of other labels, then of other
 * lines, and rather on a level stretch that is long enough than across a plumb one.
 */
export function placeLabels(
  wishes: readonly LabelWish[],
  boxes: readonly Box[],
  lines: readonly (readonly Point[])[],
  sheetWidth: number | null = null,
): ReadonlyMap<string, Box> {
  const isCrowded = wishes.length > MOST;
  const strips = (isCrowded ? [] : lines).flatMap((route) =>
    segments(route).map((segment) => ({ route, box: around(segment) })),
  );
  const placed = new Map<string, Box>();
  for (const { key, text, route } of wishes) {
    const width = Array.from(text).length * LABEL.advance + 6;
    const disturbs = (box: Box): number => {
      if (isCrowded) return 0;
      const near = boxes.filter((other) => touches(wider(box), other));
      return (
        COST.box * near.filter((other) => touches(box, other)).length +
        COST.nearBox * near.length +
        COST.label * [...placed.values()].filter((other) => touches(box, other)).length +
        COST.line * strips.filter((strip) => strip.route !== route && touches(box, strip.box)).length
      );
    };
    let best: Box | undefined;
    let bestCost = Infinity;
    for (const shares of [SHARES, MORE_SHARES]) {
      if (bestCost < COST.label) break;
      for (const { box: wished, cost } of candidates(route, width, shares)) {
        const box = onSheet(wished, sheetWidth);
        const total = cost + disturbs(box);
        if (total < bestCost) [best, bestCost] = [box, total];
      }
    }
    if (best !== undefined) placed.set(key, best);
  }
  return placed;
}

/** A label is not cut off by the edge of a drawing. */
function onSheet(box: Box, sheetWidth: number | null): Box {
  if (sheetWidth === null) return box;
  return { ...box, x: Math.max(2, Math.min(box.x, sheetWidth - box.width - 2)) };
}

function wider({ x, y, width, height }: Box): Box {
  return {
    x: x - AROUND_BOX,
    y: y - AROUND_BOX,
    width: width + 2 * AROUND_BOX,
    height: height + 2 * AROUND_BOX,
  };
}

type Segment = readonly [Point, Point];

function segments(route: readonly Point[]): readonly Segment[] {
  return route.slice(1).map((point, i) => [route[i] ?? point, point]);
}

function candidates(
  route: readonly Point[],
  width: number,
  shares: readonly number[],
): readonly { readonly box: Box; readonly cost: number }[] {
  return segments(route).flatMap(([a, b]) => {
    const isLevel = Math.abs(a.x - b.x) > Math.abs(a.y - b.y);
    const length = Math.hypot(a.x - b.x, a.y - b.y);
    const room = length - (isLevel ? width : LABEL.height) - 16;
    return shares.map((share, i) => ({
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
