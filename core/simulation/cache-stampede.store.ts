/** What the store is asked for: one value, again and again. */
export interface Load {
  /** When it began, in ms. */
  readonly begun: number;
  /** Whether the reader who began it waits for it, or has been answered with what was there. */
  readonly isAwaited: boolean;
  /** What each load must have been given for this one to be done, in µs of work. */
  readonly doneAt: number;
}

interface StoreOptions {
  /** Loads that run at full speed beside each other. */
  readonly capacity: number;
  /** What a load takes at full speed, in ms. */
  readonly recompute: number;
  /** After this time a load is given up, in ms. */
  readonly timeout: number;
}

export interface SharedStore {
  readonly atOnce: () => number;
  readonly begin: (now: number, isAwaited: boolean) => void;
  /** Works on all loads until `now`, in ms, and says which of them are done. */
  readonly work: (now: number, tick: number) => readonly Load[];
}

/**
 * A store that takes so many loads at once at full speed; more than that share it equally, each slower. All loads are
 * alike and get the same share, so the oldest is the next that is done and the next that is given up.
 */
export function sharedStore({ capacity, recompute, timeout }: StoreOptions): SharedStore {
  const loads: Load[] = [];
  let first = 0;
  let given = 0;
  const atOnce = () => loads.length - first;
  const work = (now: number, tick: number) => {
    const running = atOnce();
    if (running > 0) given += Math.floor((tick * 1000 * Math.min(running, capacity)) / running);
    const before = first;
    while ((loads[first]?.doneAt ?? Infinity) <= given) first++;
    const done = loads.slice(before, first);
    while ((loads[first]?.begun ?? Infinity) + timeout <= now) first++;
    return done;
  };
  const begin = (now: number, isAwaited: boolean) => {
    loads.push({ begun: now, isAwaited, doneAt: given + recompute * 1000 });
  };
  return { atOnce, begin, work };
}
