import type { NearCase } from "#core/intake/near-cases.ts";

interface NearListProps {
  readonly near: readonly NearCase[];
  /** How many cases there are to be near to. */
  readonly published: number;
}

/** The published cases nearest to a situation, each with why; or plainly that there is none. */
export function NearList({ near, published }: NearListProps) {
  if (near.length === 0) {
    return (
      <p className="max-w-read font-serif text-read text-ink-soft">
        None of the {published} published cases is near to this: they share too few of your words. That says
        nothing about what you have; the <a href="/cases">series</a> is short.
      </p>
    );
  }
  return (
    <ul className="max-w-read divide-y divide-hairline border-y border-hairline">
      {near.map(({ slug, title, because }) => (
        <li key={slug} className="py-3">
          <a href={`/cases/${slug}`} className="font-serif text-lead decoration-hairline">
            {title}
          </a>
          <p className="mt-0.5 text-small text-ink-soft">{because}</p>
        </li>
      ))}
    </ul>
  );
}
