import { Button } from "#components/ui/button.tsx";
import { loadModel, type ModelKey } from "#core/simulation/catalogue.ts";
import type { ComparedSides } from "#core/simulation/compare-runs.ts";
import {
  findPolicy,
  LARGEST_SEED,
  parseConfiguration,
  settingsOfSide,
  wordsOf,
  type Configuration,
  type ConfigurationWords,
  type SideSetup,
} from "#core/simulation/configuration.ts";
import { invariant } from "#core/invariant.ts";
import type { Model } from "#core/simulation/model.ts";
import { use, useCallback, useRef, useState, type ReactNode, type RefObject } from "react";
import { readAddress, writeAddress } from "./address.ts";
import { CounterexampleFinder } from "./counterexample-finder.tsx";
import { PolicyChooser } from "./policy-chooser.tsx";
import { Scrubber } from "./scrubber.tsx";
import { SettingsPanel } from "./settings-panel.tsx";
import { SimulationBody } from "./simulation-body.tsx";
import { useComparedRuns } from "./use-compared-runs.ts";

interface SimulationPlayerProps {
  readonly model: ModelKey;
  readonly id: string;
  readonly given: ConfigurationWords;
  /** Whether there can be a shortest run that breaks the invariant. */
  readonly isSearchable: boolean;
  readonly frame: RefObject<HTMLElement | null>;
  /** Told what to show instead of what the server drew; null where that is right. */
  readonly onChanged: (body: ReactNode) => void;
}

/** The controls of a figure: policies, settings, seed and the moment at which it is read. */
export function SimulationPlayer(props: SimulationPlayerProps) {
  const { model: key, id, given, isSearchable, frame, onChanged } = props;
  const model = use(modelOf(key));
  const [start] = useState(() => startOf(model, id, given));
  const [configuration, setConfiguration] = useState(start.configuration);
  const shown = useRef(start.configuration);
  const moment = useRef(start.at);
  const keepAddress = () => {
    const words = isGiven(model, shown.current, start.given) ? {} : changedWords(model, shown.current);
    const at = moment.current === null ? undefined : String(moment.current);
    history.replaceState(history.state, "", writeAddress(id, { ...words, at }, location));
  };
  const onDrawn = useCallback(
    (sides: ComparedSides) => {
      const isAsGiven = isGiven(model, shown.current, start.given);
      onChanged(isAsGiven ? null : <SimulationBody id={id} sides={sides} />);
    },
    [model, start, id, onChanged],
  );
  const { sides, isComputing } = useComparedRuns(key, id, configuration, onDrawn);
  const change = (next: Configuration) => {
    shown.current = next;
    setConfiguration(next);
    keepAddress();
  };
  const { seed } = configuration;
  const finderOf = (side: SideSetup) => {
    const settings = settingsOfSide(model, configuration, side);
    return (
      <CounterexampleFinder
        // What was found of other settings says nothing of these.
        key={JSON.stringify(settings)}
        model={key}
        name={findPolicy(model, side.policy)?.label ?? side.policy}
        settings={settings}
        seed={seed}
        onFound={(found) => change({ ...shown.current, seed: found })}
      />
    );
  };
  return (
    <>
      <div className="sim-choosers">
        {(["left", "right"] as const).map((side) => (
          <div key={side} className="sim-choice">
            <PolicyChooser
              id={`${id}-${side}-policy`}
              label={side === "left" ? "Compare" : "with"}
              model={model}
              chosen={configuration[side].policy}
              onChoose={(policy) => change({ ...configuration, [side]: { policy, settings: {} } })}
            />
            {isSearchable && finderOf(configuration[side])}
          </div>
        ))}
      </div>
      <Scrubber
        id={id}
        frame={frame}
        sides={sides}
        isComputing={isComputing}
        start={start.at}
        onRead={(at) => {
          moment.current = at;
          keepAddress();
        }}
      />
      <details className="sim-details sim-settings">
        <summary>Settings</summary>
        <SettingsPanel id={id} model={model} configuration={configuration} onChange={change} />
        <p className="sim-actions">
          <Button onClick={() => change({ ...configuration, seed: seed >= LARGEST_SEED ? 1 : seed + 1 })}>
            Another seed
          </Button>
          <Button rank="quiet" onClick={() => change(start.given)}>
            As it was
          </Button>
          <span className="sounding">seed {seed}</span>
        </p>
      </details>
    </>
  );
}

const models = new Map<ModelKey, Promise<Model>>();

function modelOf(key: ModelKey): Promise<Model> {
  const loading = models.get(key) ?? loadModel(key);
  models.set(key, loading);
  return loading;
}

interface Start {
  readonly given: Configuration;
  readonly configuration: Configuration;
  readonly at: number | null;
}

/** As the address says, and as the text says where that is silent or says what the model does not know. */
function startOf(model: Model, id: string, words: ConfigurationWords): Start {
  const given = parseConfiguration(model, words);
  invariant(given.ok, "the server has drawn this configuration");
  const address = readAddress(id, location.search);
  const { at: moment, ...asked } = address ?? {};
  const isAsked = Object.values(asked).some((word) => word !== undefined);
  const read = isAsked ? parseConfiguration(model, asked) : given;
  const at = Number(moment ?? NaN);
  return {
    given: given.value,
    configuration: read.ok ? read.value : given.value,
    at: Number.isFinite(at) ? at : null,
  };
}

/** Never empty: an address that says nothing shows the figure as the text has it, which need not be as the model has it. */
function changedWords(model: Model, configuration: Configuration): ConfigurationWords {
  return { ...wordsOf(model, configuration), seed: String(configuration.seed) };
}

function isGiven(model: Model, configuration: Configuration, given: Configuration): boolean {
  return JSON.stringify(wordsOf(model, configuration)) === JSON.stringify(wordsOf(model, given));
}
