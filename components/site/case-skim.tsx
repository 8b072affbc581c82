import Link from "next/link";
import type { CaseEntry } from "#core/series/text-entry.ts";
import { sayWord } from "./wording.ts";

/** A case for those who skim: who was involved, what it led to, what kind it is of, and what should have held. */
export function CaseSkim({ matter, citations }: CaseEntry) {
  const { zone, mechanism, involved, impact, invariant } = matter;
  const numbers = impact.sources.map((key) => ({
    key,
    number: citations.find((citation) => citation.key === key)?.number,
  }));
  return (
    <dl className="skim">
      <div>
        <dt>involved</dt>
        <dd>{involved}</dd>
      </div>
      <div>
        <dt>impact</dt>
        <dd>
          {impact.text}
          <span className="cite">
            {numbers.map(({ key, number }) => (
              <a key={key} href={`#source-${key}`} aria-label={`Source ${number ?? ""}`}>
                {number}
              </a>
            ))}
          </span>
        </dd>
      </div>
      <div>
        <dt>zone, mechanism</dt>
        <dd>
          <Link href={`/zones#${zone}`} prefetch={false}>
            {sayWord(zone)}
          </Link>
          ,{" "}
          <Link href={`/mechanisms/${mechanism}`} prefetch={false}>
            {sayWord(mechanism)}
          </Link>
        </dd>
      </div>
      <div>
        <dt>invariant</dt>
        <dd className="font-serif">{invariant}</dd>
      </div>
    </dl>
  );
}
