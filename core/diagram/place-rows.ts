import type { Link } from "./layer-nodes.ts";

export interface Size {
  readonly width: number;
  readonly height: number;
}

export interface Place {
  readonly x: number;
  readonly y: number;
}

export const GAP = { across: 56, down: 64 } as const;
const SWEEPS = 8;

/**
 * Places rows of nodes one under the other. Nodes move towards the middle of what they are linked to, within their row
 * and never closer than the gap. The result begins at 0, 0 and does not depend on the order of `links`.
 */
export function placeRows(
  rows: readonly (readonly string[])[],
  sizes: ReadonlyMap<string, Size>,
  links: readonly Link[],
): ReadonlyMap<string, Place> {
  const neighbours = neighboursOf(links);
  const rowOf = new Map(rows.flatMap((row, index) => row.map((id) => [id, index] as const)));
  const centres = new Map<string, number>();
  const ordered = rows.map((row) => [...row]);
  for (const row of ordered) settle(row, new Map(row.map((id, i) => [id, i * 1e-6])), sizes, centres);

  for (let sweep = 0; sweep < SWEEPS; sweep += 1) {
    const isDown = sweep % 2 === 0;
    const isLast = sweep >= SWEEPS - 2;
    const indexes = ordered.map((_, index) => (isDown ? index : ordered.length - 1 - index));
    for (const index of indexes) {
      const row = ordered[index] ?? [];
      const counts = (id: string) => {
        const other = rowOf.get(id) ?? 0;
        return isLast ? other !== index : isDown ? other < index : other > index;
      };
      const wanted = new Map(row.map((id) => [id, wish(id, neighbours, counts, centres)]));
      row.sort((a, b) => (wanted.get(a) ?? 0) - (wanted.get(b) ?? 0));
      settle(row, wanted, sizes, centres);
    }
  }
  return toPlaces(ordered, sizes, centres);
}

function neighboursOf(links: readonly Link[]): ReadonlyMap<string, readonly string[]> {
  const neighbours = new Map<string, string[]>();
  const add = (a: string, b: string) => {
    const list = neighbours.get(a);
    if (list === undefined) neighbours.set(a, [b]);
    else list.push(b);
  };
  for (const { from, to } of links) {
    add(from, to);
    add(to, from);
  }
  for (const list of neighbours.values()) list.sort();
  return neighbours;
}

function wish(
  id: string,
  neighbours: ReadonlyMap<string, readonly string[]>,
  counts: (id: string) => boolean,
  centres: ReadonlyMap<string, number>,
): number {
  const considered = (neighbours.get(id) ?? []).filter(counts);
  if (considered.length === 0) return centres.get(id) ?? 0;
  return considered.reduce((sum, other) => sum + (centres.get(other) ?? 0), 0) / considered.length;
}

/** Puts a row as near to the wanted centres as its order and the gap allow (isotonic regression, least squares). */
function settle(
  row: readonly string[],
  wanted: ReadonlyMap<string, number>,
  sizes: ReadonlyMap<string, Size>,
  centres: Map<string, number>,
): void {
  const width = (id: string | undefined) => sizes.get(id ?? "")?.width ?? 0;
  const offsets: number[] = [];
  row.forEach((id, i) => {
    const previous = offsets[i - 1];
    offsets.push(previous === undefined ? 0 : previous + (width(row[i - 1]) + width(id)) / 2 + GAP.across);
  });
  const blocks: Block[] = [];
  row.forEach((id, i) => {
    let block: Block = { sum: (wanted.get(id) ?? 0) - (offsets[i] ?? 0), count: 1 };
    for (let last = blocks.at(-1); last !== undefined && mean(last) >= mean(block); last = blocks.at(-1)) {
      blocks.pop();
      block = { sum: last.sum + block.sum, count: last.count + block.count };
    }
    blocks.push(block);
  });
  const means = blocks.flatMap((block) => Array.from({ length: block.count }, () => mean(block)));
  row.forEach((id, i) => centres.set(id, (means[i] ?? 0) + (offsets[i] ?? 0)));
}

interface Block {
  readonly sum: number;
  readonly count: number;
}

function mean({ sum, count }: Block): number {
  return sum / count;
}

function toPlaces(
  rows: readonly (readonly string[])[],
  sizes: ReadonlyMap<string, Size>,
  centres: ReadonlyMap<string, number>,
): ReadonlyMap<string, Place> {
  const places = new Map<string, Place>();
  const sizeOf = (id: string) => sizes.get(id) ?? { width: 0, height: 0 };
  let left = Infinity;
  let y = 0;
  for (const row of rows) {
    let bottom = y;
    for (const id of row) {
      const x = Math.round((centres.get(id) ?? 0) - sizeOf(id).width / 2);
      places.set(id, { x, y });
      left = Math.min(left, x);
      bottom = Math.max(bottom, y + sizeOf(id).height);
    }
    y = bottom + GAP.down;
  }
  return new Map([...places].map(([id, place]) => [id, { x: place.x - left, y: place.y }]));
}
