import { pairOf, type Pair } from "#core/architecture/subject.ts";
import type { Session } from "#core/document/session.schema.ts";

/** What is picked out on the sketch: components, in the order of picking, or one connection, or one pair's seam. */
export interface Selection {
  readonly components: readonly string[];
  readonly connection: string | null;
}

export const NOTHING: Selection = { components: [], connection: null };

export function componentsSelected(...components: readonly string[]): Selection {
  return { components, connection: null };
}

/** The selection without what is gone meanwhile, the same object when nothing is. */
export function presentSelection(selection: Selection, { architecture }: Session): Selection {
  const components = selection.components.filter((id) =>
    architecture.components.some((component) => component.id === id),
  );
  const connection = architecture.connections.some(({ id }) => id === selection.connection)
    ? selection.connection
    : null;
  return components.length === selection.components.length && connection === selection.connection
    ? selection
    : { components, connection };
}

export function selectedPair({ components: [a, b, ...more] }: Selection): Pair | null {
  return a !== undefined && b !== undefined && more.length === 0 ? pairOf(a, b) : null;
}

/** A choice of the second component: what the first one is to be connected to, or must agree with. */
export interface Picker {
  readonly purpose: "connect" | "mark-seam";
  readonly from: string;
}
