import type { CaseMatter } from "./case.schema.ts";

/** One source as the text cites it: its number, and the places that lead to it. */
export interface Citation {
  readonly key: string;
  readonly number: number;
  readonly places: readonly string[];
}

/** A published case without its body: what lists, searches and pages around it need. */
export interface CaseEntry {
  readonly matter: CaseMatter;
  /** In the order of first mention. */
  readonly citations: readonly Citation[];
  /** The body as plain text, for search. */
  readonly text: string;
  readonly words: number;
}
