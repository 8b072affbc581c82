import type { Citation } from "#core/series/text-entry.ts";
import { sayDate } from "./wording.ts";

interface SourceListProps {
  readonly matter: { readonly sources: readonly ListedSource[] };
  readonly citations: readonly Citation[];
}

interface ListedSource {
  readonly key: string;
  readonly title: string;
  readonly publisher: string;
  readonly date: string;
  readonly url: string;
}

/** The sources in the order of first mention, each with the ways back to the places that cite it. */
export function SourceList({ matter, citations }: SourceListProps) {
  return (
    <ol className="source-list grid gap-y-4">
      {citations.map(({ key, number, places }) => {
        const source = matter.sources.find((one) => one.key === key);
        if (source === undefined) return null;
        return (
          <li key={key} id={`source-${key}`} className="grid grid-cols-[2rem_minmax(0,1fr)] text-small">
            <span className="sounding pt-0.5">{number}</span>
            <div>
              <a href={source.url}>{source.title}</a>
              <span className="source-address hidden break-all"> {source.url}</span>
              <p className="text-ink-soft">
                {source.publisher}, {sayDate(source.date)}
              </p>
              <p className="sounding no-print -ml-1.5 flex flex-wrap items-center">
                <span className="px-1.5">cited at</span>
                {places.map((place, i) => (
                  <a
                    key={place}
                    href={`#${place}`}
                    className="inline-flex min-h-6 min-w-6 items-center justify-center"
                    aria-label={`Back to mention ${i + 1} of source ${number}`}
                  >
                    {i + 1}
                  </a>
                ))}
              </p>
            </div>
          </li>
        );
      })}
    </ol>
  );
}
