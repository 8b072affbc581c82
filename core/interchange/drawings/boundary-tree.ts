import type { Architecture, Boundary, Component } from "../../architecture/architecture.schema.ts";

/** The boundaries of a sketch as a format draws them that has each component in one group only. */
export interface BoundaryTree {
  /** Boundaries within the given one, or with null within none. */
  readonly inside: (boundary: string | null) => readonly Boundary[];
  /** Components that are drawn directly in the given one, or with null in none. */
  readonly components: (boundary: string | null) => readonly Component[];
  /** The boundaries that the component lies in besides the one that it is drawn in. */
  readonly also: (component: Component) => readonly string[];
}

/** Draws each component in the innermost boundary that it lies in, and of two as deep in the one that comes first. */
export function boundaryTree({ boundaries, components }: Architecture): BoundaryTree {
  const byId = new Map(boundaries.map((boundary) => [boundary.id, boundary]));
  const depths = new Map<string, number>();
  const depthOf = (start: string): number => {
    const way: string[] = [];
    let at: string | null = start;
    while (at !== null && !depths.has(at) && way.length <= boundaries.length) {
      way.push(at);
      at = byId.get(at)?.within ?? null;
    }
    let depth = at === null ? 0 : (depths.get(at) ?? 0);
    for (const id of way.reverse()) depths.set(id, (depth += 1));
    return depths.get(start) ?? 0;
  };
  const homeOf = (component: Component): string | null =>
    component.boundaries.reduce<string | null>(
      (best, id) => (best === null || depthOf(id) > depthOf(best) ? id : best),
      null,
    );
  const inside = groupBy(boundaries, ({ within }) => within);
  const drawn = groupBy(components, homeOf);
  return {
    inside: (boundary) => inside.get(boundary) ?? [],
    components: (boundary) => drawn.get(boundary) ?? [],
    also: (component) => {
      const home = homeOf(component);
      return component.boundaries.filter((id) => id !== home);
    },
  };
}

function groupBy<T>(
  items: readonly T[],
  keyOf: (item: T) => string | null,
): ReadonlyMap<string | null, readonly T[]> {
  const groups = new Map<string | null, T[]>();
  for (const item of items) {
    const key = keyOf(item);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [item]);
    else group.push(item);
  }
  return groups;
}
