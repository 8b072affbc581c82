import {
  DURATION,
  EMPTIED_AT,
  playStampede,
  TICK,
  type Stampede,
  type StampedeSettings,
  type StampedeTick,
} from "./cache-stampede.play.ts";
import type { Condition, Model, Panel, SeriesRun, Setting, Settings } from "./model.ts";
import { sayNumber, sayShare } from "./say-number.ts";
import { stripOf } from "./strip.ts";
import { choiceOf, choiceSetting, numberOf, numberSetting } from "./setting.ts";

const TRIGGERS = { expires: "The value expires", emptied: "The cache is replaced by an empty one" };
const ON_MISS = { everyone: "Every reader recomputes", one: "One recomputes, the others wait" };
const REFRESHES = {
  "at-expiry": "Nothing happens",
  early: "A reader may recompute early, by chance",
  stale: "The old value is served while one recomputes",
};

const SETTINGS: readonly Setting[] = [
  numberSetting("readers", "Readers", "per s", [10, 1000, 10, 200]),
  numberSetting("recompute", "Time to recompute", "ms", [100, 2000, 100, 500]),
  numberSetting("capacity", "What the store takes at once", "", [1, 200, 1, 20]),
  numberSetting("timeToLive", "Time to live", "s", [12, 40, 1, 20]),
  numberSetting("timeout", "Given up after", "ms", [2500, 10_000, 500, 3000]),
  choiceSetting("trigger", "The value is gone because", TRIGGERS, "expires"),
  choiceSetting("onMiss", "Where there is no value", ON_MISS, "everyone"),
  choiceSetting("refresh", "About the end of its life", REFRESHES, "at-expiry"),
  numberSetting("beta", "Eagerness to be early, β", "", [0.1, 3, 0.1, 1]),
];

/** Many readers of one key of a cache, when its value is gone. */
export const cacheStampede: Model = {
  key: "cache-stampede",
  title: "Cache stampede",
  question:
    "What does the store behind a cache have to bear in the moment in which a popular value is missing?",
  assumptions: [
    "Readers come at random and independently of each other; who gives up does not come again.",
    "Up to its capacity the store recomputes at full speed; what is asked for beyond that shares it equally.",
    "A recomputation that nobody waits for any more is given up, and its value is not stored.",
    "Whoever serves the old value, or recomputes early, answers first and recomputes beside that.",
    "There is one key, one cache, and no other work for the store. The one who recomputes for all does not die.",
  ],
  settings: SETTINGS,
  policies: [
    {
      key: "every-reader",
      label: "Every reader recomputes",
      says: "Whoever misses the value asks the store for it.",
      settings: { onMiss: "everyone", refresh: "at-expiry" },
    },
    {
      key: "single-flight",
      label: "One recomputes",
      says: "The first who misses the value asks the store, and all others wait for the answer.",
      settings: { onMiss: "one", refresh: "at-expiry" },
    },
    {
      key: "early",
      label: "Early by chance",
      says: "Each reader may recompute before the end of its life, the more likely the nearer it is (XFetch).",
      settings: { onMiss: "everyone", refresh: "early" },
    },
    {
      key: "stale",
      label: "The old value meanwhile",
      says: "After the end of its life the old value is served while one recomputes it.",
      settings: { onMiss: "everyone", refresh: "stale" },
    },
    {
      key: "stale-single-flight",
      label: "The old value, or one for all",
      says: "The old value is served while one recomputes it; where there is none, all wait for that one.",
      settings: { onMiss: "one", refresh: "stale" },
    },
  ],
  seed: 7,
  condition: (settings) => conditionOf(stampedeSettings(settings)),
  run: (settings, seed) => runOf(stampedeSettings(settings), seed),
};

function stampedeSettings(settings: Settings): StampedeSettings {
  return {
    readersPerSecond: numberOf(settings, "readers"),
    recompute: numberOf(settings, "recompute"),
    capacity: numberOf(settings, "capacity"),
    timeToLive: numberOf(settings, "timeToLive") * 1000,
    timeout: numberOf(settings, "timeout"),
    beta: numberOf(settings, "beta"),
    trigger: choiceOf(settings, "trigger", TRIGGERS),
    onMiss: choiceOf(settings, "onMiss", ON_MISS),
    refresh: choiceOf(settings, "refresh", REFRESHES),
  };
}

/** What the store is asked for at once, at worst, on average over what chance does. */
function conditionOf(settings: StampedeSettings): Condition {
  const { formula, filledIn, atOnce } = atOnceOf(settings);
  const { capacity } = settings;
  return {
    formula: `${formula} ≤ what the store takes at once`,
    filledIn: `${filledIn} ≤ ${sayNumber(capacity)}`,
    holds: atOnce <= capacity,
  };
}

