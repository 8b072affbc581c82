import {
  BOUNDARY_KINDS,
  COMPONENT_KINDS,
  CONNECTION_KINDS,
  type BoundaryKind,
  type ComponentKind,
  type ConnectionKind,
} from "#core/architecture/vocabulary.ts";
import type { Session } from "#core/document/session.schema.ts";
import { isGuessOf } from "#core/interchange/import-words.ts";
import type { Imported, ImportedElement } from "#core/interchange/importer.ts";

export type AnyKind = ComponentKind | ConnectionKind | BoundaryKind;
/** The kinds that a person chose in the preview, by `elementKey`. */
export type Corrections = ReadonlyMap<string, AnyKind>;

export function elementKey(element: ImportedElement): string {
  return Object.entries(element)
    .map(([list, id]) => `${list}:${id}`)
    .join();
}

/** The kinds that an element can have; none for what has no kind. */
export function kindsFor(element: ImportedElement): readonly AnyKind[] {
  if ("component" in element) return COMPONENT_KINDS;
  if ("connection" in element) return CONNECTION_KINDS;
  return "boundary" in element ? BOUNDARY_KINDS : [];
}

/** What was read, in the kinds that a person chose. */
export function corrected({ session }: Imported, corrections: Corrections): Session {
  if (corrections.size === 0) return session;
  const { architecture } = session;
  const withKind = <T extends { readonly id: string; readonly kind: AnyKind }>(
    list: string,
    all: readonly T[],
  ) =>
    all.map((one) => ({
      ...one,
      kind: (corrections.get(`${list}:${one.id}`) as T["kind"] | undefined) ?? one.kind,
    }));
  return {
    ...session,
    architecture: {
      ...architecture,
      components: withKind("component", architecture.components),
      connections: withKind("connection", architecture.connections),
      boundaries: withKind("boundary", architecture.boundaries),
    },
  };
}

/** Components whose kind neither the file nor a person said. */
export function guessedKinds({ notes }: Imported, corrections: Corrections): readonly string[] {
  return notes.flatMap((note) => {
    const { how, about } = note;
    if (about === null || !("component" in about) || corrections.has(elementKey(about))) return [];
    return how === "guessed" || isGuessOf(note, "kind") ? [about.component] : [];
  });
}
