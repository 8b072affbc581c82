import type { Session } from "../document/session.schema.ts";
import type { Result } from "../result.ts";

export type ImportFormat =
  | "seamark"
  | "mermaid"
  | "threat-dragon"
  | "open-threat-model"
  | "tm-bom"
  | "structurizr"
  | "docker-compose"
  | "kubernetes"
  | "traces";

/** A file that somebody chose: its name, which may mean nothing, and its text. */
export interface ImportFile {
  readonly name: string;
  readonly text: string;
}

/** Where in a file something stands; lines count from 1, and null is the file as a whole. */
export interface Place {
  readonly file: string;
  readonly line: number | null;
}

/** Why a file is refused: what is wrong, as a sentence that says what to do, and where. */
export interface ImportProblem extends Place {
  readonly message: string;
}

/** An element of the sketch that was read. */
export type ImportedElement =
  | { readonly component: string }
  | { readonly connection: string }
  | { readonly boundary: string }
  | { readonly object: string }
  | { readonly agreement: string };

/** Something of an element that the file names, and does not say: its kind, or the object that it carries. */
export interface PartGuess {
  readonly of: "kind" | "object";
  readonly because: string;
}

/**
 * What became of one thing in a file. `recognized`: the file says that this element is there; what of it the file does
 * not say stands in `guesses`. `guessed`: the element itself was inferred. `left-out`: it has no place in a sketch, and
 * `about` is null.
 */
export interface ImportNote extends Place {
  readonly how: "recognized" | "guessed" | "left-out";
  readonly about: ImportedElement | null;
  /** What stands in the file, and for a guessed element why it is one. */
  readonly what: string;
  /** Empty for what is guessed or left out as a whole. */
  readonly guesses: readonly PartGuess[];
}

/** Files read as a sketch of their own, and what became of everything in them. Guessed facts are answers marked as guessed. */
export interface Imported {
  readonly format: ImportFormat;
  readonly session: Session;
  readonly notes: readonly ImportNote[];
}

export interface ImportOptions {
  /** When it is read (ISO 8601): the time of the answers that a file gives. */
  readonly at: string;
}

export interface Importer {
  readonly format: ImportFormat;
  /** The name by which people know the format. */
  readonly name: string;
  /** Endings of its files with their dot, for file choosers. */
  readonly endings: readonly string[];
  /** Whether several files make one sketch; otherwise one is read at a time. */
  readonly takesSeveral: boolean;
  /** Whether a file looks like it. Reads no more than it must, and never throws. */
  readonly recognizes: (file: ImportFile) => boolean;
  /** Never throws, whatever the files hold. */
  readonly read: (
    files: readonly ImportFile[],
    options: ImportOptions,
  ) => Result<Imported, readonly ImportProblem[]>;
}
