import { isFinished, type CounterexampleSearch } from "./find-counterexample.ts";
import { sayNumber } from "./say-number.ts";

/**
 * What a search came to, in sentences, finished or stopped. A search that finds nothing proves nothing, and says so.
 * @param seed the one that is shown beside them
 */
export function saySearch(search: CounterexampleSearch, seed: number): string {
  const { tried, broken, first, shortest } = search;
  const stopped = isFinished(search) ? "" : "Stopped. ";
  if (tried === 0) return "Stopped before the first schedule.";
  if (first === null || shortest === null)
    return `${stopped}No schedule of ${sayNumber(tried)} breaks it. That is not a proof: another seed may.`;
  const length = count(shortest.messages, "message");
  const which =
    shortest.seed === seed
      ? `This is the shortest: ${length}, seed ${seed}.`
      : `The shortest is that of seed ${shortest.seed}: ${length}.`;
  return `${stopped}The invariant broke in ${sayNumber(broken)} of ${sayNumber(tried)} schedules, first after ${count(first.seed + 1, "seed")}. ${which}`;
}

function count(number: number, word: string): string {
  return `${sayNumber(number)} ${word}${number === 1 ? "" : "s"}`;
}
