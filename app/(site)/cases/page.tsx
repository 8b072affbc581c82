import type { Metadata } from "next";
import Link from "next/link";
import { CaseList } from "#components/site/case-list.tsx";
import { FACETS } from "#core/series/facets.ts";
import { FacetList, sayFacet } from "./facet-list.tsx";
import { findCases, readCaseQuery, type CaseQuery, type Parameters } from "./find-cases.ts";
import { NothingFound } from "./nothing-found.tsx";

export const metadata: Metadata = {
  title: "Cases",
  description:
    "Documented structural contradictions, each with its sources, its invariant and its absent layer.",
};

/** Rendered whole for each request: a streamed result would need JavaScript to appear. */
export const instant = false;

interface CasesPageProps {
  readonly searchParams: Promise<Parameters>;
}

export default async function CasesPage({ searchParams }: CasesPageProps) {
  const query = readCaseQuery(await searchParams);
  const found = findCases(query);
  return (
    <div className="sheet">
      <header className="py-10 md:py-16">
        <h1 className="display">Cases</h1>
        <p className="mt-4 max-w-read font-serif text-lead text-ink-soft">
          Each case is one contradiction that was built in and documented in public. It is a standing claim:
          it has sources, a version, a status, and a list of findings that would show it wrong.
        </p>
      </header>
      <div className="depth depth-facets">
        <div className="grid content-start gap-6">
          <SearchForm query={query} />
          <nav aria-label="Cases by kind">
            <FacetList query={query} />
          </nav>
        </div>
        <div className="max-lg:mt-6 max-lg:border-t max-lg:border-hairline max-lg:pt-5">
          <Asked query={query} count={found.length} />
          {found.length > 0 ? <CaseList cases={found} /> : <NothingFound query={query} />}
        </div>
      </div>
    </div>
  );
}

function SearchForm({ query }: { readonly query: CaseQuery }) {
  return (
    <form action="/cases" method="get" role="search">
      <label htmlFor="q" className="text-small font-semibold">
        Search the texts
      </label>
      <div className="mt-1 flex gap-3 lg:flex-col lg:items-start">
        <input id="q" name="q" type="search" defaultValue={query.text} maxLength={200} className="field" />
        <button type="submit" className="action">
          Search
        </button>
      </div>
      {Object.entries(query.facets).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
    </form>
  );
}

function Asked({ query, count }: { readonly query: CaseQuery; readonly count: number }) {
  const asked = FACETS.flatMap(({ key, name }) => {
    const value = query.facets[key];
    return value === undefined ? [] : [`${name}: ${sayFacet(key, value)}`];
  });
  return (
    <h2 className="sounding mb-6">
      {[
        count === 1 ? "1 case" : `${count === 0 ? "no" : count} cases`,
        ...asked,
        ...(query.text === "" ? [] : [`with “${query.text}”`]),
      ].join(" · ")}
      {(asked.length > 0 || query.text !== "") && (
        <>
          {" · "}
          <Link href="/cases">show all</Link>
        </>
      )}
    </h2>
  );
}
