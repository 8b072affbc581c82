import { FACETS, facetValues, hasFacets, type FacetKey, type Facets } from "#core/series/facets.ts";
import { searchSeries } from "#components/site/series-search.ts";
import type { CaseEntry } from "#core/series/text-entry.ts";
import { cases } from "#content/generated/cases.ts";
import { seriesIndex } from "../search/series-index.ts";

export interface CaseQuery {
  readonly text: string;
  readonly facets: Facets;
}

const LONGEST = 200;

type Parameter = string | readonly string[] | undefined;
export type Parameters = Readonly<Record<string, Parameter>>;

export function firstOf(parameters: Parameters, name: string): string {
  const value = parameters[name];
  return (typeof value === "string" ? value : (value?.[0] ?? "")).trim().slice(0, LONGEST);
}

/** What a visitor asked for. Anything else in the address is ignored, since a search never has to fail. */
export function readCaseQuery(parameters: Parameters): CaseQuery {
  const known = new Set(cases.flatMap((entry) => FACETS.flatMap(({ key }) => valuesOf(entry, key))));
  const asked = FACETS.map(({ key }) => [key, firstOf(parameters, key)] as const);
  return {
    text: firstOf(parameters, "q"),
    facets: Object.fromEntries(asked.filter(([key, value]) => known.has(`${key} ${value}`))),
  };
}

const valuesOf = (entry: CaseEntry, key: FacetKey) =>
  facetValues(entry, key).map((value) => `${key} ${value}`);

/** The cases that match a text and have all facets, best first; in their own order when no text is asked for. */
export function findCases({ text, facets }: CaseQuery): readonly CaseEntry[] {
  const open = cases.filter((entry) => hasFacets(entry, facets));
  if (text === "") return open;
  return searchSeries(seriesIndex(), text)
    .filter(({ kind }) => kind === "case")
    .flatMap(({ href }) => open.find(({ matter }) => href === `/cases/${matter.slug}`) ?? []);
}

/** The address of the cases with one facet set, or left out. */
export function caseAddress({ text, facets }: CaseQuery, key?: FacetKey, value?: string): string {
  const next = key === undefined ? facets : { ...facets, [key]: value };
  const query = new URLSearchParams(text === "" ? [] : [["q", text]]);
  for (const { key: name } of FACETS) {
    const wanted = next[name];
    if (wanted !== undefined) query.set(name, wanted);
  }
  return query.size === 0 ? "/cases" : `/cases?${query.toString()}`;
}
