/** Names of form controls that are no part of what is sent in. */
export const KEY_FIELD = "key";
export const TRAP_FIELD = "website";

export interface FieldProblem<Field extends string = string> {
  readonly field: Field;
  /** What is wrong and what to do about it, as one sentence. */
  readonly message: string;
}

/** A submitted form: what was typed, valid or not, and what the form itself added. */
export interface FormEntries<Draft> {
  readonly draft: Draft;
  /** The same for every try to send this form. */
  readonly key: string;
  /** Whether the field that people are asked to leave empty was filled. */
  readonly isTrapped: boolean;
}

/** The texts that were given under a name, in order. */
type GivenTexts = (name: string) => readonly string[];
/** The first of them, or nothing. */
export type FirstText = (name: string) => string;

/**
 * Reads the entries of a submitted form. Total: unknown names are ignored, a text given twice counts once (the
 * first), and what is no text counts as not given.
 */
export function readForm<Draft>(
  entries: Iterable<readonly [string, unknown]>,
  toDraft: (first: FirstText, all: GivenTexts) => Draft,
): FormEntries<Draft> {
  const given = new Map<string, string[]>();
  for (const [name, value] of entries) {
    if (typeof value === "string") given.set(name, [...(given.get(name) ?? []), value]);
  }
  const all: GivenTexts = (name) => given.get(name) ?? [];
  const first: FirstText = (name) => all(name)[0] ?? "";
  return { key: first(KEY_FIELD), isTrapped: first(TRAP_FIELD) !== "", draft: toDraft(first, all) };
}
