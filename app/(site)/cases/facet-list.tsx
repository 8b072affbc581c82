import Link from "next/link";
import { sayWord } from "#components/site/wording.ts";
import { countFacet, FACETS } from "#core/series/facets.ts";
import { cases } from "#content/generated/cases.ts";
import { patterns } from "#content/generated/patterns.ts";
import { caseAddress, type CaseQuery } from "./find-cases.ts";

/** The sides from which cases are found, each value with how many it would leave. Every choice has an address. */
export function FacetList({ query }: { readonly query: CaseQuery }) {
  return (
    <div className="facets">
      {FACETS.map(({ key, name }) => {
        const asked = query.facets[key];
        return (
          <details key={key} open={asked !== undefined || key === "zone"}>
            <summary>
              {name}
              {asked !== undefined && <span className="sounding"> {sayFacet(key, asked)}</span>}
            </summary>
            <ul>
              {countFacet(cases, key, query.facets).map(({ value, count }) => (
                <li key={value}>
                  <Link
                    href={caseAddress(query, key, value === asked ? undefined : value)}
                    aria-current={value === asked ? "true" : undefined}
                    prefetch={false}
                  >
                    {sayFacet(key, value)}
                  </Link>
                  <span className="sounding">{count}</span>
                </li>
              ))}
            </ul>
          </details>
        );
      })}
    </div>
  );
}

/** A value in words: moves are pages, and go by their titles. */
export function sayFacet(key: string, value: string): string {
  const pattern = key === "move" ? patterns.find(({ matter }) => matter.slug === value) : undefined;
  return pattern?.matter.title ?? sayWord(value);
}
