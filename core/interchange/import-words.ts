import type { ImportNote, PartGuess } from "./importer.ts";

/** How many of the elements are there by the file, were inferred, or have no place; and what of the first is a guess. */
export interface ImportCounts {
  readonly recognized: number;
  readonly guessed: number;
  readonly leftOut: number;
  /** Recognized elements whose kind is a guess. */
  readonly kinds: number;
  /** Recognized connections of which it is a guess what they carry. */
  readonly objects: number;
}

export function countNotes(notes: readonly ImportNote[]): ImportCounts {
  const how = (one: ImportNote["how"]) => notes.filter((note) => note.how === one).length;
  const withGuess = (of: PartGuess["of"]) => notes.filter((note) => isGuessOf(note, of)).length;
  return {
    recognized: how("recognized"),
    guessed: how("guessed"),
    leftOut: how("left-out"),
    kinds: withGuess("kind"),
    objects: withGuess("object"),
  };
}

/** Whether the file says that an element is there, and not of what kind it is or what it carries. */
export function isGuessOf({ guesses }: ImportNote, of: PartGuess["of"]): boolean {
  return guesses.some((guess) => guess.of === of);
}

/** `12 recognized (9 kinds and 1 object guessed), 2 guessed, 0 left out` */
export function countWords({ recognized, guessed, leftOut, kinds, objects }: ImportCounts): string {
  const parts = [...some(kinds, "kind"), ...some(objects, "object")];
  const within = parts.length === 0 ? "" : ` (${parts.join(" and ")} guessed)`;
  return `${recognized} recognized${within}, ${guessed} guessed, ${leftOut} left out`;
}

function some(count: number, one: string): readonly string[] {
  return count === 0 ? [] : [`${count} ${one}${count === 1 ? "" : "s"}`];
}

const PARTS: Readonly<Record<PartGuess["of"], string>> = {
  kind: "its kind is a guess",
  object: "what it carries is a guess",
};

/** What of an element is a guess, and why. */
export function guessWords({ of, because }: PartGuess): string {
  return `${PARTS[of]}: ${because}`;
}
