import type { Found, SearchKind } from "./series-search.ts";

const KINDS: Readonly<Record<SearchKind, string>> = {
  case: "case",
  pattern: "pattern",
  mechanism: "mechanism",
  figure: "figure",
  page: "page",
  word: "word",
};

interface FoundListProps {
  readonly text: string;
  readonly found: readonly Found[];
}

/** What a search found, best first, or what to do when it found nothing. */
export function FoundList({ text, found }: FoundListProps) {
  if (text === "") {
    return (
      <p className="max-w-read font-serif text-read text-ink-soft">
        A word is enough: a system, a symptom, a mechanism. The search looks into <a href="/cases">cases</a>,{" "}
        <a href="/patterns">patterns</a>, <a href="/mechanisms">mechanisms</a>, <a href="/figures">figures</a>{" "}
        and the <a href="/glossary">glossary</a>.
      </p>
    );
  }
  return (
    <>
      <h2 className="sounding mb-6" role="status">
        {found.length === 0 ? "nothing" : found.length} found for “{text}”
      </h2>
      {found.length === 0 ? (
        <p className="max-w-read font-serif text-read">
          Fewer or other words may find something. If it keeps happening to you and is not here,{" "}
          <a href="/situation">describe your situation</a>.
        </p>
      ) : (
        <ol className="grid gap-y-7">
          {found.map(({ href, kind, title, dek }) => (
            <li key={href} className="grid gap-x-8 gap-y-1 md:grid-cols-[minmax(0,1fr)_12rem]">
              <div>
                <h3 className="font-serif text-lead">
                  <a href={href} className="decoration-hairline">
                    {title}
                  </a>
                </h3>
                <p className="mt-1 max-w-read font-serif text-read text-ink-soft">{dek}</p>
              </div>
              <p className="sounding md:pt-2">{KINDS[kind]}</p>
            </li>
          ))}
        </ol>
      )}
    </>
  );
}
