import type { CaseMatter } from "./case.schema.ts";
import type { PageMatter } from "./page.schema.ts";
import type { PatternMatter } from "./pattern.schema.ts";
import type { PartHeading } from "./spine.ts";

/** One source as the text cites it: its number, and the places that lead to it. */
export interface Citation {
  readonly key: string;
  readonly number: number;
  readonly places: readonly string[];
}

/** A published text without its body: what lists, searches and pages around it need. */
export interface TextEntry<Matter> {
  readonly matter: Matter;
  /** In the order of first mention. */
  readonly citations: readonly Citation[];
  /** Addresses within the site that the body leads to, each once. */
  readonly links: readonly string[];
  /** The sections of a text that has its own; none where a spine gives the parts. */
  readonly sections: readonly PartHeading[];
  /** The body as plain text, for search. */
  readonly text: string;
  readonly words: number;
}

/** A text without its components, for readers that are not our pages; citations are footnotes. */
export interface PlainText {
  readonly markdown: string;
  readonly html: string;
}

export interface CaseEntry extends TextEntry<CaseMatter> {
  /** The day of the incident, or the month or year, as far as it is known. */
  readonly happened: string;
}
export type PatternEntry = TextEntry<PatternMatter>;
export type PageEntry = TextEntry<PageMatter>;
