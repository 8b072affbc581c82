import type { Box } from "./layout-sketch.ts";
import { MinHeap } from "./min-heap.ts";
import { FREE, nearest, routeGrid, routeTracks, type RouteGrid } from "./route-grid.ts";

export interface Point {
  readonly x: number;
  readonly y: number;
}

export interface LineEnds {
  readonly key: string;
  readonly from: string;
  readonly to: string;
}

/** Beyond this many steps of work the lines run straight from box to box: legible routes are for legible sketches. */
const EFFORT = 6_000_000;
/** How strongly the search leans towards its goal: below 1, so that a short way through the own box still counts. */
const GUIDE = 0.8;
const COST = { own: 0.15, shared: 7, bend: 26, crossing: 18 } as const;

/**
 * Finds a way for every line between two boxes: right angles, around foreign boxes, on a track of its own where there
 * is room. Lines that come first choose first. Every line gets at least two points, on the outlines of its two boxes.
 */
export function routeLines(
  boxes: ReadonlyMap<string, Box>,
  lines: readonly LineEnds[],
): ReadonlyMap<string, readonly Point[]> {
  const ids = [...boxes.keys()].sort();
  const list = ids.flatMap((id) => boxes.get(id) ?? []);
  const index = new Map(ids.map((id, i) => [id, i]));
  const tracks = routeTracks(list);
  const isLegible = tracks.xs.length * tracks.ys.length * lines.length <= EFFORT;
  const grid = isLegible ? routeGrid(list, tracks) : null;
  const routes = new Map<string, readonly Point[]>();
  for (const { key, from, to } of lines) {
    const [a, b] = [boxes.get(from), boxes.get(to)];
    if (a === undefined || b === undefined) continue;
    if (a === b) routes.set(key, loop(a));
    else {
      const found = grid !== null ? findWay(grid, a, b, index.get(from) ?? -1, index.get(to) ?? -1) : [];
      routes.set(key, clip(found.length > 1 ? found : [centre(a), centre(b)], a, b));
    }
  }
  return routes;
}

export function centre({ x, y, width, height }: Box): Point {
  return { x: x + width / 2, y: y + height / 2 };
}

function loop({ x, y, width, height }: Box): readonly Point[] {
  const [right, middle] = [x + width, y + height / 2];
  return [
    { x: right, y: middle - 10 },
    { x: right + 18, y: middle - 10 },
    { x: right + 18, y: middle + 10 },
    { x: right, y: middle + 10 },
  ];
}

interface Search {
  readonly grid: RouteGrid;
  readonly own: readonly [number, number];
  readonly goal: number;
  readonly cost: Float64Array;
  readonly cameFrom: Int32Array;
  readonly open: MinHeap;
}

/** A* over grid points and directions; a state is twice the point, plus one when the last step was vertical. */
function findWay(grid: RouteGrid, a: Box, b: Box, from: number, to: number): readonly Point[] {
  const at = (box: Box) => nearest(grid.ys, centre(box).y) * grid.xs.length + nearest(grid.xs, centre(box).x);
  const states = grid.xs.length * grid.ys.length * 2;
  const search: Search = {
    grid,
    own: [from, to],
    goal: at(b),
    cost: new Float64Array(states).fill(Infinity),
    cameFrom: new Int32Array(states).fill(-1),
    open: new MinHeap(),
  };
  for (const state of [at(a) * 2, at(a) * 2 + 1]) {
    search.cost[state] = 0;
    search.open.push(0, state);
  }
  for (let state = search.open.pop(); state !== undefined; state = search.open.pop()) {
    if (state >> 1 === search.goal) return walkBack(search, state);
    for (const step of STEPS) tryStep(search, state, step);
  }
  return [];
}

interface Step {
  readonly across: number;
  readonly down: number;
}
const STEPS: readonly Step[] = [
  { across: 1, down: 0 },
  { across: -1, down: 0 },
  { across: 0, down: 1 },
  { across: 0, down: -1 },
];

