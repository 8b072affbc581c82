import MiniSearch from "minisearch";
import { ZONES, type Zone } from "#core/architecture/vocabulary.ts";
import type { CaseEntry } from "#core/series/case-entry.ts";
import { cases } from "#content/generated/series.ts";

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
  const ranked = index.search(text).map(({ id }) => String(id));
  return ranked.flatMap((id) => inZone.find(({ matter }) => matter.id === id) ?? []);
}

const index = new MiniSearch({
  fields: ["title", "dek", "words", "text"],
  searchOptions: { boost: { title: 4, dek: 2, words: 2 }, prefix: true, fuzzy: 0.2, combineWith: "AND" },
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
