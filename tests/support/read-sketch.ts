import type { Answer } from "#core/architecture/architecture.schema.ts";
import { answersOf } from "#core/architecture/reading.ts";
import { importFiles } from "#core/interchange/importers.ts";
import type {
  Imported,
  ImportFile,
  ImportFormat,
  ImportNote,
  PartGuess,
} from "#core/interchange/importer.ts";
import { expect } from "vitest";

/** What was read of files, by the names that stand in them. */
export interface ReadSketch {
  readonly imported: Imported;
  /** `web: service`, in the order of the names. */
  readonly components: readonly string[];
  /** `web -call-> db` */
  readonly connections: readonly string[];
  /** `net (trust): web, db` */
  readonly boundaries: readonly string[];
  /** `db, web: what both have in …` */
  readonly agreements: readonly string[];
  /** The answers to a fact of a component, or of the connections from one component to another. */
  readonly fact: (of: string | readonly [string, string], fact: string) => readonly Answer[];
  readonly notesOf: (component: string) => string;
  readonly noted: (how: ImportNote["how"]) => readonly string[];
  /** `service “web”: why`, of recognized elements whose kind or object is a guess. */
  readonly guessed: (of: PartGuess["of"]) => readonly string[];
}

/** Reads files that are known to be right. */
export function readSketch(format: ImportFormat, ...texts: readonly (string | ImportFile)[]): ReadSketch {
  const files = texts.map((text, i) =>
    typeof text === "string" ? { name: i === 0 ? "file" : `file ${i}`, text } : text,
  );
  const read = importFiles(files, { at: "2026-03-01T10:00:00Z" }, format);
  if (!read.ok) expect.fail(JSON.stringify(read.error));
  const { components, connections, boundaries, agreements } = read.value.session.architecture;
  const name = (id: string) => components.find((one) => one.id === id)?.name ?? id;
  const elementsOf = (of: string | readonly [string, string]) =>
    typeof of === "string"
      ? components.filter((one) => one.name === of)
      : connections.filter((one) => name(one.from) === of[0] && name(one.to) === of[1]);
  return {
    imported: read.value,
    components: components.map((one) => `${one.name}: ${one.kind}`).sort(),
    connections: connections.map(({ from, to, kind }) => `${name(from)} -${kind}-> ${name(to)}`).sort(),
    boundaries: boundaries.map(
      ({ id, name: title, kind }) =>
        `${title} (${kind}): ${components
          .filter((one) => one.boundaries.includes(id))
          .map((one) => one.name)
          .sort()
          .join(", ")}`,
    ),
    agreements: agreements
      .map(({ between, about }) => `${between.map(name).sort().join(", ")}: ${about}`)
      .sort(),
    fact: (of, fact) => elementsOf(of).flatMap(({ facts }) => answersOf(facts[fact])),
    notesOf: (component) => components.find((one) => one.name === component)?.notes ?? "",
    noted: (how) => read.value.notes.filter((note) => note.how === how).map(({ what }) => what),
    guessed: (of) =>
      read.value.notes.flatMap(({ what, guesses }) =>
        guesses.flatMap((guess) => (guess.of === of ? [`${what}: ${guess.because}`] : [])),
      ),
  };
}
