import { compareRuns } from "#core/simulation/compare-runs.ts";
import { isModelKey } from "#core/simulation/catalogue.ts";
import { parseConfiguration, type ConfigurationWords } from "#core/simulation/configuration.ts";
import { isSchedule } from "#core/simulation/find-counterexample.ts";
import { findModel } from "#core/simulation/models.ts";
import { SimulationBody } from "./simulation-body.tsx";
import { SimulationIsland } from "./simulation-island.tsx";

interface SimulationFigureProps extends ConfigurationWords {
  readonly model: string;
  readonly caption?: string;
  /** Of the figure within its page; the key of the model where it is the only one of it there. */
  readonly id?: string;
  /** As wide as the whole sheet of an article. */
  readonly size?: "sheet" | "natural";
  /** Whether the figure says its title and question itself, or the page around it does. */
  readonly isTitled?: boolean;
}

/**
 * Two policies of a model side by side on one seed: drawn, said and tabled without a script, and to be touched with one.
 * A configuration that the model does not know fails the build.
 */
export function SimulationFigure({
  model: key,
  caption,
  id = key,
  size = "sheet",
  isTitled = true,
  left,
  right,
  settings,
  seed,
}: SimulationFigureProps) {
  const model = findModel(key);
  if (model === undefined || !isModelKey(key)) throw new Error(`There is no model “${key}” to simulate.`);
  const given = { left, right, settings, seed };
  const configuration = parseConfiguration(model, given);
  if (!configuration.ok) throw new Error(`The simulation ${id}: ${configuration.error.join("; ")}.`);
  const sides = compareRuns(model, configuration.value, id);
  return (
    <figure
      id={id}
      className={size === "sheet" ? "simulation wide" : "simulation"}
      aria-label={`Simulation: ${model.title}`}
    >
      {isTitled && (
        <div className="sim-head">
          <p className="sounding">Simulation</p>
          <p className="sim-title">{model.title}</p>
          <p className="sim-question">{model.question}</p>
        </div>
      )}
      <SimulationIsland model={key} id={id} given={given} isSearchable={isSchedule(sides[0].run)}>
        <SimulationBody id={id} sides={sides} />
      </SimulationIsland>
      <details className="sim-details">
        <summary>What the model takes for granted</summary>
        <ul>
          {model.assumptions.map((assumption) => (
            <li key={assumption}>{assumption}</li>
          ))}
        </ul>
      </details>
      {caption !== undefined && <figcaption className="sounding">{caption}</figcaption>}
    </figure>
  );
}
