import { casesByBeginning } from "#components/site/series-search.ts";
import { cases } from "#content/generated/cases.ts";
import type { Signal } from "#core/fit/signals.ts";
import { nearCases, wordsToLookUp, type CaseBrief, type NearCase } from "#core/intake/near-cases.ts";
import { seriesIndex } from "../search/series-index.ts";

export const CASE_BRIEFS: readonly CaseBrief[] = cases.map(({ matter: { slug, title, zone } }) => ({
  slug,
  title,
  zone,
}));

/** The published cases nearest to what was written and ticked. */
export function nearSituation(texts: readonly string[], signals: readonly Signal[]): readonly NearCase[] {
  const words = wordsToLookUp(texts);
  const hits = casesByBeginning(
    seriesIndex(),
    words.map(({ beginning }) => beginning),
  );
  return nearCases(words, hits, signals, CASE_BRIEFS);
}
