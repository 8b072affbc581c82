import Link from "next/link";
import type { CaseEntry } from "#core/series/text-entry.ts";
import { sayStatus, sayWord } from "./wording.ts";

export function CaseList({ cases }: { readonly cases: readonly CaseEntry[] }) {
  return (
    <ol className="grid gap-y-8">
      {cases.map(({ matter, words }) => (
        <li key={matter.id} className="grid gap-x-8 gap-y-1 md:grid-cols-[minmax(0,1fr)_12rem]">
          <div>
            <h3 className="font-serif text-title">
              <Link href={`/cases/${matter.slug}`} className="decoration-hairline">
                {matter.title}
              </Link>
            </h3>
            <p className="mt-1 max-w-read font-serif text-read text-ink-soft">{matter.dek}</p>
          </div>
          <p className="sounding flex flex-wrap gap-x-3 md:flex-col md:pt-2">
            <span>{matter.id}</span>
            <span>{matter.zone}</span>
            <span>{sayWord(matter.mechanism)}</span>
            <span>{sayStatus(matter.status)}</span>
            <span>{Math.max(1, Math.round(words / 220))} min</span>
          </p>
        </li>
      ))}
    </ol>
  );
}
