import type { Box } from "./layout-sketch.ts";

/** The tracks that lines may run on: between the boxes, and through them so that lines find their own box. */
export interface RouteTracks {
  readonly xs: readonly number[];
  readonly ys: readonly number[];
}

export interface RouteGrid extends RouteTracks {
  /** The index of the box that a step right (or down) from a grid point lies in, or FREE, or CLOSED near a corner. */
  readonly rightOwner: Int32Array;
  readonly downOwner: Int32Array;
  /** How many lines already take the step. */
  readonly rightUsed: Uint8Array;
  readonly downUsed: Uint8Array;
}

export const FREE = -1;
const CLOSED = -2;
const NARROWEST = 8;
/** Lines keep so far away from the corners of a box. */
const CORNER = 12;
/** And no line runs closer along a box than this, so that every head has room. */
const MOAT = 11;
const AROUND = [14, 28] as const;
const THROUGH_X = [-56, -28, 0, 28, 56] as const;
const THROUGH_Y = [-14, 0, 14] as const;

export function routeTracks(boxes: readonly Box[]): RouteTracks {
  return {
    xs: tracks(boxes.flatMap(({ x, width }) => lines(x, width, THROUGH_X))),
    ys: tracks(boxes.flatMap(({ y, height }) => lines(y, height, THROUGH_Y))),
  };
}

export function routeGrid(boxes: readonly Box[], { xs, ys }: RouteTracks): RouteGrid {
  const size = xs.length * ys.length;
  const rightOwner = new Int32Array(size).fill(FREE);
  const downOwner = new Int32Array(size).fill(FREE);
  boxes.forEach((box, index) => {
    const columns = reach(xs, box.x, box.width);
    const rows = reach(ys, box.y, box.height);
    // One step further left and up than the box: the step that enters it belongs to it as well.
    for (let row = rows.moat.first; row <= rows.moat.last; row += 1) {
      for (let column = columns.box.first - 1; column <= columns.box.last; column += 1) {
        rightOwner[row * xs.length + column] = has(rows.ports, row) ? index : CLOSED;
      }
    }
    for (let row = rows.box.first - 1; row <= rows.box.last; row += 1) {
      for (let column = columns.moat.first; column <= columns.moat.last; column += 1) {
        downOwner[row * xs.length + column] = has(columns.ports, column) ? index : CLOSED;
      }
    }
  });
  return { xs, ys, rightOwner, downOwner, rightUsed: new Uint8Array(size), downUsed: new Uint8Array(size) };
}

export function nearest(sorted: readonly number[], wanted: number): number {
  let best = 0;
  sorted.forEach((value, i) => {
    if (Math.abs(value - wanted) < Math.abs((sorted[best] ?? Infinity) - wanted)) best = i;
  });
  return best;
}

function lines(start: number, length: number, through: readonly number[]): readonly number[] {
  const middle = start + length / 2;
  return [
    ...AROUND.flatMap((distance) => [start - distance, start + length + distance]),
    ...through.map((offset) => middle + offset),
  ];
}

function tracks(values: readonly number[]): readonly number[] {
  const kept: number[] = [];
  for (const value of [...values].sort((a, b) => a - b)) {
    if (value - (kept.at(-1) ?? -Infinity) >= NARROWEST) kept.push(value);
  }
  return kept;
}

interface Range {
  readonly first: number;
  readonly last: number;
}

/** Which tracks lie in a box, which of them lines may use to enter it, and which run too close along it. */
function reach(sorted: readonly number[], start: number, length: number) {
  return {
    box: within(sorted, start, start + length),
    ports: within(sorted, start + CORNER, start + length - CORNER),
    moat: within(sorted, start - MOAT, start + length + MOAT),
  };
}

function has({ first, last }: Range, i: number): boolean {
  return first <= i && i <= last;
}

function within(sorted: readonly number[], from: number, to: number): Range {
  const first = sorted.findIndex((value) => value >= from);
  const after = sorted.findIndex((value) => value > to);
  return { first, last: (after === -1 ? sorted.length : after) - 1 };
}
