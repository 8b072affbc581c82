import type { Architecture } from "../architecture/architecture.schema.ts";
import { byId } from "../architecture/text-order.ts";
import type { BoundaryKind } from "../architecture/vocabulary.ts";

/** The key of the sheet itself: what holds everything that lies in no boundary. */
export const SHEET = "";

export interface Nesting {
  readonly components: ReadonlySet<string>;
  readonly boundaries: ReadonlySet<string>;
  /** The boundary that directly holds a component, or SHEET. */
  readonly holderOf: ReadonlyMap<string, string>;
  /** The boundary that directly holds a boundary, or SHEET. */
  readonly outerOf: ReadonlyMap<string, string>;
}

/**
 * Reads the boundaries of one kind as a tree. Boundaries of other kinds do not count, also between two that do.
 * Total: a boundary that would lie within itself lies on the sheet, and references that lead nowhere are ignored.
 */
export function nestBoundaries(architecture: Architecture, kind: BoundaryKind): Nesting {
  const withinOf = new Map(architecture.boundaries.map(({ id, within }) => [id, within ?? SHEET]));
  const drawn = new Set(byId(architecture.boundaries.filter((one) => one.kind === kind)).map(({ id }) => id));
  const outerOf = new Map<string, string>();
  for (const id of drawn) {
    const outer = chainOf(withinOf.get(id) ?? SHEET, withinOf).find((one) => drawn.has(one)) ?? SHEET;
    outerOf.set(id, chainOf(outer, outerOf).includes(id) ? SHEET : outer);
  }
  const components = byId(architecture.components);
  const holderOf = new Map(
    components.map(({ id, boundaries }) => [
      id,
      [...boundaries].sort().find((name) => drawn.has(name)) ?? SHEET,
    ]),
  );
  return { components: new Set(holderOf.keys()), boundaries: drawn, holderOf, outerOf };
}

/** A holder and everything around it, innermost first; the sheet is not part of it. */
export function chainOf(holder: string, outerOf: ReadonlyMap<string, string>): readonly string[] {
  const chain: string[] = [];
  for (let at = holder; at !== SHEET && !chain.includes(at); at = outerOf.get(at) ?? SHEET) chain.push(at);
  return chain;
}
