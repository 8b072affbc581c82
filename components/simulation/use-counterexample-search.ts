import type { ModelKey } from "#core/simulation/catalogue.ts";
import { isFinished, openSearch, type CounterexampleSearch } from "#core/simulation/find-counterexample.ts";
import type { Settings } from "#core/simulation/model.ts";
import { useEffect, useRef, useState } from "react";
import { createAsker, type Asker } from "./asker.ts";

interface RunningSearch {
  /** How far it has come; null before somebody begins it. */
  readonly search: CounterexampleSearch | null;
  readonly isSearching: boolean;
  readonly begin: () => void;
  readonly stop: () => void;
}

/** A search for a counterexample that a reader begins, and may stop. Told the seed of the shortest when it is through. */
export function useCounterexampleSearch(
  model: ModelKey,
  settings: Settings,
  onFound: (seed: number) => void,
): RunningSearch {
  const [search, setSearch] = useState<CounterexampleSearch | null>(null);
  const [isSearching, setSearching] = useState(false);
  const asker = useRef<Asker<"search"> | null>(null);
  const end = () => {
    asker.current?.end();
    asker.current = null;
  };
  useEffect(() => end, []);
  const stop = () => {
    end();
    setSearching(false);
  };
  const goOn = (reached: CounterexampleSearch) => {
    setSearch(reached);
    if (!isFinished(reached)) {
      asker.current?.ask({ kind: "search", model, settings, search: reached });
      return;
    }
    stop();
    if (reached.shortest !== null) onFound(reached.shortest.seed);
  };
  const begin = () => {
    end();
    asker.current = createAsker<"search">(goOn);
    setSearching(true);
    goOn(openSearch());
  };
  return { search, isSearching, begin, stop };
}
