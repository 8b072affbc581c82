import Link from "next/link";
import { findCases, type CaseQuery } from "./find-cases.ts";

/** Says why nothing is listed, and the nearest way on from there. */
export function NothingFound({ query }: { readonly query: CaseQuery }) {
  const { text, zone } = query;
  const elsewhere = zone === null ? 0 : findCases({ text, zone: null }).length;
  return (
    <div className="grid max-w-read gap-4 font-serif text-read">
      <p>
        {text === ""
          ? "No case of this zone is published yet."
          : `No case has these words${zone === null ? "" : " in this zone"}. Fewer or other words may find one.`}
      </p>
      {elsewhere > 0 && (
        <p>
          <Link href={text === "" ? "/cases" : `/cases?q=${encodeURIComponent(text)}`}>
            Look in all zones ({elsewhere})
          </Link>
        </p>
      )}
      <p>
        If something of this kind keeps happening to you,{" "}
        <Link href="/situation">describe your situation</Link>: it may be a case that is missing here.
      </p>
    </div>
  );
}
