import { COMPONENT_SIZE } from "./layout-sketch.ts";

type Place = readonly [number, number];

/** How far is looked: beyond it a component may as well lie on another one. */
const RINGS = 40;

/** A free place near the wanted one, so that a new component lies on nothing. */
export function freePlace(taken: readonly Place[], [x, y]: Place): Place {
  const [width, height] = [COMPONENT_SIZE.width + 24, COMPONENT_SIZE.height + 24];
  const isFree = ([cx, cy]: Place) =>
    taken.every(([tx, ty]) => Math.abs(tx - cx) >= width || Math.abs(ty - cy) >= height);
  for (let ring = 0; ring < RINGS; ring += 1) {
    for (let side = -ring; side <= ring; side += 1) {
      const places: readonly Place[] = [
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
