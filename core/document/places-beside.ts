import type { Architecture } from "../architecture/architecture.schema.ts";
import { COMPONENT_SIZE, layoutSketch } from "../diagram/layout-sketch.ts";
import { asPosition } from "./position.ts";
import type { Position } from "./session.schema.ts";

export type Positions = Readonly<Record<string, Position>>;

const GAP = 112;

/**
 * Places for what comes into a sketch, right of everything that lies there. Where all of it has places of its own they
 * stay as they are to each other; otherwise it is laid out.
 */
export function placesBeside(there: Positions, incoming: Architecture, own: Positions): Positions {
  const ids = incoming.components.map(({ id }) => id);
  const wanted = ids.every((id) => Object.hasOwn(own, id)) ? own : laidOutPlaces(incoming);
  const places = ids.map((id) => [id, wanted[id] ?? [0, 0]] as const);
  const [dx, dy] = besideShift(
    Object.values(there),
    places.map(([, place]) => place),
  );
  return Object.fromEntries(places.map(([id, [x, y]]) => [id, asPosition([x + dx, y + dy])]));
}

/** A place for each component. Takes its time: seconds for thousands of them. */
export function laidOutPlaces(architecture: Architecture): Positions {
  const { components } = layoutSketch(architecture);
  return Object.fromEntries([...components].map(([id, { x, y }]) => [id, [x, y] as const]));
}

function besideShift(there: readonly Position[], places: readonly Position[]): Position {
  if (there.length === 0 || places.length === 0) return [0, 0];
  const right = there.reduce((most, [x]) => Math.max(most, x), -Infinity) + COMPONENT_SIZE.width + GAP;
  const top = there.reduce((least, [, y]) => Math.min(least, y), Infinity);
  const left = places.reduce((least, [x]) => Math.min(least, x), Infinity);
  const high = places.reduce((least, [, y]) => Math.min(least, y), Infinity);
  return [right - left, top - high];
}
