import { loadModel, type ModelKey } from "#core/simulation/catalogue.ts";
import { compareRuns, type ComparedSides } from "#core/simulation/compare-runs.ts";
import type { Configuration } from "#core/simulation/configuration.ts";

export interface RunsAsked {
  readonly model: ModelKey;
  readonly configuration: Configuration;
  readonly id: string;
}

export interface RunsDrawn {
  readonly sides: ComparedSides;
}

export async function drawAsked({ model, configuration, id }: RunsAsked): Promise<RunsDrawn> {
  return { sides: compareRuns(await loadModel(model), configuration, id) };
}
