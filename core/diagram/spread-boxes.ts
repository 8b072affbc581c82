import type { Box, SketchLayout } from "./layout-sketch.ts";

const MARGIN = 24;
/** Wide enough for a label between two columns, and for lines to turn between two rows. */
const WIDEST_GAP = 96;

/**
 * The sheet for components that people placed: everything stays left of, right of, above and below the same things,
 * and empty bands that say nothing are made narrow. Boundaries are left out.
 */
export function spreadBoxes(boxes: ReadonlyMap<string, Box>): SketchLayout {
  const all = [...boxes.values()];
  const across = narrowed(all.map(({ x, width }) => [x, x + width]));
  const down = narrowed(all.map(({ y, height }) => [y, y + height]));
  return {
    components: new Map(
      [...boxes].map(([id, box]) => [id, { ...box, x: across.at(box.x), y: down.at(box.y) }]),
    ),
    boundaries: new Map(),
    width: across.size,
    height: down.size,
  };
}

type Span = readonly [number, number];

/** Where a place on one axis comes to lie when the gaps that nothing lies in are at most `WIDEST_GAP`. */
function narrowed(spans: readonly Span[]): { readonly at: (place: number) => number; readonly size: number } {
  const bands: { readonly from: number; to: number }[] = [];
  for (const [from, to] of spans.toSorted(([a], [b]) => a - b)) {
    const last = bands.at(-1);
    if (last !== undefined && from <= last.to) last.to = Math.max(last.to, to);
    else bands.push({ from, to });
  }
  let cut = (bands[0]?.from ?? 0) - MARGIN;
  const shifts = bands.map((band, i) => {
    const before = bands[i - 1];
    if (before !== undefined) cut += Math.max(0, band.from - before.to - WIDEST_GAP);
    return { ...band, cut };
  });
  const at = (place: number) => place - (shifts.findLast(({ from }) => from <= place)?.cut ?? cut);
  return { at, size: (bands.at(-1)?.to ?? 0) - cut + MARGIN };
}
