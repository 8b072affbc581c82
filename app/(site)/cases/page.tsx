import type { Metadata } from "next";
import Link from "next/link";
import { CaseList } from "#components/site/case-list.tsx";
import { ZONES } from "#core/architecture/vocabulary.ts";
import { NothingFound } from "./nothing-found.tsx";
import { findCases, readCaseQuery } from "./find-cases.ts";

export const metadata: Metadata = {
  title: "Cases",
  description:
    "Documented structural contradictions, each with its sources, its invariant and its absent layer.",
};

/** Rendered whole for each request: a streamed result would need JavaScript to appear. */
export const instant = false;

interface CasesPageProps {
  readonly searchParams: Promise<Readonly<Record<string, string | string[] | undefined>>>;
}

export default async function CasesPage({ searchParams }: CasesPageProps) {
  const query = readCaseQuery(await searchParams);
  const found = findCases(query);
  const isAsked = query.text !== "" || query.zone !== null;
  return (
    <div className="sheet">
      <header className="py-10 md:py-16">
        <h1 className="display">Cases</h1>
        <p className="mt-4 max-w-read font-serif text-lead text-ink-soft">
          Each case is one contradiction that was built in and documented in public. It is a standing claim:
          it has sources, a version, a status, and a list of findings that would show it wrong.
        </p>
      </header>
      <div className="depth">
        <form action="/cases" method="get" role="search" className="grid content-start gap-4">
          <div>
            <label htmlFor="q" className="text-small font-semibold">
              Search the texts
            </label>
            <input
              id="q"
              name="q"
              type="search"
              defaultValue={query.text}
              maxLength={200}
              className="field mt-1"
            />
          </div>
          <fieldset>
            <legend className="text-small font-semibold">Zone</legend>
            {(["", ...ZONES] as const).map((zone) => (
              <label key={zone} className="flex min-h-9 items-center gap-2 text-small">
                <input
                  type="radio"
                  name="zone"
                  value={zone}
                  defaultChecked={zone === (query.zone ?? "")}
                  className="accent-ink"
                />
                <span className="flex-1">{zone === "" ? "all zones" : zone}</span>
                <span className="sounding">
                  {findCases({ text: "", zone: zone === "" ? null : zone }).length}
                </span>
              </label>
            ))}
          </fieldset>
          <button type="submit" className="action justify-self-start">
            Search
          </button>
        </form>
        <div className="max-lg:mt-6 max-lg:border-t max-lg:border-hairline max-lg:pt-5">
          <h2 className="sounding mb-6">
            {found.length === 1 ? "1 case" : `${found.length === 0 ? "no" : found.length} cases`}
            {query.zone === null ? "" : ` in ${query.zone}`}
            {query.text === "" ? "" : ` for “${query.text}”`}
            {isAsked && (
              <>
                {" · "}
                <Link href="/cases">show all</Link>
              </>
            )}
          </h2>
          {found.length > 0 ? <CaseList cases={found} /> : <NothingFound query={query} />}
        </div>
      </div>
    </div>
  );
}
