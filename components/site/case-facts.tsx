import Link from "next/link";
import type { ReactNode } from "react";
import { LAYER_OF_MECHANISM } from "#core/series/absent-layers.ts";
import type { CaseEntry } from "#core/series/text-entry.ts";
import { sayDate, sayStatus, sayWord } from "./wording.ts";

const facet = (name: string, value: string) => (
  <Link href={`/cases?${name}=${value}`} prefetch={false} className="decoration-hairline">
    {sayWord(value)}
  </Link>
);

/** The soundings of a case: what it is about and how far it has come as a claim. */
export function CaseFacts({ matter }: CaseEntry) {
  const facts: readonly (readonly [string, ReactNode])[] = [
    ["case", `${matter.id}, version ${matter.version}`],
    ["status", sayStatus(matter.status)],
    ["failure class", facet("class", matter.failureClass)],
    ["trigger", facet("trigger", matter.trigger)],
    ["absent layer", facet("layer", LAYER_OF_MECHANISM[matter.mechanism])],
    ["published", sayDate(matter.published)],
    ...(matter.updated === matter.published ? [] : [["updated", sayDate(matter.updated)] as const]),
  ];
  return (
    <dl className="sounding grid grid-cols-2 gap-x-6 gap-y-2 sm:grid-cols-3 lg:grid-cols-1 lg:gap-y-3">
      {facts.map(([name, value]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd className="text-ink">{value}</dd>
        </div>
      ))}
    </dl>
  );
}
