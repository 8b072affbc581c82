/** A point in whole units of a drawing. */
export type Place = readonly [x: number, y: number];

const MOST_PLACES = 300;

/**
 * A line as the data of a path: rounded, without the points that nobody would miss, and written relative to each other,
 * which is a third of the bytes.
 * @param finest how far the drawn line may be from the given points, in the units of the drawing
 */
export function pathData(places: readonly Place[], finest: number): string {
  const rounded = places.map(([x, y]): Place => [Math.round(x), Math.round(y)]);
  let kept = simplify(rounded, finest);
  for (let tolerance = finest * 1.5; kept.length > MOST_PLACES; tolerance *= 1.5)
    kept = simplify(rounded, tolerance);
  return kept.map((place, i) => writeStep(kept[i - 1], place)).join("");
}

function writeStep(before: Place | undefined, [x, y]: Place): string {
  if (before === undefined) return `M${x} ${y}`;
  const [dx, dy] = [x - before[0], y - before[1]];
  if (dy === 0) return `h${dx}`;
  if (dx === 0) return `v${dy}`;
  return dy < 0 ? `l${dx}${dy}` : `l${dx} ${dy}`;
}

/** Douglas and Peucker, with the distance along y: the lines are functions of time. */
export function simplify(places: readonly Place[], tolerance: number): readonly Place[] {
  const isKept = new Uint8Array(places.length);
  const last = places.length - 1;
  if (last < 1) return places;
  isKept[0] = isKept[last] = 1;
  const stretches: [number, number][] = [[0, last]];
  for (let stretch = stretches.pop(); stretch !== undefined; stretch = stretches.pop()) {
    const [from, to] = stretch;
    const worst = farthest(places, from, to);
    if (worst.distance <= tolerance) continue;
    isKept[worst.at] = 1;
    stretches.push([from, worst.at], [worst.at, to]);
  }
  return places.filter((_, i) => isKept[i] === 1);
}

function farthest(places: readonly Place[], from: number, to: number) {
  const [[x1, y1], [x2, y2]] = [places[from] ?? ORIGIN, places[to] ?? ORIGIN];
  const slope = x2 === x1 ? 0 : (y2 - y1) / (x2 - x1);
  let worst = { at: from, distance: -1 };
  for (let at = from + 1; at < to; at += 1) {
    const [x, y] = places[at] ?? ORIGIN;
    const distance = Math.abs(y - (y1 + slope * (x - x1)));
    if (distance > worst.distance) worst = { at, distance };
  }
  return worst;
}

const ORIGIN: Place = [0, 0];
