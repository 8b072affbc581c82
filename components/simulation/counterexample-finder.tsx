import { Button } from "#components/ui/button.tsx";
import type { ModelKey } from "#core/simulation/catalogue.ts";
import { openSearch } from "#core/simulation/find-counterexample.ts";
import type { Settings } from "#core/simulation/model.ts";
import { sayNumber } from "#core/simulation/say-number.ts";
import { saySearch } from "#core/simulation/say-search.ts";
import { useCounterexampleSearch } from "./use-counterexample-search.ts";

interface CounterexampleFinderProps {
  readonly model: ModelKey;
  /** Of the side that is searched, to be heard. */
  readonly name: string;
  readonly settings: Settings;
  /** The one that is shown now. */
  readonly seed: number;
  readonly onFound: (seed: number) => void;
}

/** Looks through many seeds for the shortest run that breaks the invariant on one side, and says what came of it. */
export function CounterexampleFinder({ model, name, settings, seed, onFound }: CounterexampleFinderProps) {
  const { search, isSearching, begin, stop } = useCounterexampleSearch(model, settings, onFound);
  const { tried, limit } = search ?? openSearch();
  const offered = `Tries ${sayNumber(limit)} seeds, and shows the shortest schedule that breaks the invariant here.`;
  const said = search === null ? offered : saySearch(search, seed);
  return (
    <div className="sim-finder">
      <Button onClick={isSearching ? stop : begin}>
        {isSearching ? "Stop the search" : "Find a counterexample"}
        <span className="sr-only"> in “{name}”</span>
      </Button>
      <p className="sim-found">
        <span role="status">{isSearching ? "Searching." : said}</span>
        {isSearching && (
          <span className="sounding" aria-hidden="true">
            {` ${sayNumber(tried)} of ${sayNumber(limit)}`}
          </span>
        )}
      </p>
    </div>
  );
}
