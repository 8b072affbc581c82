import { LAYER_OF_MECHANISM } from "./absent-layers.ts";
import type { CaseEntry } from "./text-entry.ts";

/** The sides from which cases are found. The key stands in addresses, and never changes. */
export const FACETS = [
  { key: "zone", name: "zone" },
  { key: "mechanism", name: "mechanism" },
  { key: "class", name: "failure class" },
  { key: "layer", name: "absent layer" },
  { key: "move", name: "structural move" },
  { key: "trigger", name: "trigger" },
  { key: "year", name: "year" },
] as const;

export type FacetKey = (typeof FACETS)[number]["key"];
/** What is asked of the cases: at most one value of each facet. */
export type Facets = Readonly<Partial<Record<FacetKey, string>>>;

/** The values of a case under a facet. Only of moves it may have several. */
export function facetValues({ matter, happened }: CaseEntry, key: FacetKey): readonly string[] {
  switch (key) {
    case "zone":
      return [matter.zone];
    case "mechanism":
      return [matter.mechanism];
    case "class":
      return [matter.failureClass];
    case "layer":
      return [LAYER_OF_MECHANISM[matter.mechanism]];
    case "move":
      return matter.patterns;
    case "trigger":
      return [matter.trigger];
    case "year":
      return [happened.slice(0, 4)];
  }
}

/** Whether a case has every value that is asked for. */
export function hasFacets(entry: CaseEntry, facets: Facets): boolean {
  return FACETS.every(({ key }) => {
    const wanted = facets[key];
    return wanted === undefined || facetValues(entry, key).includes(wanted);
  });
}

export interface FacetCount {
  readonly value: string;
  /** How many cases there are once this value is asked for instead of any other of its facet. */
  readonly count: number;
}

/** The values of one facet that cases have, the most frequent first, then by name; years from the latest. */
export function countFacet(
  cases: readonly CaseEntry[],
  key: FacetKey,
  facets: Facets,
): readonly FacetCount[] {
  const others = { ...facets, [key]: undefined };
  const counts = new Map<string, number>();
  for (const entry of cases) {
    const isOpen = hasFacets(entry, others);
    for (const value of facetValues(entry, key)) {
      counts.set(value, (counts.get(value) ?? 0) + (isOpen ? 1 : 0));
    }
  }
  const counted = [...counts].map(([value, count]) => ({ value, count }));
  return key === "year"
    ? counted.toSorted((a, b) => (a.value < b.value ? 1 : -1))
    : counted.toSorted((a, b) => b.count - a.count || (a.value < b.value ? -1 : 1));
}
