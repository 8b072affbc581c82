"use client";

import { SituationForm } from "#components/intake/situation-form.tsx";
import type { FindNear } from "#components/intake/near-before.tsx";
import type { RefusedSituation } from "#components/intake/send-situation.ts";
import type { SketchShelf } from "#components/intake/sketch-choice.tsx";
import { nearCases, wordsToLookUp, type CaseBrief, type Hits } from "#core/intake/near-cases.ts";
import type { SituationDraft } from "#core/intake/situation-form.ts";
import { useMemo } from "react";

/** What is kept for the workbench in this browser, read only when somebody looks for it. */
const SHELF: SketchShelf = {
  list: async () => {
    const { listSketches } = await import("#components/workbench/storage/kept-sketches.ts");
    const sketches = await listSketches();
    return sketches.map(({ id, title, components }) => ({ id, title, components }));
  },
  read: async (id) => {
    const { readSketch } = await import("#components/workbench/storage/kept-sketches.ts");
    return readSketch(id);
  },
};

interface GuidedFormProps {
  readonly keyValue: string;
  readonly draft: SituationDraft;
  readonly refused: RefusedSituation | undefined;
  readonly keptDays: number;
  readonly cases: readonly CaseBrief[];
}

/** The form with what it gets from other parts of the product. */
export function GuidedForm({ cases, ...form }: GuidedFormProps) {
  const findNear = useMemo(() => nearAmong(cases), [cases]);
  return <SituationForm {...form} shelf={SHELF} findNear={findNear} published={cases.length} />;
}

/** Looks words up in the index that the search page uses. The texts stay in this browser. */
function nearAmong(cases: readonly CaseBrief[]): FindNear {
  let loaded: Promise<LookUp> | undefined;
  return async (draft, signals) => {
    loaded ??= loadIndex();
    const lookUp = await loaded.catch((error: unknown) => {
      loaded = undefined;
      throw error;
    });
    const words = wordsToLookUp(textsOf(draft));
    return nearCases(words, lookUp(words.map(({ beginning }) => beginning)), signals, cases);
  };
}

type LookUp = (beginnings: readonly string[]) => Hits;

async function loadIndex(): Promise<LookUp> {
  const [{ default: MiniSearch }, { SEARCH_OPTIONS, casesByBeginning }, answer] = await Promise.all([
    import("minisearch"),
    import("#components/site/series-search.ts"),
    fetch("/search-index.json"),
  ]);
  const index = MiniSearch.loadJSON(await answer.text(), SEARCH_OPTIONS);
  return (beginnings) => casesByBeginning(index, beginnings);
}

function textsOf({ system, failing, works, tried, relied, known, unanswered }: SituationDraft) {
  return [system, failing, works, tried, relied, known, unanswered];
}
