import type { Options, SearchOptions } from "minisearch";
import type MiniSearch from "minisearch";

/** What can be found: every text of the series, the mechanisms, and the words of the glossary. */
export const SEARCH_KINDS = ["case", "pattern", "mechanism", "figure", "page", "word"] as const;
export type SearchKind = (typeof SEARCH_KINDS)[number];

export interface SearchRecord {
  /** The address within the site: where it leads is what it is. */
  readonly id: string;
  readonly kind: SearchKind;
  readonly title: string;
  readonly dek: string;
  /** Words that belong to it and do not stand in its text. */
  readonly words: string;
  readonly text: string;
}

export interface Found {
  readonly href: string;
  readonly kind: SearchKind;
  readonly title: string;
  readonly dek: string;
}

/** The same index is built where pages are made and loaded where they are read. */
export const SEARCH_OPTIONS: Options<SearchRecord> = {
  fields: ["title", "dek", "words", "text"],
  storeFields: ["kind", "title", "dek"],
};

/**
 * For each beginning, the slugs of the cases in which a word begins like that; without an entry where there is none. What
 * one search costs is bounded by the caller, by the number of beginnings.
 */
export function casesByBeginning(
  index: MiniSearch<SearchRecord>,
  beginnings: readonly string[],
): ReadonlyMap<string, readonly string[]> {
  const found = index.search(
    { queries: [...beginnings], combineWith: "OR" },
    { prefix: true, fuzzy: false, filter: ({ kind }) => kind === "case" },
  );
  const pairs = found.flatMap(({ id, queryTerms }) =>
    queryTerms.map((beginning) => ({ beginning, slug: String(id).slice("/cases/".length) })),
  );
  const grouped = Map.groupBy(pairs, ({ beginning }) => beginning);
  return new Map([...grouped].map(([beginning, of]) => [beginning, of.map(({ slug }) => slug)]));
}

/**
 * Anybody may search as often as they like, so what one search costs is bounded: a letter or two begin so many words that
 * looking them all up would take a hundred times as long as what people ask for.
 */
const HOW: SearchOptions = {
  boost: { title: 4, dek: 2, words: 2 },
  prefix: (term) => term.length > 2,
  fuzzy: 0.2,
  combineWith: "AND",
};

/** Best first; nothing for a text without words. */
export function searchSeries(index: MiniSearch<SearchRecord>, text: string): readonly Found[] {
  const words = new Set(text.toLowerCase().split(/[\s\p{P}]+/u));
  return index.search([...words].join(" "), HOW).map(({ id, kind, title, dek }) => ({
    href: String(id),
    kind: kind as SearchKind,
    title: String(title),
    dek: String(dek),
  }));
}
