import MiniSearch from "minisearch";
import { ZONES, type Zone } from "#core/architecture/vocabulary.ts";
import type { CaseEntry } from "#core/series/text-entry.ts";
import { cases } from "#content/generated/cases.ts";

export interface CaseQuery {
  readonly text: string;
  readonly zone: Zone | null;
}

const LONGEST = 200;

type Parameter = string | readonly string[] | undefined;

/** What a visitor asked for. Anything else in the address is ignored, since a search never has to fail. */
export function readCaseQuery(parameters: Readonly<Record<string, Parameter>>): CaseQuery {
  const first = (value: Parameter) => (typeof value === "string" ? value : (value?.[0] ?? ""));
  const zone = first(parameters["zone"]);
  return {
    text: first(parameters["q"]).trim().slice(0, LONGEST),
    zone: ZONES.find((one) => one === zone) ?? null,
  };
}

/** The cases of a zone that match a text, best first; all of them, in their own order, when nothing is asked. */
export function findCases({ text, zone }: CaseQuery): readonly CaseEntry[] {
  const inZone = cases.filter(({ matter }) => zone === null || matter.zone === zone);
  if (text === "") return inZone;
  const words = new Set(text.toLowerCase().split(/[\s\p{P}]+/u));
  const ranked = index.search([...words].join(" ")).map(({ id }) => String(id));
  return ranked.flatMap((id) => inZone.find(({ matter }) => matter.id === id) ?? []);
}

/**
 * Anybody may search as often as they like, so what one search costs is bounded: a letter or two begin so many words that
 * looking them all up would take a hundred times as long as what people ask for.
 */
const index = new MiniSearch({
  fields: ["title", "dek", "words", "text"],
  searchOptions: {
    boost: { title: 4, dek: 2, words: 2 },
    prefix: (term) => term.length > 2,
    fuzzy: 0.2,
    combineWith: "AND",
  },
});
index.addAll(
  cases.map(({ matter, text }) => ({
    id: matter.id,
    title: matter.title,
    dek: matter.dek,
    words: [matter.zone, matter.mechanism, matter.failureClass, matter.invariant, matter.absentLayer].join(
      " ",
    ),
    text,
  })),
);
