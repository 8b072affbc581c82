import { COMPONENT_SIZE, type Box } from "#core/diagram/layout-sketch.ts";
import type { Point } from "#core/diagram/route-lines.ts";

export const MAP = { width: 168, height: 112 } as const;
const MARGIN = 6;

/** How a sketch comes to lie on the map: a place times `scale`, then moved by `x` and `y`. */
export interface MapView {
  readonly scale: number;
  readonly x: number;
  readonly y: number;
}

/** Everything on the map at once, in its middle. */
export function mapViewOf(places: readonly Point[]): MapView {
  const xs = places.map(({ x }) => x);
  const ys = places.map(({ y }) => y);
  const least = (values: readonly number[]) => values.reduce((a, b) => Math.min(a, b), Infinity);
  const most = (values: readonly number[]) => values.reduce((a, b) => Math.max(a, b), -Infinity);
  if (places.length === 0) return { scale: 1, x: 0, y: 0 };
  const [left, top] = [least(xs), least(ys)];
  const [width, height] = [most(xs) - left + COMPONENT_SIZE.width, most(ys) - top + COMPONENT_SIZE.height];
  const scale = Math.min((MAP.width - 2 * MARGIN) / width, (MAP.height - 2 * MARGIN) / height);
  return {
    scale,
    x: (MAP.width - width * scale) / 2 - left * scale,
    y: (MAP.height - height * scale) / 2 - top * scale,
  };
}

export function onMap({ scale, x, y }: MapView, box: Box): Box {
  return {
    x: box.x * scale + x,
    y: box.y * scale + y,
    width: box.width * scale,
    height: box.height * scale,
  };
}

/** The place of the sketch that lies under a point of the map. */
export function underMap({ scale, x, y }: MapView, at: Point): Point {
  return { x: (at.x - x) / scale, y: (at.y - y) / scale };
}
