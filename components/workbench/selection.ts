import { pairOf, type Pair } from "#core/architecture/subject.ts";
import type { Session } from "#core/document/session.schema.ts";

/** What is picked out on the sketch: components, in the order of picking, or one connection, or one boundary. */
export interface Selection {
  readonly components: readonly string[];
  readonly connection: string | null;
  readonly boundary?: string;
}

export const NOTHING: Selection = { components: [], connection: null };

export function componentsSelected(...components: readonly string[]): Selection {
  return { components, connection: null };
}

export function boundarySelected(boundary: string): Selection {
  return { components: [], connection: null, boundary };
}

/** The selection without what is gone meanwhile, the same object when nothing is. */
export function presentSelection(selection: Selection, { architecture }: Session): Selection {
  const has = (list: readonly { readonly id: string }[], wanted: string | null | undefined) =>
    list.some(({ id }) => id === wanted);
  const { boundary } = selection;
  if (boundary !== undefined) return has(architecture.boundaries, boundary) ? selection : NOTHING;
  const present = new Set(
    selection.components.length === 0 ? [] : architecture.components.map(({ id }) => id),
  );
  const components = selection.components.filter((id) => present.has(id));
  const connection = has(architecture.connections, selection.connection) ? selection.connection : null;
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
