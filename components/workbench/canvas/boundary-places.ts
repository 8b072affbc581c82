import type { Architecture } from "#core/architecture/architecture.schema.ts";
import type { BoundaryKind } from "#core/architecture/vocabulary.ts";
import type { Box } from "#core/diagram/layout-sketch.ts";
import { chainOf, nestBoundaries, SHEET } from "#core/diagram/nest-boundaries.ts";
import { centre } from "#core/diagram/route-lines.ts";
import { around } from "./alignment.ts";

const MARGIN = { side: 24, top: 38, bottom: 26 } as const;

export interface BoundaryPlace {
  readonly id: string;
  readonly name: string;
  readonly area: Box;
  /** Every component inside, those of boundaries inside it among them. */
  readonly members: readonly string[];
  /** How many boundaries lie around it. */
  readonly depth: number;
}

/**
 * Where the boundaries of one kind lie: around the components in them, wherever people have put these, and around the
 * boundaries within them. One with nothing in it lies nowhere. The outer ones come first.
 */
export function boundaryPlaces(
  architecture: Architecture,
  boxes: ReadonlyMap<string, Box>,
  kind: BoundaryKind,
): readonly BoundaryPlace[] {
  const nesting = nestBoundaries(architecture, kind);
  const places = new Map<string, BoundaryPlace>();
  const depthOf = (id: string) => chainOf(nesting.outerOf.get(id) ?? SHEET, nesting.outerOf).length;
  const names = new Map(architecture.boundaries.map(({ id, name }) => [id, name]));
  const innermostFirst = [...nesting.boundaries].sort((a, b) => depthOf(b) - depthOf(a));
  const directly = Map.groupBy(nesting.components, (id) => nesting.holderOf.get(id) ?? SHEET);
  for (const id of innermostFirst) {
    const own = directly.get(id) ?? [];
    const inner = [...places.values()].filter((place) => nesting.outerOf.get(place.id) === id);
    const area = around([...own.flatMap((one) => boxes.get(one) ?? []), ...inner.map((place) => place.area)]);
    if (area === null) continue;
    const members = [...own, ...inner.flatMap((place) => place.members)];
    places.set(id, { id, name: names.get(id) ?? id, area: withMargin(area), members, depth: depthOf(id) });
  }
  return [...places.values()].toReversed();
}

function withMargin({ x, y, width, height }: Box): Box {
  return {
    x: x - MARGIN.side,
    y: y - MARGIN.top,
    width: width + 2 * MARGIN.side,
    height: height + MARGIN.top + MARGIN.bottom,
  };
}

/** The innermost boundary over whose area the middle of a box lies; null on the open sheet. */
export function boundaryUnder(places: readonly BoundaryPlace[], box: Box): string | null {
  const { x, y } = centre(box);
  const under = places.filter(
    ({ area }) => x >= area.x && x <= area.x + area.width && y >= area.y && y <= area.y + area.height,
  );
  return under.toSorted((a, b) => b.depth - a.depth)[0]?.id ?? null;
}

/**
 * The places while components are being dragged: what is on its way does not stretch the boundary it leaves. Where
 * nothing else is left in a boundary, it stays where it was.
 */
export function placesWhileDragging(
  architecture: Architecture,
  boxes: ReadonlyMap<string, Box>,
  kind: BoundaryKind,
  dragged: ReadonlySet<string>,
): readonly BoundaryPlace[] {
  const staying = new Map([...boxes].filter(([id]) => !dragged.has(id)));
  const without = new Map(boundaryPlaces(architecture, staying, kind).map((place) => [place.id, place]));
  return boundaryPlaces(architecture, boxes, kind).map((place) => ({
    ...place,
    area: without.get(place.id)?.area ?? place.area,
  }));
}
