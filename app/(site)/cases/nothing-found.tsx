import Link from "next/link";
import { caseAddress, findCases, type CaseQuery } from "./find-cases.ts";

/** Says why nothing is listed, and the nearest way on from there. */
export function NothingFound({ query }: { readonly query: CaseQuery }) {
  const { text, facets } = query;
  const hasFacets = Object.keys(facets).length > 0;
  const elsewhere = hasFacets ? findCases({ text, facets: {} }).length : 0;
  return (
    <div className="grid max-w-read gap-4 font-serif text-read">
      <p>
        {text === ""
          ? "No published case is all of this at once."
          : `No case has these words${hasFacets ? " and is all of this" : ""}. Fewer or other words may find one.`}
      </p>
      {elsewhere > 0 && (
        <p>
          <Link href={caseAddress({ text, facets: {} })}>Look among all cases ({elsewhere})</Link>
        </p>
      )}
      <p>
        If something of this kind keeps happening to you,{" "}
        <Link href="/situation">describe your situation</Link>: it may be a case that is missing here.
      </p>
    </div>
  );
}
