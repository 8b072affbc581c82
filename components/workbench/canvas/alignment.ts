import type { Box } from "#core/diagram/layout-sketch.ts";
import type { Position } from "#core/document/session.schema.ts";

export type Side = "left" | "centre" | "right" | "top" | "middle" | "bottom";
export type Axis = "across" | "down";
type Boxes = ReadonlyMap<string, Box>;
type Places = ReadonlyMap<string, Position>;

/** Where the boxes lie once one side of all of them is in line. Edges align at the outermost, centres at the mean. */
export function aligned(boxes: Boxes, side: Side): Places {
  const all = [...boxes.values()];
  const line = lineOf(all, side);
  return new Map(
    [...boxes].map(([id, box]) => {
      const offset = line - sideOf(box, side);
      return [id, isAcross(side) ? [box.x + offset, box.y] : [box.x, box.y + offset]];
    }),
  );
}

/** Where the boxes lie once the gaps between neighbours are the same; the outer two stay. */
export function distributed(boxes: Boxes, axis: Axis): Places {
  const [at, size] = axis === "across" ? (["x", "width"] as const) : (["y", "height"] as const);
  const inOrder = [...boxes].sort(([, a], [, b]) => a[at] - b[at]);
  const [first] = inOrder;
  const last = inOrder.at(-1);
  if (first === undefined || last === undefined || inOrder.length < 3)
    return new Map([...boxes].map(([id, { x, y }]) => [id, [x, y]]));
  const span = last[1][at] + last[1][size] - first[1][at];
  const gap = (span - inOrder.reduce((sum, [, box]) => sum + box[size], 0)) / (inOrder.length - 1);
  let next = first[1][at];
  return new Map(
    inOrder.map(([id, box]) => {
      const place = next;
      next += box[size] + gap;
      return [id, axis === "across" ? [place, box.y] : [box.x, place]];
    }),
  );
}

/** A hairline that shows what something being dragged is in line with. */
export interface Guide {
  readonly axis: Axis;
  /** `x` of a line from top to bottom, `y` of one from left to right. */
  readonly at: number;
  readonly from: number;
  readonly to: number;
}

export interface Snap {
  readonly dx: number;
  readonly dy: number;
  readonly guides: readonly Guide[];
}

/** How far to move a box, at most `reach`, so that an edge or centre of it is in line with one of another box. */
export function snapTo(moving: Box, others: readonly Box[], reach: number): Snap {
  const across = nearest(moving, others, ["left", "centre", "right"], reach);
  const down = nearest(moving, others, ["top", "middle", "bottom"], reach);
  const dx = across?.offset ?? 0;
  const dy = down?.offset ?? 0;
  const moved = { ...moving, x: moving.x + dx, y: moving.y + dy };
  return {
    dx,
    dy,
    guides: [
      ...(across === null ? [] : [guide("across", across.at, moved, across.other)]),
      ...(down === null ? [] : [guide("down", down.at, moved, down.other)]),
    ],
  };
}

interface Hit {
  readonly offset: number;
  readonly at: number;
  readonly other: Box;
}

function nearest(moving: Box, others: readonly Box[], sides: readonly Side[], reach: number): Hit | null {
  let hit: Hit | null = null;
  for (const other of others) {
    for (const side of sides) {
      const at = sideOf(other, side);
      const offset = at - sideOf(moving, side);
      if (Math.abs(offset) > reach || (hit !== null && Math.abs(offset) >= Math.abs(hit.offset))) continue;
      hit = { offset, at, other };
    }
  }
  return hit;
}

function guide(axis: Axis, at: number, a: Box, b: Box): Guide {
  const [start, size] = axis === "across" ? (["y", "height"] as const) : (["x", "width"] as const);
  return {
    axis,
    at,
    from: Math.min(a[start], b[start]),
    to: Math.max(a[start] + a[size], b[start] + b[size]),
  };
}

function isAcross(side: Side): boolean {
  return side === "left" || side === "centre" || side === "right";
}

function sideOf({ x, y, width, height }: Box, side: Side): number {
  const places: Readonly<Record<Side, number>> = {
    left: x,
    centre: x + width / 2,
    right: x + width,
    top: y,
    middle: y + height / 2,
    bottom: y + height,
  };
  return places[side];
}

function lineOf(boxes: readonly Box[], side: Side): number {
  const places = boxes.map((box) => sideOf(box, side));
  if (side === "left" || side === "top") return Math.min(...places);
  if (side === "right" || side === "bottom") return Math.max(...places);
  return places.reduce((sum, place) => sum + place, 0) / places.length;
}

/** The box around several. */
export function around(boxes: readonly Box[]): Box | null {
  if (boxes.length === 0) return null;
  const left = Math.min(...boxes.map(({ x }) => x));
  const top = Math.min(...boxes.map(({ y }) => y));
  return {
    x: left,
    y: top,
    width: Math.max(...boxes.map(({ x, width }) => x + width)) - left,
    height: Math.max(...boxes.map(({ y, height }) => y + height)) - top,
  };
}
