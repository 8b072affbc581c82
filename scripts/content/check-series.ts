import type { CaseEntry, PageEntry, PatternEntry } from "../../core/series/text-entry.ts";
import { PATTERN_SPINE, SPINE } from "../../core/series/spine.ts";

export interface Series {
  readonly cases: readonly CaseEntry[];
  readonly patterns: readonly PatternEntry[];
  readonly pages: readonly PageEntry[];
  /** Addresses of pages and files that are no texts, such as `/method`, `/feed.xml` or `/mechanisms/backlog`. */
  readonly otherAddresses: readonly string[];
  /** Ids of words, which are places on the page of the glossary. */
  readonly words: readonly string[];
}

/** What does not hold between the texts of the series, as sentences: dead links, and relations that lead nowhere or are said twice. */
export function seriesProblems(series: Series): readonly string[] {
  return [...unknownNames(series), ...doubledRelations(series.cases), ...deadLinks(series)];
}

function unknownNames({ cases, patterns }: Series): readonly string[] {
  const known = {
    cases: new Set(cases.map(({ matter }) => matter.slug)),
    patterns: new Set(patterns.map(({ matter }) => matter.slug)),
  };
  return [
    ...cases.flatMap(({ matter }) => [
      ...matter.relations
        .filter(({ to }) => !known.cases.has(to) || to === matter.slug)
        .map(({ to }) => `${matter.slug}: there is no other case "${to}" to relate to`),
      ...matter.patterns
        .filter((slug) => !known.patterns.has(slug))
        .map((slug) => `${matter.slug}: there is no pattern "${slug}"`),
    ]),
    ...patterns.flatMap(({ matter }) =>
      matter.seeAlso
        .filter((slug) => !known.patterns.has(slug) || slug === matter.slug)
        .map((slug) => `${matter.slug}: there is no other pattern "${slug}" to see`),
    ),
  ];
}

function doubledRelations(cases: readonly CaseEntry[]): readonly string[] {
  const said = new Set<string>();
  return cases.flatMap(({ matter }) =>
    matter.relations.flatMap(({ to }) => {
      const pair = [matter.slug, to].sort().join(" and ");
      if (said.has(pair)) return [`the relation between ${pair} is said twice`];
      said.add(pair);
      return [];
    }),
  );
}

function deadLinks({ cases, patterns, pages, otherAddresses, words }: Series): readonly string[] {
  const anchors = new Map<string, ReadonlySet<string>>([
    ...cases.map(({ matter }) => [`/cases/${matter.slug}`, idsOf(SPINE)] as const),
    ...patterns.map(({ matter }) => [`/patterns/${matter.slug}`, idsOf(PATTERN_SPINE)] as const),
    ...pages.map(({ matter, sections }) => [`/${matter.slug}`, idsOf(sections)] as const),
    ["/glossary", new Set(words)] as const,
  ]);
  const others = new Set(otherAddresses);
  return [...cases, ...patterns, ...pages].flatMap(({ matter, links }) =>
    links
      .filter((link) => {
        const [path = "", anchor] = (link.split("?", 1)[0] ?? "").split("#");
        const places = anchors.get(path);
        if (places === undefined) return !others.has(path);
        return anchor !== undefined && !places.has(anchor);
      })
      .map((link) => `${matter.slug}: the link ${link} leads nowhere`),
  );
}

function idsOf(parts: readonly { readonly id: string }[]): ReadonlySet<string> {
  return new Set(parts.map(({ id }) => id));
}
