import type { Mechanism } from "#core/diagnosis/mechanism.ts";
import { CATALOGUE } from "#core/mechanisms/catalogue.ts";
import type { CaseEntry, PatternEntry } from "#core/series/text-entry.ts";
import { cases } from "#content/generated/cases.ts";
import { patterns } from "#content/generated/patterns.ts";

export interface PublishedPattern {
  readonly entry: PatternEntry;
  /** The mechanisms that it answers, in its own order. */
  readonly mechanisms: readonly Mechanism[];
  /** The cases whose move it makes. */
  readonly cases: readonly CaseEntry[];
  readonly seeAlso: readonly PatternEntry[];
}

/** One published pattern with what it is tied to, or null where the address names none. */
export function findPattern(slug: string): PublishedPattern | null {
  const entry = patterns.find(({ matter }) => matter.slug === slug);
  if (entry === undefined) return null;
  const { answers, seeAlso } = entry.matter;
  const pointsHere = ({ matter }: PatternEntry) =>
    matter.seeAlso.includes(slug) || seeAlso.includes(matter.slug);
  return {
    entry,
    mechanisms: answers.flatMap((key) => CATALOGUE.filter((mechanism) => mechanism.key === key)),
    cases: cases.filter(({ matter }) => matter.patterns.includes(slug)),
    seeAlso: patterns.filter(pointsHere),
  };
}

export function patternParams(): { slug: string }[] {
  return patterns.map(({ matter }) => ({ slug: matter.slug }));
}
