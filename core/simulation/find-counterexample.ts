import { invariant } from "../invariant.ts";
import type { LanesRun, Model, Run, Settings } from "./model.ts";

/** How much has to happen before the invariant breaks: the fewer messages and the earlier, the easier to follow. */
interface ScheduleLength {
  /** Sent before the invariant is broken for the first time. */
  readonly messages: number;
  /** When that is, in the unit of the run. */
  readonly until: number;
}

/** A seed whose run breaks the invariant of its model. */
export interface Counterexample extends ScheduleLength {
  readonly seed: number;
}

/** How far a search has come. A value: it can be sent from a worker, shown, and gone on with. */
export interface CounterexampleSearch {
  /** The seeds from 0 up to this one have been run. */
  readonly tried: number;
  readonly limit: number;
  /** How many of them break the invariant. */
  readonly broken: number;
  /** The first one that was found. */
  readonly first: Counterexample | null;
  /** The one of all that were found in which the least happens before it breaks. */
  readonly shortest: Counterexample | null;
}

const SEEDS = 1_000;

/** Whether a model whose runs are like this one can be searched: where there are messages, there is a shortest run. */
export function isSchedule(run: Run): run is LanesRun {
  return run.kind === "lanes";
}

/** A search that has not begun. */
export function openSearch(limit = SEEDS): CounterexampleSearch {
  return { tried: 0, limit, broken: 0, first: null, shortest: null };
}

export function isFinished({ tried, limit }: CounterexampleSearch): boolean {
  return tried >= limit;
}

/** The search after at most `count` more seeds. Going on in many small steps or in one comes to the same. */
export function searchOn(
  model: Pick<Model, "run">,
  settings: Settings,
  search: CounterexampleSearch,
  count: number,
): CounterexampleSearch {
  let { broken, first, shortest } = search;
  const tried = Math.min(search.limit, search.tried + count);
  for (let seed = search.tried; seed < tried; seed++) {
    const run = model.run(settings, seed);
    invariant(isSchedule(run), "only schedules of messages are searched");
    const length = lengthOf(run);
    if (length === null) continue;
    broken += 1;
    first ??= { seed, ...length };
    if (shortest === null || isShorter(length, shortest)) shortest = { seed, ...length };
  }
  return { ...search, tried, broken, first, shortest };
}

/** The whole search at once. */
export function findCounterexample(
  model: Pick<Model, "run">,
  settings: Settings,
  limit?: number,
): CounterexampleSearch {
  return searchOn(model, settings, openSearch(limit), Infinity);
}

/** What it takes to break the invariant in this run; null where it holds throughout. */
export function lengthOf({ strip, messages }: LanesRun): ScheduleLength | null {
  const piece = strip.find(({ state }) => state === "broken");
  if (!piece) return null;
  return { messages: messages.filter(({ sent }) => sent < piece.from).length, until: piece.from };
}

function isShorter(one: ScheduleLength, other: ScheduleLength): boolean {
  return one.messages < other.messages || (one.messages === other.messages && one.until < other.until);
}
