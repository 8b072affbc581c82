import { loadModel, type ModelKey } from "#core/simulation/catalogue.ts";
import { compareRuns, type ComparedSides } from "#core/simulation/compare-runs.ts";
import type { Configuration } from "#core/simulation/configuration.ts";
import { searchOn, type CounterexampleSearch } from "#core/simulation/find-counterexample.ts";
import type { Settings } from "#core/simulation/model.ts";

/** Both sides of a figure, run and drawn. */
export interface RunsAsked {
  readonly kind: "runs";
  readonly model: ModelKey;
  readonly configuration: Configuration;
  readonly id: string;
}

/** Some more seeds of a search. Who asks has the search between two answers, so to stop is not to ask again. */
export interface SearchAsked {
  readonly kind: "search";
  readonly model: ModelKey;
  readonly settings: Settings;
  readonly search: CounterexampleSearch;
}

export type Asked = RunsAsked | SearchAsked;

export interface Answers {
  readonly runs: ComparedSides;
  readonly search: CounterexampleSearch;
}

/** So few that a reader sees the search move, and that nothing waits long for it where there is no worker. */
const SEEDS_AT_ONCE = 50;

/** Everything that is computed for a figure in the browser. */
export async function answer(asked: Asked): Promise<Answers[Asked["kind"]]> {
  const model = await loadModel(asked.model);
  return asked.kind === "runs"
    ? compareRuns(model, asked.configuration, asked.id)
    : searchOn(model, asked.settings, asked.search, SEEDS_AT_ONCE);
}