function tryStep(search: Search, state: number, { across, down }: Step): void {
  const { grid, cost, cameFrom, open } = search;
  const columns = grid.xs.length;
  const point = state >> 1;
  const [column, row] = [(point % columns) + across, Math.floor(point / columns) + down];
  if (column < 0 || row < 0 || column >= columns || row >= grid.ys.length) return;
  const target = row * columns + column;
  const isVertical = down !== 0;
  const price = priceOf(search, point, target, isVertical, (state & 1) === 1);
  const next = target * 2 + (isVertical ? 1 : 0);
  const total = (cost[state] ?? Infinity) + price;
  if (total >= (cost[next] ?? Infinity) - 1e-9) return;
  cost[next] = total;
  cameFrom[next] = state;
  open.push(total + GUIDE * distance(grid, target, search.goal), next);
}

function priceOf(
  search: Search,
  from: number,
  to: number,
  isVertical: boolean,
  wasVertical: boolean,
): number {
  const { grid, own } = search;
  const step = Math.min(from, to);
  const [owners, uses, others] = isVertical
    ? [grid.downOwner, grid.downUsed, grid.rightUsed]
    : [grid.rightOwner, grid.rightUsed, grid.downUsed];
  const owner = owners[step] ?? FREE;
  const length = distance(grid, from, to);
  if (owner !== FREE) return own.includes(owner) ? length * COST.own : Infinity;
  const shared = COST.shared * (uses[step] ?? 0);
  const crossing = COST.crossing * Math.min(1, others[to] ?? 0);
  return length * (1 + shared) + crossing + (isVertical === wasVertical ? 0 : COST.bend);
}

function distance({ xs, ys }: RouteGrid, a: number, b: number): number {
  const part = (values: readonly number[], i: number, j: number) =>
    Math.abs((values[i] ?? 0) - (values[j] ?? 0));
  return (
    part(xs, a % xs.length, b % xs.length) + part(ys, Math.floor(a / xs.length), Math.floor(b / xs.length))
  );
}

function walkBack({ grid, cameFrom }: Search, last: number): readonly Point[] {
  const points: Point[] = [];
  const columns = grid.xs.length;
  for (let state = last; state !== -1; state = cameFrom[state] ?? -1) {
    const point = state >> 1;
    points.unshift({ x: grid.xs[point % columns] ?? 0, y: grid.ys[Math.floor(point / columns)] ?? 0 });
    const before = cameFrom[state] ?? -1;
    if (before === -1) continue;
    const used = (state & 1) === 1 ? grid.downUsed : grid.rightUsed;
    const step = Math.min(point, before >> 1);
    used[step] = Math.min(200, (used[step] ?? 0) + 1);
  }
  return straighten(points);
}

function straighten(points: readonly Point[]): readonly Point[] {
  return points.filter((point, i) => {
    const [before, after] = [points[i - 1], points[i + 1]];
    if (before === undefined || after === undefined) return true;
    const isOnRow = before.y === point.y && point.y === after.y;
    const isOnColumn = before.x === point.x && point.x === after.x;
    return !isOnRow && !isOnColumn;
  });
}

/** Cuts off what lies inside the two boxes. */
function clip(points: readonly Point[], a: Box, b: Box): readonly Point[] {
  const tail = leave(points, a);
  return [...leave([...tail].reverse(), b)].reverse();
}

function leave(points: readonly Point[], box: Box): readonly Point[] {
  const outside = points.findIndex((point) => !contains(box, point));
  const [last, first] = [points[outside - 1], points[outside]];
  if (last === undefined || first === undefined) return points;
  return [border(box, last, first), ...points.slice(outside)];
}

function contains({ x, y, width, height }: Box, point: Point): boolean {
  return point.x >= x && point.x <= x + width && point.y >= y && point.y <= y + height;
}

/** Where the way from a point inside a box to one outside crosses its outline. */
function border(box: Box, inside: Point, outside: Point): Point {
  const [dx, dy] = [outside.x - inside.x, outside.y - inside.y];
  const shareX = dx === 0 ? Infinity : ((dx > 0 ? box.x + box.width : box.x) - inside.x) / dx;
  const shareY = dy === 0 ? Infinity : ((dy > 0 ? box.y + box.height : box.y) - inside.y) / dy;
  const share = Math.min(shareX, shareY);
  return { x: inside.x + dx * share, y: inside.y + dy * share };
}
