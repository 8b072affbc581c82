import type { Architecture } from "#core/architecture/architecture.schema.ts";
import { pairKey, type Pair } from "#core/architecture/subject.ts";
import { COMPONENT_SIZE, layoutSketch, type Box } from "#core/diagram/layout-sketch.ts";
import { centre, routeLines, type Point } from "#core/diagram/route-lines.ts";
import type { Position, Session } from "#core/document/session.schema.ts";

export type Route = readonly Point[];

export function boxAt([x, y]: Position): Box {
  return { x, y, ...COMPONENT_SIZE };
}

export function boxesOf(
  { components }: Architecture,
  positions: Session["positions"],
): ReadonlyMap<string, Box> {
  return new Map(components.map(({ id }, i) => [id, boxAt(positions[id] ?? [0, i * 96])]));
}

export function seamEdgeId(pair: Pair): string {
  return `seam:${pairKey(...pair)}`;
}

type Router = (
  architecture: Architecture,
  positions: Session["positions"],
  seams: readonly Pair[],
) => ReadonlyMap<string, Route>;

/**
 * Finds ways around the boxes for connections (by id) and seams (by `seamEdgeId`), and finds them again only when
 * something moved or was joined: it is the dearest thing on the canvas, and names and answers do not matter to it.
 */
export function createRouter(): Router {
  let knownFor = "";
  let known: ReadonlyMap<string, Route> = new Map();
  return (architecture, positions, seams) => {
    const lines = [
      ...seams.map((pair) => ({ key: seamEdgeId(pair), from: pair[0], to: pair[1] })),
      ...architecture.connections.map(({ id, from, to }) => ({ key: id, from, to })),
    ];
    const wanted = JSON.stringify([lines, architecture.components.map(({ id }) => id), positions]);
    if (wanted !== knownFor) {
      known = routeLines(boxesOf(architecture, positions), lines);
      knownFor = wanted;
    }
    return known;
  };
}

/** A straight way from the edge of one box to the edge of another. */
export function straightRoute(from: Box, to: Box): Route {
  const [a, b] = [centre(from), centre(to)];
  return [edgeTowards(a, b), edgeTowards(b, a)];
}

function edgeTowards(middle: Point, other: Point): Point {
  const [dx, dy] = [other.x - middle.x, other.y - middle.y];
  const reach = Math.max(
    Math.abs(dx) / (COMPONENT_SIZE.width / 2 + 2),
    Math.abs(dy) / (COMPONENT_SIZE.height / 2 + 2),
    0.001,
  );
  return { x: middle.x + dx / reach, y: middle.y + dy / reach };
}

/** The middle of the longest stretch: where a label has most room. */
export function labelPlace(route: Route): Point | null {
  let longest = 0;
  let place: Point | null = null;
  route.forEach((end, i) => {
    const start = route[i - 1];
    if (start === undefined) return;
    const length = Math.hypot(end.x - start.x, end.y - start.y);
    if (length <= longest) return;
    longest = length;
    place = { x: (start.x + end.x) / 2, y: (start.y + end.y) / 2 };
  });
  return place;
}

/** To the right of a seam: its stitches are not to be written over. */
export function besideRoute(route: Route): Point {
  const ys = route.map(({ y }) => y);
  return { x: Math.max(...route.map(({ x }) => x)) + 9, y: (Math.min(...ys) + Math.max(...ys)) / 2 };
}

/** Where the components of a published case lie when it is opened. */
export function proposedPositions(architecture: Architecture): Readonly<Record<string, Position>> {
  const { components } = layoutSketch(architecture);
  return Object.fromEntries(
    [...components].map(([id, { x, y }]) => [id, [Math.round(x), Math.round(y)] as const]),
  );
}

/** A free place near the wanted one, so that a new component lies on nothing. */
export function freePlace(taken: readonly Position[], [x, y]: Position): Position {
  const [width, height] = [COMPONENT_SIZE.width + 24, COMPONENT_SIZE.height + 24];
  const isFree = ([cx, cy]: Position) =>
    taken.every(([tx, ty]) => Math.abs(tx - cx) >= width || Math.abs(ty - cy) >= height);
  for (let ring = 0; ring < 40; ring += 1) {
    for (let side = -ring; side <= ring; side += 1) {
      const places: readonly Position[] = [
        [x + side * width, y + ring * height],
        [x + ring * width, y + side * height],
        [x - ring * width, y + side * height],
        [x + side * width, y - ring * height],
      ];
      const free = places.find(isFree);
      if (free !== undefined) return free;
    }
  }
  return [x, y];
}
