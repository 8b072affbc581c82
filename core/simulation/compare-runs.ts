import { invariant } from "../invariant.ts";
import { findPolicy, settingsOfSide, type Configuration, type SideSetup } from "./configuration.ts";
import { drawRun } from "./draw-run.ts";
import type { Condition, Model, Run } from "./model.ts";

/** One side of a comparison with all that is shown of it. Plain data: it can cross to another thread. */
export interface ComparedSide {
  readonly name: string;
  readonly says: string;
  readonly run: Run;
  readonly condition: Condition;
  readonly svg: string;
}

/** Left and right. */
export type ComparedSides = readonly [ComparedSide, ComparedSide];

/** Runs both sides on one seed and draws them to one scale. `id` is the figure's own on its page. */
export function compareRuns(model: Model, configuration: Configuration, id: string): ComparedSides {
  const { left, right } = configuration;
  const runs = { left: runSide(model, configuration, left), right: runSide(model, configuration, right) };
  return [
    { ...runs.left, svg: draw(model, runs.left, runs.right.run, `${id}-left`) },
    { ...runs.right, svg: draw(model, runs.right, runs.left.run, `${id}-right`) },
  ];
}

type Side = Omit<ComparedSide, "svg">;

function runSide(model: Model, configuration: Configuration, side: SideSetup): Side {
  const policy = findPolicy(model, side.policy);
  invariant(policy !== undefined, `${side.policy} was found when the configuration was read`);
  const settings = settingsOfSide(model, configuration, side);
  const isChanged = Object.entries(side.settings).some(([key, value]) => policy.settings[key] !== value);
  return {
    name: isChanged ? `${policy.label}, changed` : policy.label,
    says: policy.says,
    run: model.run(settings, configuration.seed),
    condition: model.condition(settings),
  };
}

function draw(model: Model, { name, run }: Side, beside: Run, id: string): string {
  return drawRun(run, { id, name: `${model.title}: ${name}`, beside });
}
