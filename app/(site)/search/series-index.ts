import MiniSearch from "minisearch";
import { CATALOGUE } from "#core/mechanisms/catalogue.ts";
import { MODELS } from "#core/simulation/models.ts";
import { wordId } from "#core/series/word-id.ts";
import { SEARCH_OPTIONS, type SearchRecord } from "#components/site/series-search.ts";
import { cases } from "#content/generated/cases.ts";
import { glossary } from "#content/generated/glossary.ts";
import { pages } from "#content/generated/pages.ts";
import { patterns } from "#content/generated/patterns.ts";

/** Everything that can be found, as it is read. */
function records(): readonly SearchRecord[] {
  return [
    ...cases.map(({ matter, text }): SearchRecord => ({
      id: `/cases/${matter.slug}`,
      kind: "case",
      title: matter.title,
      dek: matter.dek,
      words: [matter.id, matter.zone, matter.mechanism, matter.failureClass, matter.involved].join(" "),
      text: `${matter.invariant} ${matter.absentLayer} ${text}`,
    })),
    ...patterns.map(({ matter, text }): SearchRecord => ({
      id: `/patterns/${matter.slug}`,
      kind: "pattern",
      title: matter.title,
      dek: matter.dek,
      words: [matter.id, matter.kind, ...matter.answers].join(" "),
      text: `${matter.validWhen} ${text}`,
    })),
    ...CATALOGUE.map(({ key, zone, failureClass, title, description, absentLayer }): SearchRecord => ({
      id: `/mechanisms/${key}`,
      kind: "mechanism",
      title,
      dek: description,
      words: [key, zone, failureClass].join(" "),
      text: absentLayer,
    })),
    ...MODELS.map(({ key, title, question, policies, assumptions }): SearchRecord => ({
      id: `/figures/${key}`,
      kind: "figure",
      title,
      dek: question,
      words: policies.map(({ label }) => label).join(" "),
      text: assumptions.join(" "),
    })),
    ...glossary.map(({ term, says, see }): SearchRecord => ({
      id: `/glossary#${wordId(term)}`,
      kind: "word",
      title: term,
      dek: says,
      words: see.join(" "),
      text: "",
    })),
    ...pages.map(({ matter, text }): SearchRecord => ({
      id: `/${matter.slug}`,
      kind: "page",
      title: matter.title,
      dek: matter.dek,
      words: "",
      text,
    })),
  ];
}

let index: MiniSearch<SearchRecord> | undefined;

/** Built when the first search wants it, and kept. */
export function seriesIndex(): MiniSearch<SearchRecord> {
  if (index === undefined) {
    index = new MiniSearch(SEARCH_OPTIONS);
    index.addAll(records());
  }
  return index;
}
