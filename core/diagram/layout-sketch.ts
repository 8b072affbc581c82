import type { Architecture } from "../architecture/architecture.schema.ts";
import type { BoundaryKind } from "../architecture/vocabulary.ts";
import { byId } from "../architecture/text-order.ts";
import { layerNodes, type Link } from "./layer-nodes.ts";
import { chainOf, nestBoundaries, SHEET, type Nesting } from "./nest-boundaries.ts";
import { GAP, placeRows, type Place, type Size } from "./place-rows.ts";

export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

export interface SketchLayout {
  readonly components: ReadonlyMap<string, Box>;
  readonly boundaries: ReadonlyMap<string, Box>;
  readonly width: number;
  readonly height: number;
}

export const COMPONENT_SIZE: Size = { width: 168, height: 56 };
const PADDING = { top: 52, side: 40, bottom: 40 } as const;
const MARGIN = 40;
/** How many times wider than high a part may become before its rows are broken. */
const ASPECT = 2.2;

interface Part {
  readonly places: ReadonlyMap<string, Place>;
  readonly size: Size;
}

/**
 * Proposes where everything on a sketch lies. Components of one boundary of the given kind stay together, boundaries
 * nest, no two boxes overlap unless one holds the other, and connections lead downwards as far as cycles allow.
 * Depends on the sketch alone: facts, names and the order of the lists do not count. Total for every architecture.
 */
export function layoutSketch(architecture: Architecture, kind: BoundaryKind = "trust"): SketchLayout {
  const nesting = nestBoundaries(architecture, kind);
  const links = linksByHolder(architecture, nesting);
  const held = membersByHolder(nesting);
  const sizes = new Map<string, Size>();
  for (const id of nesting.components) sizes.set(componentKey(id), COMPONENT_SIZE);

  const parts = new Map<string, Part>();
  for (const holder of innermostFirst(nesting)) {
    const part = arrange(held.get(holder) ?? [], links.get(holder) ?? [], sizes);
    parts.set(holder, part);
    sizes.set(boundaryKey(holder), padded(part.size));
  }
  return collect(parts, sizes, nesting);
}

const componentKey = (id: string) => `c:${id}`;
const boundaryKey = (id: string) => `b:${id}`;

function innermostFirst({ boundaries, outerOf }: Nesting): readonly string[] {
  const depth = new Map([...boundaries].map((id) => [id, chainOf(id, outerOf).length]));
  const sorted = [...boundaries].sort((a, b) => (depth.get(b) ?? 0) - (depth.get(a) ?? 0));
  return [...sorted, SHEET];
}

function membersByHolder({ components, boundaries, holderOf, outerOf }: Nesting): Map<string, string[]> {
  const held = new Map([SHEET, ...boundaries].map((id) => [id, [] as string[]]));
  const add = (holder: string, key: string) => held.get(holder)?.push(key);
  for (const id of boundaries) add(outerOf.get(id) ?? SHEET, boundaryKey(id));
  for (const id of components) add(holderOf.get(id) ?? SHEET, componentKey(id));
  return held;
}

/** Every connection, lifted to the innermost place that holds both ends, between the two members there. */
function linksByHolder(architecture: Architecture, nesting: Nesting): ReadonlyMap<string, readonly Link[]> {
  const links = new Map<string, Link[]>();
  const pathTo = (id: string) => [
    componentKey(id),
    ...chainOf(nesting.holderOf.get(id) ?? SHEET, nesting.outerOf).map(boundaryKey),
    boundaryKey(SHEET),
  ];
  for (const { from, to } of byId(architecture.connections)) {
    if (from === to || !nesting.components.has(from) || !nesting.components.has(to)) continue;
    const [a, b] = [pathTo(from), pathTo(to)];
    const holder = a.find((key) => b.includes(key)) ?? boundaryKey(SHEET);
    const link = { from: a[a.indexOf(holder) - 1] ?? "", to: b[b.indexOf(holder) - 1] ?? "" };
    const list = links.get(holder.slice(2));
    if (list === undefined) links.set(holder.slice(2), [link]);
    else list.push(link);
  }
  return links;
}

function arrange(members: readonly string[], links: readonly Link[], sizes: ReadonlyMap<string, Size>): Part {
  if (members.length === 0) return { places: new Map(), size: COMPONENT_SIZE };
  const rows = breakWideRows(layerNodes(members, links), sizes);
  const places = placeRows(rows, sizes, links);
  let [width, height] = [0, 0];
  for (const [id, { x, y }] of places) {
    const size = sizes.get(id) ?? COMPONENT_SIZE;
    [width, height] = [Math.max(width, x + size.width), Math.max(height, y + size.height)];
  }
  return { places, size: { width, height } };
}

function breakWideRows(
  rows: readonly (readonly string[])[],
  sizes: ReadonlyMap<string, Size>,
): readonly (readonly string[])[] {
  const widthOf = (id: string) => (sizes.get(id)?.width ?? 0) + GAP.across;
  const area = rows
    .flat()
    .reduce((sum, id) => sum + widthOf(id) * ((sizes.get(id)?.height ?? 0) + GAP.down), 0);
  const limit = Math.max(Math.sqrt(area * ASPECT), 3 * (COMPONENT_SIZE.width + GAP.across));
  return rows.flatMap((row) => {
    const broken: string[][] = [[]];
    let width = 0;
    for (const id of row) {
      width += widthOf(id);
      if (width > limit && width > widthOf(id)) {
        broken.push([]);
        width = widthOf(id);
      }
      broken.at(-1)?.push(id);
    }
    return broken;
  });
}

function padded({ width, height }: Size): Size {
  return { width: width + 2 * PADDING.side, height: height + PADDING.top + PADDING.bottom };
}

function collect(
  parts: ReadonlyMap<string, Part>,
  sizes: ReadonlyMap<string, Size>,
  { boundaries, components, outerOf, holderOf }: Nesting,
): SketchLayout {
  const origins = new Map<string, Place>([[SHEET, { x: MARGIN, y: MARGIN }]]);
  const boxOf = (holder: string, key: string): Box => {
    const origin = origins.get(holder) ?? { x: 0, y: 0 };
    const place = parts.get(holder)?.places.get(key) ?? { x: 0, y: 0 };
    return { x: origin.x + place.x, y: origin.y + place.y, ...(sizes.get(key) ?? COMPONENT_SIZE) };
  };
  const boundaryBoxes = new Map<string, Box>();
  const outermostFirst = [...boundaries].sort(
    (a, b) => chainOf(a, outerOf).length - chainOf(b, outerOf).length,
  );
  for (const id of outermostFirst) {
    const box = boxOf(outerOf.get(id) ?? SHEET, boundaryKey(id));
    boundaryBoxes.set(id, box);
    origins.set(id, { x: box.x + PADDING.side, y: box.y + PADDING.top });
  }
  const componentBoxes = new Map(
    [...components].map((id) => [id, boxOf(holderOf.get(id) ?? SHEET, componentKey(id))]),
  );
  const sheet = parts.get(SHEET)?.size ?? COMPONENT_SIZE;
  return {
    components: componentBoxes,
    boundaries: boundaryBoxes,
    width: sheet.width + 2 * MARGIN,
    height: sheet.height + 2 * MARGIN,
  };
}
