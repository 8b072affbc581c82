import { sharedStore, type Load } from "./cache-stampede.store.ts";
import { exponential, naturalLogarithm } from "./draws.ts";
import { seededRandom, type Random } from "./random.ts";

/** All times in ms. */
export interface StampedeSettings {
  readonly readersPerSecond: number;
  readonly recompute: number;
  readonly capacity: number;
  readonly timeToLive: number;
  readonly timeout: number;
  readonly beta: number;
  readonly trigger: "expires" | "emptied";
  /** Who recomputes where there is no value: everyone who misses it, or one for whom the others wait. */
  readonly onMiss: "everyone" | "one";
  /** What happens about the end of its life: nothing, an early recomputation by chance, or stale answers meanwhile. */
  readonly refresh: "at-expiry" | "early" | "stale";
}

export const TICK = 10;
export const DURATION = 60_000;
export const EMPTIED_AT = 10_000;

/** How it stood at the end of a tick, and what was answered in it. */
export interface StampedeTick {
  readonly atOnce: number;
  readonly waiting: number;
  readonly isFresh: boolean;
  readonly fresh: number;
  readonly stale: number;
  readonly afterWait: number;
  readonly givenUp: number;
}

export interface Stampede {
  readonly ticks: readonly StampedeTick[];
  readonly begun: number;
  /** Of readers who were answered in the end, in ms. */
  readonly longestWait: number;
}

/** Readers of one key of a cache, tick by tick. The readers come at the same moments whatever the policy is. */
export function playStampede(settings: StampedeSettings, seed: number): Stampede {
  const cache = stampededCache(settings, seed);
  const ticks = arrivalsOf(settings, seed).map((arrivals, index) => cache.tick(index * TICK, arrivals));
  return { ticks, ...cache.totals() };
}

/** How many readers come in each tick. The gaps between them are drawn in µs. */
function arrivalsOf({ readersPerSecond }: StampedeSettings, seed: number): readonly number[] {
  const random = seededRandom(seed);
  const gap = () => exponential(random, 1_000_000 / readersPerSecond);
  const counts = Array<number>(DURATION / TICK).fill(0);
  for (let at = gap(); at < DURATION * 1000; at += gap()) {
    const tick = Math.floor(at / (TICK * 1000));
    counts[tick] = (counts[tick] ?? 0) + 1;
  }
  return counts;
}

function stampededCache(settings: StampedeSettings, seed: number) {
  const store = sharedStore(settings);
  const queue = waitingReaders(settings);
  const deciding = seededRandom(seed ^ 0x5bd1e995);
  let [hasValue, expiresAt, begun] = [true, settings.timeToLive, 0];

  const begin = (now: number, isAwaited: boolean) => {
    if (settings.onMiss === "one" && store.atOnce() > 0) return;
    store.begin(now, isAwaited);
    begun++;
  };
  const read = (now: number): "fresh" | "stale" | "waits" => {
    const isFresh = hasValue && now < expiresAt;
    if (isFresh) {
      if (isEarly(settings, now, expiresAt, deciding)) begin(now, false);
      return "fresh";
    }
    if (hasValue && settings.refresh === "stale") {
      if (store.atOnce() === 0) begin(now, false);
      return "stale";
    }
    begin(now, true);
    queue.join(now);
    return "waits";
  };
  const tick = (now: number, arrivals: number): StampedeTick => {
    const done = store.work(now, TICK);
    if (settings.trigger === "emptied" && now === EMPTIED_AT) hasValue = false;
    if (done.length > 0) [hasValue, expiresAt] = [true, now + settings.timeToLive];
    const afterWait = queue.answer(now, done);
    const givenUp = queue.giveUp(now);
    const answers = { fresh: 0, stale: 0, waits: 0 };
    for (let reader = 0; reader < arrivals; reader++) answers[read(now)]++;
    const { fresh, stale } = answers;
    const isFresh = hasValue && now < expiresAt;
    return { atOnce: store.atOnce(), waiting: queue.length(), isFresh, fresh, stale, afterWait, givenUp };
  };
  return { tick, totals: () => ({ begun, longestWait: queue.longestWait() }) };
}

/** XFetch: a reader who draws a long enough head start acts as if the value had run out already. */
function isEarly(
  { refresh, recompute, beta }: StampedeSettings,
  now: number,
  expiresAt: number,
  random: Random,
) {
  return refresh === "early" && now - recompute * beta * naturalLogarithm(1 - random()) >= expiresAt;
}

/** Readers without an answer. Where everyone loads, each waits for the load of its own; where one does, all for that. */
function waitingReaders({ onMiss, timeout }: StampedeSettings) {
  const since: number[] = [];
  let [first, longest] = [0, 0];
  const length = () => since.length - first;
  const answer = (now: number, done: readonly Load[]) => {
    const own = done.filter(({ isAwaited }) => isAwaited).length;
    const answered = onMiss === "everyone" ? own : done.length > 0 ? length() : 0;
    if (answered > 0) longest = Math.max(longest, now - (since[first] ?? now));
    first += answered;
    return answered;
  };
  const giveUp = (now: number) => {
    const before = first;
    while ((since[first] ?? Infinity) + timeout <= now) first++;
    return first - before;
  };
  return { join: (now: number) => since.push(now), answer, giveUp, length, longestWait: () => longest };
}
