"use client";

import { whenNear } from "#components/ui/when-near.ts";
import type { ModelKey } from "#core/simulation/catalogue.ts";
import type { ConfigurationWords } from "#core/simulation/configuration.ts";
import { lazy, Suspense, useEffect, useRef, useState, type ReactNode } from "react";

const loadPlayer = () => import("./simulation-player.tsx");
const SimulationPlayer = lazy(() => loadPlayer().then((loaded) => ({ default: loaded.SimulationPlayer })));

interface SimulationIslandProps {
  readonly model: ModelKey;
  readonly id: string;
  readonly given: ConfigurationWords;
  readonly isSearchable: boolean;
  /** Both sides as the server drew them. */
  readonly children: ReactNode;
}

/** Leaves a figure as it came until a reader comes near it, and makes it one that can be touched then. */
export function SimulationIsland({ model, id, given, isSearchable, children }: SimulationIslandProps) {
  const frame = useRef<HTMLDivElement>(null);
  const [isNear, setNear] = useState(false);
  const [changed, setChanged] = useState<ReactNode>(null);
  useEffect(() => whenNear(frame.current, () => void loadPlayer().then(() => setNear(true))), []);
  return (
    <div ref={frame} className="sim-live">
      <div className="sim-controls no-print" data-searchable={isSearchable}>
        {isNear && (
          <Suspense>
            <SimulationPlayer
              model={model}
              id={id}
              given={given}
              isSearchable={isSearchable}
              frame={frame}
              onChanged={setChanged}
            />
          </Suspense>
        )}
      </div>
      {changed ?? children}
    </div>
  );
}
