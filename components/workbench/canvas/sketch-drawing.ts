import type { Architecture } from "#core/architecture/architecture.schema.ts";
import { pairKey, type Pair } from "#core/architecture/subject.ts";
import { COMPONENT_SIZE, layoutSketch, type Box } from "#core/diagram/layout-sketch.ts";
import { LABEL, placeLabels } from "#core/diagram/place-labels.ts";
import { centre, routeLines, type LineEnds, type Point } from "#core/diagram/route-lines.ts";
import type { Position, Session } from "#core/document/session.schema.ts";
import { withSameStructure } from "#live/same-structure.ts";

export type Route = readonly Point[];

/** A pair that is drawn as a seam, and what is written beside it. */
export interface DrawnSeam {
  readonly between: Pair;
  readonly label: string;
}

export function boxAt([x, y]: Position): Box {
  return { x, y, ...COMPONENT_SIZE };
}

export function boxesOf(
  { components }: Architecture,
  positions: Session["positions"],
): ReadonlyMap<string, Box> {
  return new Map(components.map(({ id }, i) => [id, boxAt(placeOf(positions, id, i))]));
}

/** Where a component lies; without a place of its own, below each other in the order of the list. */
export function placeOf(positions: Session["positions"], id: string, index: number): Position {
  return positions[id] ?? [0, index * 96];
}

export function seamEdgeId(pair: Pair): string {
  return `seam:${pairKey(...pair)}`;
}

export interface Lines {
  readonly routes: ReadonlyMap<string, Route>;
  /** Where the name of a connection's object stands, by the id of the connection. */
  readonly labels: ReadonlyMap<string, Point>;
}

export type Sketch = Pick<Session, "architecture" | "positions">;

/** Beyond this each name stays in the middle of its line. */
const MOST_LABELLED = 600;

/** All that the ways of the lines depend on, fit to be handed to a worker. */
export interface LinesWanted {
  readonly boxes: ReadonlyMap<string, Box>;
  readonly ends: readonly LineEnds[];
  readonly seams: readonly DrawnSeam[];
  readonly names: ReadonlyMap<string, string>;
}

/**
 * Says what lines are wanted, and null as long as nothing on them changed: they are the dearest things on the canvas,
 * and most edits are none.
 */
export function createLineAsker(): (sketch: Sketch, seams: readonly DrawnSeam[]) => LinesWanted | null {
  let last: { readonly sketch: Sketch; readonly seams: readonly DrawnSeam[] } | null = null;
  return (sketch, seams) => {
    if (last !== null && drawsSame(last.sketch, sketch) && isSame(last.seams, seams, sameSeam)) return null;
    last = { sketch, seams };
    return wantedLines(sketch, seams);
  };
}

export function wantedLines({ architecture, positions }: Sketch, seams: readonly DrawnSeam[]): LinesWanted {
  const ends = [
    ...seams.map(({ between: [from, to] }) => ({ key: seamEdgeId([from, to]), from, to })),
    ...architecture.connections.map(({ id, from, to }) => ({ key: id, from, to })),
  ];
  return {
    boxes: boxesOf(architecture, positions),
    ends,
    seams,
    names: areCrowded(architecture) ? new Map() : objectNames(architecture),
  };
}

/** Finds ways around the boxes for connections (by id) and seams (by `seamEdgeId`), and places for the labels. */
export function drawLines({ boxes, ends, seams, names }: LinesWanted): Lines {
  const routes = routeLines(boxes, ends);
  return { routes, labels: placesOf(names, routes, [...boxes.values()], seams) };
}

/** Of so many lines all run straight, and nobody reads their names at once. */
export function areCrowded({ connections }: Architecture): boolean {
  return connections.length > MOST_LABELLED;
}

/** The same lines, what leads the same way as before being the same object. */
export function keepLines(before: Lines, after: Lines): Lines {
  return {
    routes: keepSame(before.routes, after.routes),
    labels: keepSame(before.labels, after.labels),
  };
}

function drawsSame(a: Sketch, b: Sketch): boolean {
  const [before, after] = [a.architecture, b.architecture];
  return (
    a.positions === b.positions &&
    before.objects === after.objects &&
    isSame(before.components, after.components, (one, other) => one.id === other.id) &&
    isSame(
      before.connections,
      after.connections,
      (one, other) =>
        one.id === other.id &&
        one.from === other.from &&
        one.to === other.to &&
        one.carries === other.carries,
    )
  );
}

function sameSeam(a: DrawnSeam, b: DrawnSeam): boolean {
  return a.label === b.label && seamEdgeId(a.between) === seamEdgeId(b.between);
}

function isSame<T>(before: readonly T[], after: readonly T[], same: (a: T, b: T) => boolean): boolean {
  if (before === after) return true;
  return (
    before.length === after.length &&
    before.every((one, i) => {
      const other = after[i];
      return one === other || (other !== undefined && same(one, other));
    })
  );
}

function keepSame<T extends object>(
  before: ReadonlyMap<string, T>,
  after: ReadonlyMap<string, T>,
): ReadonlyMap<string, T> {
  return new Map([...after].map(([key, value]) => [key, withSameStructure(before.get(key) ?? value, value)]));
}

function objectNames({ connections, objects }: Architecture): ReadonlyMap<string, string> {
  const names = new Map(objects.map(({ id, name }) => [id, name]));
  return new Map(connections.map(({ id, carries }) => [id, names.get(carries ?? "") ?? ""]));
}

/** Labels keep clear of the boxes, of each other, and of what is written beside the seams. */
function placesOf(
  labels: ReadonlyMap<string, string>,
  routes: Lines["routes"],
  boxes: readonly Box[],
  seams: readonly DrawnSeam[],
): Lines["labels"] {
  const wishes = [...labels]
    .filter(([, text]) => text !== "")
    .map(([key, text]) => ({ key, text, route: routes.get(key) ?? [] }));
  const taken = seams.flatMap(({ between, label }) => {
    const route = routes.get(seamEdgeId(between)) ?? [];
    if (route.length === 0) return [];
    const { x, y } = besideRoute(route);
    return [{ x, y: y - LABEL.height / 2, width: label.length * LABEL.advance, height: LABEL.height }];
  });
  const placed = placeLabels(wishes, [...boxes, ...taken], [...routes.values()]);
  return new Map([...placed].map(([key, box]) => [key, centre(box)]));
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

/** A session in which every component has a place: what came without one is laid out below what has one. */
export function placed(session: Session): Session {
  const { architecture, positions } = session;
  const homeless = architecture.components.filter(({ id }) => positions[id] === undefined);
  if (homeless.length === 0) return session;
  const lowest = Math.max(...Object.values(positions).map(([, y]) => y + 2 * COMPONENT_SIZE.height), 0);
  const proposed = proposedPositions({ ...architecture, components: homeless, connections: among(homeless) });
  const below = Object.entries(proposed).map(([id, [x, y]]) => [id, [x, y + lowest] as const] as const);
  return { ...session, positions: { ...positions, ...Object.fromEntries(below) } };

  function among(components: Architecture["components"]): Architecture["connections"] {
    const ids = new Set(components.map(({ id }) => id));
    return architecture.connections.filter(({ from, to }) => ids.has(from) && ids.has(to));
  }
}
