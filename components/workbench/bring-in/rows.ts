import type { Answer, Architecture, Facts } from "#core/architecture/architecture.schema.ts";
import { answersOf } from "#core/architecture/reading.ts";
import { addressOf, type FactAddress, type Subject } from "#core/architecture/subject.ts";
import type { Session } from "#core/document/session.schema.ts";
import type { Imported, ImportNote } from "#core/interchange/importer.ts";

import { elementKey, type AnyKind } from "./corrected.ts";

export const GROUPS = [
  "Components",
  "Connections",
  "Boundaries",
  "Objects",
  "Agreements",
  "Left out",
] as const;
export type Group = (typeof GROUPS)[number];

/** One thing of a file in the preview: what it becomes, by what in the file, and what the file says of it. */
export interface Row {
  readonly group: Group;
  readonly note: ImportNote;
  /** Empty for what is left out. */
  readonly name: string;
  readonly kind: AnyKind | null;
  readonly facts: readonly { readonly address: FactAddress; readonly answer: Answer }[];
}

export function rowsOf({ notes }: Imported, { architecture }: Session): readonly Row[] {
  const names = new Map(architecture.components.map(({ id, name }) => [id, name]));
  const nameOf = (id: string) => names.get(id) ?? "";
  const rows = new Map<string, Omit<Row, "note">>([
    ...architecture.components.map(({ id, name, kind, facts }) => {
      const about = { component: id };
      return [elementKey(about), { group: "Components", name, kind, facts: factsIn(about, facts) }] as const;
    }),
    ...architecture.connections.map(({ id, from, to, kind, facts }) => {
      const about = { connection: id };
      const name = `${nameOf(from)} → ${nameOf(to)}`;
      return [elementKey(about), { group: "Connections", name, kind, facts: factsIn(about, facts) }] as const;
    }),
    ...architecture.boundaries.map(
      ({ id, name, kind }) =>
        [elementKey({ boundary: id }), { group: "Boundaries", name, kind, facts: [] }] as const,
    ),
    ...architecture.objects.map(
      ({ id, name }) =>
        [elementKey({ object: id }), { group: "Objects", name, kind: null, facts: [] }] as const,
    ),
    ...architecture.agreements.map(({ id, between, facts }) => {
      const name = between.map(nameOf).join(" and ");
      const said = factsIn({ agreement: between }, facts);
      return [elementKey({ agreement: id }), { group: "Agreements", name, kind: null, facts: said }] as const;
    }),
  ]);
  const leftOut = { group: "Left out", name: "", kind: null, facts: [] } as const;
  return notes.map((note) => ({
    ...((note.about === null ? undefined : rows.get(elementKey(note.about))) ?? leftOut),
    note,
  }));
}

function factsIn(about: Subject, facts: Facts = {}): Row["facts"] {
  return Object.entries(facts).flatMap(([fact, said]) =>
    answersOf(said).map((answer) => ({ address: addressOf(about, fact), answer })),
  );
}

/** How many answers of a file are guesses, to be confirmed by questions. */
export function guessedFacts({ components, connections, agreements }: Architecture): number {
  const all = [...components, ...connections, ...agreements].flatMap(({ facts }: { readonly facts: Facts }) =>
    Object.values(facts).flatMap(answersOf),
  );
  return all.filter(({ guessed }) => guessed === true).length;
}

/** Where in a file something stands, in few words. */
export function placeWords({ file, line }: Pick<ImportNote, "file" | "line">): string {
  return line === null ? file : `${file}, line ${line}`;
}