function atOnceOf(settings: StampedeSettings) {
  const { readersPerSecond, recompute, trigger, onMiss, refresh, beta } = settings;
  const isOld = trigger === "expires";
  if (onMiss === "one") return { formula: "one recomputation for all", filledIn: "1", atOnce: 1 };
  if (isOld && refresh === "stale")
    return { formula: "one recomputation meanwhile", filledIn: "1", atOnce: 1 };
  const missing = (readersPerSecond * recompute) / 1000;
  const product = `${sayNumber(readersPerSecond)}/s × ${sayNumber(recompute / 1000)} s`;
  if (!isOld || refresh !== "early")
    return {
      formula: "readers × time to recompute",
      filledIn: `${product} = ${sayNumber(missing)}`,
      atOnce: missing,
    };
  // Who is early first is so where one is expected to have been; until it is done, the chance grows by this factor.
  const early = Math.exp(1 / beta);
  const atOnce = Math.min(early, missing);
  return {
    formula: "the lesser of e^(1 ÷ β) and readers × time to recompute",
    filledIn: `min(e^(1 ÷ ${sayNumber(beta)}), ${product}) = ${sayNumber(atOnce)}`,
    atOnce,
  };
}

/** Ticks of one point of the drawing, and of the second over which answers are counted. */
const PER_POINT = 20;
const PER_SECOND = 1000 / TICK;
const FIRST_OF_POINTS = Array.from({ length: DURATION / TICK / PER_POINT }, (_, point) => point * PER_POINT);

function runOf(settings: StampedeSettings, seed: number): SeriesRun {
  const stampede = playStampede(settings, seed);
  const { ticks } = stampede;
  const ends = ticks.map((_, index) => (index + 1) * TICK);
  const isBeyond = (index: number) => (ticks[index]?.atOnce ?? 0) > settings.capacity;
  const missing = stripOf(ends, (index) => ticks[index]?.isFresh === false, DURATION);
  return {
    kind: "series",
    duration: DURATION,
    unit: "ms",
    invariant: "The store is never asked for the same value more often than it can answer.",
    strip: stripOf(ends, isBeyond, DURATION),
    shaded: missing
      .filter(({ state }) => state === "broken")
      .map(({ from, to }) => ({ from, to, label: "not fresh" })),
    times: FIRST_OF_POINTS.map((index) => index * TICK),
    panels: panelsOf(settings, ticks),
    ...tellStampede(settings, stampede),
  };
}

function panelsOf({ capacity }: StampedeSettings, ticks: readonly StampedeTick[]): readonly Panel[] {
  const mostIn = (of: (tick: StampedeTick) => number) =>
    FIRST_OF_POINTS.map((first) => Math.max(...ticks.slice(first, first + PER_POINT).map(of)));
  const lastSecond = (of: (tick: StampedeTick) => number) =>
    FIRST_OF_POINTS.map((first) => first + PER_POINT).map((end) =>
      sumOf(ticks.slice(Math.max(0, end - PER_SECOND), end), of),
    );
  return [
    {
      key: "store",
      label: "Recomputations at once",
      unit: "",
      scale: "linear",
      lines: [{ key: "at-once", label: "Asked for", values: mostIn(({ atOnce }) => atOnce) }],
      levels: [{ label: "What the store takes", value: capacity }],
    },
    {
      key: "readers",
      label: "Without a fresh answer",
      unit: "readers",
      scale: "linear",
      lines: [
        { key: "waiting", label: "Waiting", values: mostIn(({ waiting }) => waiting) },
        { key: "stale", label: "Stale, last second", values: lastSecond(({ stale }) => stale) },
        { key: "given-up", label: "Given up, last second", values: lastSecond(({ givenUp }) => givenUp) },
      ],
      levels: [],
    },
  ];
}

function tellStampede(settings: StampedeSettings, { ticks, begun, longestWait }: Stampede) {
  const most = Math.max(...ticks.map(({ atOnce }) => atOnce));
  const secondsOf = (isSo: (tick: StampedeTick) => boolean) =>
    `${sayNumber((ticks.filter(isSo).length * TICK) / 1000)} s`;
  const beyond = secondsOf(({ atOnce }) => atOnce > settings.capacity);
  const stale = sumOf(ticks, (tick) => tick.stale);
  const givenUp = sumOf(ticks, (tick) => tick.givenUp);
  const reads = stale + givenUp + sumOf(ticks, ({ fresh, afterWait }) => fresh + afterWait);
  const missing = secondsOf(({ isFresh }) => !isFresh);
  const asked =
    most > settings.capacity
      ? `was asked for up to ${sayNumber(most)}, too many during ${beyond} of ${sayNumber(DURATION / 1000)} s`
      : `was never asked for more than ${sayNumber(most)}`;
  return {
    summary:
      (settings.trigger === "emptied"
        ? `After ${sayNumber(EMPTIED_AT / 1000)} s the cache was empty. `
        : "") +
      `The store takes ${sayNumber(settings.capacity)} recomputations at once and ${asked}. ` +
      `There was no fresh value for ${missing}; ${sayShare(stale / reads)} of all readers were answered with the old one, ` +
      `and ${sayShare(givenUp / reads)} gave up.`,
    outcome: [
      { label: "Most recomputations at once", value: sayNumber(most) },
      { label: "Recomputations begun", value: sayNumber(begun) },
      { label: "Store asked for more than it takes", value: beyond },
      { label: "Without a fresh value", value: missing },
      { label: "Readers answered stale", value: sayShare(stale / reads) },
      { label: "Readers who gave up", value: sayShare(givenUp / reads) },
      { label: "Longest wait of a reader who was answered", value: `${sayNumber(longestWait / 1000)} s` },
    ],
  };
}

function sumOf(ticks: readonly StampedeTick[], of: (tick: StampedeTick) => number): number {
  return ticks.reduce((sum, tick) => sum + of(tick), 0);
}
