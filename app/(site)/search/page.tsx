import type { Metadata } from "next";
import { FoundList } from "#components/site/found-list.tsx";
import { InstantSearch } from "#components/site/instant-search.tsx";
import { searchSeries } from "#components/site/series-search.ts";
import { firstOf, type Parameters } from "../cases/find-cases.ts";
import { seriesIndex } from "./series-index.ts";

export const metadata: Metadata = {
  title: "Search",
  description: "Finds cases, patterns, mechanisms, figures and words of the glossary.",
};

/** Rendered whole for each request: a streamed result would need JavaScript to appear. */
export const instant = false;

interface SearchPageProps {
  readonly searchParams: Promise<Parameters>;
}

export default async function SearchPage({ searchParams }: SearchPageProps) {
  const text = firstOf(await searchParams, "q");
  const found = searchSeries(seriesIndex(), text);
  return (
    <div className="sheet">
      <header className="py-10 md:py-16">
        <h1 className="display">Search</h1>
      </header>
      <InstantSearch asked={text}>
        <FoundList text={text} found={found} />
      </InstantSearch>
    </div>
  );
}
