import type { Architecture, Boundary } from "../../architecture/architecture.schema.ts";
import { compareText } from "../../architecture/text-order.ts";
import type { Position, Session } from "../../document/session.schema.ts";

export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** Where each component and each boundary lies, in the units of the sheet. */
export interface PlacedSketch {
  readonly component: (id: string) => Box;
  readonly boundary: (id: string) => Box;
}

/** What a component takes on the sheet. */
export const SIZE = { width: 168, height: 56 } as const;
const GAP = { across: 56, down: 64 } as const;
const PADDING = { top: 52, side: 40, bottom: 40 } as const;
const MOST_IN_A_ROW = 5;

/**
 * Boxes for formats that want a place for everything. What people placed stays where it is; the rest is put into rows
 * below, those of one boundary together. A boundary goes around what lies in it and in those inside it.
 */
export function placeSketch({ architecture, positions }: Session): PlacedSketch {
  const depths = depthsOf(architecture.boundaries);
  const components = new Map<string, Box>();
  for (const { id } of architecture.components) {
    const position = Object.hasOwn(positions, id) ? positions[id] : undefined;
    if (position !== undefined) components.set(id, boxAt(position));
  }
  const between = GAP.down + (PADDING.top + PADDING.bottom) * Math.max(0, ...depths.values());
  let y = lowest(components.values()) + (components.size === 0 ? 0 : between);
  for (const group of groupsOf(architecture, new Set(components.keys()))) {
    group.forEach((id, i) => {
      const [column, row] = [i % MOST_IN_A_ROW, Math.floor(i / MOST_IN_A_ROW)];
      const at: Position = [column * (SIZE.width + GAP.across), y + row * (SIZE.height + GAP.down)];
      components.set(id, boxAt(at));
    });
    y = lowest(components.values()) + between;
  }
  const boundaries = aroundMembers(architecture, depths, components, y);
  const boxIn = (boxes: ReadonlyMap<string, Box>) => (id: string) => boxes.get(id) ?? boxAt([0, 0]);
  return { component: boxIn(components), boundary: boxIn(boundaries) };
}

function boxAt([x, y]: Position): Box {
  return { x, y, ...SIZE };
}

function lowest(boxes: Iterable<Box>): number {
  let low = 0;
  for (const { y, height } of boxes) low = Math.max(low, y + height);
  return low;
}

/** How many boundaries lie around each and itself. Boundaries that lie within themselves do not exist. */
function depthsOf(boundaries: readonly Boundary[]): ReadonlyMap<string, number> {
  const outer = new Map(boundaries.map(({ id, within }) => [id, within]));
  const depths = new Map<string, number>();
  for (const { id } of boundaries) {
    const chain: string[] = [];
    let at: string | null | undefined = id;
    for (; at !== null && at !== undefined && !depths.has(at); at = outer.get(at)) chain.push(at);
    let depth = depths.get(at ?? "") ?? 0;
    for (const one of chain.reverse()) depths.set(one, (depth += 1));
  }
  return depths;
}

/** Boundaries, each before those that lie within it; of equal depth by name. */
export function outermostFirst(boundaries: readonly Boundary[]): readonly Boundary[] {
  const depths = depthsOf(boundaries);
  return boundaries.toSorted(
    (a, b) => (depths.get(a.id) ?? 0) - (depths.get(b.id) ?? 0) || compareText(a.id, b.id),
  );
}

/** What nobody placed, by the boundary in which it lies, so that each boundary and what is inside it stay together. */
function groupsOf(
  { components, boundaries }: Architecture,
  placed: ReadonlySet<string>,
): readonly string[][] {
  const paths = new Map<string, string>();
  for (const { id, within } of outermostFirst(boundaries))
    paths.set(id, `${within === null ? "" : (paths.get(within) ?? "")} ${id}`);
  const groups = new Map<string, string[]>();
  for (const { id, boundaries: around } of components) {
    if (placed.has(id)) continue;
    const path = paths.get(around[0] ?? "") ?? "";
    const group = groups.get(path);
    if (group === undefined) groups.set(path, [id]);
    else group.push(id);
  }
  return [...groups].sort(([a], [b]) => compareText(a, b)).map(([, ids]) => ids.sort(compareText));
}

function aroundMembers(
  { components, boundaries }: Architecture,
  depths: ReadonlyMap<string, number>,
  placed: ReadonlyMap<string, Box>,
  below: number,
): ReadonlyMap<string, Box> {
  const inside = new Map<string, Box[]>(boundaries.map(({ id }) => [id, []]));
  const put = (box: Box | undefined, into: string | null) => {
    if (box !== undefined && into !== null) inside.get(into)?.push(box);
  };
  for (const { id, boundaries: holders } of components) for (const one of holders) put(placed.get(id), one);
  const boxes = new Map<string, Box>();
  let x = 0;
  for (const { id, within } of [...outermostFirst(boundaries)].reverse()) {
    const held = inside.get(id) ?? [];
    // One that holds nothing stands aside, where it holds nothing by accident either.
    const box = held.length > 0 ? around(held) : boxAt([x, below + PADDING.top]);
    if (held.length === 0) x += SIZE.width + GAP.across + 2 * PADDING.side * (depths.get(id) ?? 1);
    boxes.set(id, box);
    put(box, within);
  }
  return boxes;
}

function around(boxes: readonly Box[]): Box {
  let [left, top, right, bottom] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const { x, y, width, height } of boxes) {
    left = Math.min(left, x);
    top = Math.min(top, y);
    right = Math.max(right, x + width);
    bottom = Math.max(bottom, y + height);
  }
  const [x, y] = [left - PADDING.side, top - PADDING.top];
  return { x, y, width: right + PADDING.side - x, height: bottom + PADDING.bottom - y };
}
