import Link from "next/link";
import type { ReactNode } from "react";
import type { CaseEntry } from "#core/series/text-entry.ts";
import { sayDate, sayStatus, sayWord } from "./wording.ts";

/** The soundings of a case: what it is about and how far it has come as a claim. */
export function CaseFacts({ matter }: CaseEntry) {
  const facts: readonly (readonly [string, ReactNode])[] = [
    ["case", `${matter.id}, version ${matter.version}`],
    ["status", sayStatus(matter.status)],
    ["zone", matter.zone],
    [
      "mechanism",
      <Link key="mechanism" href={`/mechanisms/${matter.mechanism}`}>
        {sayWord(matter.mechanism)}
      </Link>,
    ],
    ["failure class", sayWord(matter.failureClass)],
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
