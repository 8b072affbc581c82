import type { ModelKey } from "#core/simulation/catalogue.ts";
import type { ComparedSides } from "#core/simulation/compare-runs.ts";
import type { Configuration } from "#core/simulation/configuration.ts";
import { useEffect, useRef, useState } from "react";
import { createAsker, type Asker } from "./asker.ts";

interface ComparedRuns {
  /** The last that were made; null until the first are. */
  readonly sides: ComparedSides | null;
  readonly isComputing: boolean;
}

/** The runs of a configuration, made elsewhere. `onDrawn` must keep its identity. */
export function useComparedRuns(
  model: ModelKey,
  id: string,
  configuration: Configuration,
  onDrawn: (sides: ComparedSides) => void,
): ComparedRuns {
  const [made, setMade] = useState<{ of: Configuration; sides: ComparedSides } | null>(null);
  const asker = useRef<Asker<"runs"> | null>(null);
  const wanted = useRef(configuration);
  useEffect(() => {
    wanted.current = configuration;
    asker.current ??= createAsker<"runs">((sides) => {
      setMade({ of: wanted.current, sides });
      onDrawn(sides);
    });
    asker.current.ask({ kind: "runs", model, id, configuration });
  }, [model, id, configuration, onDrawn]);
  useEffect(
    () => () => {
      asker.current?.end();
      asker.current = null;
    },
    [],
  );
  return { sides: made?.sides ?? null, isComputing: made?.of !== configuration };
}
