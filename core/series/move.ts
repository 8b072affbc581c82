import type { Architecture } from "../architecture/architecture.schema.ts";

/** What a move changes: entries that it adds or that take the place of those with their id, and ids that it removes. */
export interface MoveEdit {
  readonly put: Pick<Architecture, "objects" | "components" | "connections" | "agreements">;
  readonly remove: readonly string[];
}

/** The entries of one list after a move: those it removes are gone, those it puts stand in their place or at the end. */
function after<Entry extends { readonly id: string }>(
  entries: readonly Entry[],
  put: readonly Entry[],
  remove: ReadonlySet<string>,
): readonly Entry[] {
  const putById = new Map(put.map((entry) => [entry.id, entry]));
  const known = new Set(entries.map(({ id }) => id));
  return [
    ...entries.filter(({ id }) => !remove.has(id)).map((entry) => putById.get(entry.id) ?? entry),
    ...put.filter(({ id }) => !known.has(id)),
  ];
}

/** The architecture of a case with its structural move made. References are checked by whoever reads the file. */
export function withMove(architecture: Architecture, { put, remove }: MoveEdit): Architecture {
  const gone = new Set(remove);
  return {
    ...architecture,
    objects: after(architecture.objects, put.objects, gone),
    components: after(architecture.components, put.components, gone),
    connections: after(architecture.connections, put.connections, gone),
    agreements: after(architecture.agreements, put.agreements, gone),
  };
}

/** What a drawing of a move shows: the named components, and what joins them. */
export function shownPart(architecture: Architecture, shown: readonly string[]): Architecture {
  const ids = new Set(shown);
  return {
    ...architecture,
    boundaries: [],
    components: architecture.components
      .filter(({ id }) => ids.has(id))
      .map((component) => ({ ...component, boundaries: [] })),
    connections: architecture.connections.filter(({ from, to }) => ids.has(from) && ids.has(to)),
  };
}
