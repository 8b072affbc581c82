import { exponential, uniform } from "./draws.ts";
import type { Condition, Model, Panel, SeriesRun, Setting, Settings } from "./model.ts";
import { seededRandom } from "./random.ts";
import { limitRequests, type LimitedSecond, type LimiterSettings } from "./rate-limiter.algorithms.ts";
import { sayNumber } from "./say-number.ts";
import { stripOf } from "./strip.ts";
import { choiceOf, choiceSetting, numberOf, numberSetting } from "./setting.ts";

const ALGORITHMS = {
  "fixed-window": "Fixed window",
  "sliding-window-log": "Sliding window, log",
  "sliding-window-counter": "Sliding window, counter",
  "token-bucket": "Token bucket",
};

const SETTINGS: readonly Setting[] = [
  choiceSetting("algorithm", "Algorithm", ALGORITHMS, "fixed-window"),
  numberSetting("limit", "Limit for a window", "requests", [10, 500, 10, 100]),
  numberSetting("window", "Window", "s", [10, 120, 10, 60]),
  numberSetting("bucket", "The bucket holds", "requests", [1, 500, 1, 20]),
  numberSetting("refill", "The bucket fills in a window by", "requests", [1, 500, 1, 100]),
  numberSetting("burst", "Burst just before the edge", "requests", [0, 600, 10, 150]),
  numberSetting("asking", "Asked after the edge", "per s", [0, 50, 1, 20]),
  numberSetting("ordinary", "Asked at other times", "per min", [0, 60, 1, 6]),
];

/** A client who knows where the windows meet, and four algorithms that decide on the same requests. */
export const rateLimiter: Model = {
  key: "rate-limiter",
  title: "Rate limiter",
  question:
    "How much does a client get who knows the algorithm, in a window that the limiter does not look at?",
  assumptions: [
    "There is one client and one limiter, which looks and counts in a single step.",
    "Windows begin at whole multiples of their length. The client knows this, and its clock is right.",
    "The client asks for as much as it can: just before an edge, and then for a whole window without a pause.",
    "Only requests that were admitted are counted or logged. The bucket is full at first.",
    "Time goes in whole seconds; a window is any row of so many of them.",
  ],
  settings: SETTINGS,
  policies: [
    {
      key: "fixed-window",
      label: "Fixed window",
      says: "Counts from nought again with each window.",
      settings: { algorithm: "fixed-window" },
    },
    {
      key: "sliding-window-log",
      label: "Sliding window, log",
      says: "Keeps the moment of each request that it admitted during the last window.",
      settings: { algorithm: "sliding-window-log" },
    },
    {
      key: "sliding-window-counter",
      label: "Sliding window, counter",
      says: "Adds the count of the window before, weighted as if its requests had come evenly.",
      settings: { algorithm: "sliding-window-counter" },
    },
    {
      key: "token-bucket",
      label: "Token bucket",
      says: "Fills evenly by the limit in a window, and lets a burst take what the bucket holds (GCRA decides the same).",
      settings: { algorithm: "token-bucket" },
    },
    {
      key: "token-bucket-within",
      label: "Token bucket within the limit",
      says: "Fills by so much less in a window as the bucket holds.",
      settings: { algorithm: "token-bucket", bucket: 20, refill: 80 },
    },
  ],
  seed: 7,
  condition: (settings) => conditionOf(limiterSettings(settings)),
  run: runOf,
};

function limiterSettings(settings: Settings): LimiterSettings {
  return {
    algorithm: choiceOf(settings, "algorithm", ALGORITHMS),
    limit: numberOf(settings, "limit"),
    window: numberOf(settings, "window"),
    bucket: numberOf(settings, "bucket"),
    refill: numberOf(settings, "refill"),
  };
}

/** The most that any client can be given in a window, whatever it does. */
function conditionOf(settings: LimiterSettings): Condition {
  const { most, formula, filledIn } = boundOf(settings);
  const limit = sayNumber(settings.limit);
  return { formula: `${formula} ≤ limit`, filledIn: `${filledIn} ≤ ${limit}`, holds: most <= settings.limit };
}

function boundOf({ algorithm, limit, window, bucket, refill }: LimiterSettings) {
  const [said, length] = [sayNumber(limit), sayNumber(window)];
  const bound = (most: number, formula: string, filledIn: string) => ({ most, formula, filledIn });
  switch (algorithm) {
    case "fixed-window":
      return bound(2 * limit, "2 × limit", `2 × ${said} = ${sayNumber(2 * limit)}`);
    case "sliding-window-log":
      return bound(limit, "limit", said);
    case "sliding-window-counter": {
      // All of the window before came in its last second, and the last second that still sees it is the last but one.
      const most = limit + Math.floor((limit * (window - 2)) / window);
      const filledIn = `${said} + ${said} × (${length} − 2) ÷ ${length} = ${sayNumber(most)}`;
      return bound(most, "limit + limit × (window − 2 s) ÷ window", filledIn);
    }
    case "token-bucket": {
      const filledIn = `${sayNumber(bucket)} + ${sayNumber(refill)} = ${sayNumber(bucket + refill)}`;
      return bound(bucket + refill, "what the bucket holds + what it fills by in a window", filledIn);
    }
  }
}

const WINDOWS = 5;
/** The window at whose end the burst comes. */
const WINDOWS_BEFORE = 2;
const BURST_SECONDS = 2;

/** How many requests come in each second. The same for every algorithm. */
function requestsOf(settings: Settings, window: number, seed: number): readonly number[] {
  const random = seededRandom(seed);
  const edge = WINDOWS_BEFORE * window;
  const requests = Array<number>(WINDOWS * window).fill(0);
  const ask = (second: number, count = 1) => (requests[second] = (requests[second] ?? 0) + count);
  const ordinary = numberOf(settings, "ordinary");
  const gap = () => exponential(random, 60_000 / ordinary);
  if (ordinary > 0) for (let at = gap(); at < requests.length * 1000; at += gap()) ask(Math.floor(at / 1000));
  const burst = numberOf(settings, "burst");
  for (let request = 0; request < burst; request++) ask(edge - 1 - uniform(random, BURST_SECONDS));
  const asking = numberOf(settings, "asking");
  for (let second = edge; second < edge + window; second++) ask(second, asking);
  return requests;
}

function runOf(settings: Settings, seed: number): SeriesRun {
  const limiting = limiterSettings(settings);
  const { limit, window } = limiting;
  const seconds = limitRequests(limiting, requestsOf(settings, window, seed));
  const duration = seconds.length;
  const ends = seconds.map((_, second) => second + 1);
  const edge = WINDOWS_BEFORE * window;
  return {
    kind: "series",
    duration,
    unit: "s",
    invariant: `In any ${sayNumber(window)} s at most ${sayNumber(limit)} requests are admitted.`,
    strip: stripOf(ends, (second) => (seconds[second]?.inWindow ?? 0) > limit, duration),
    shaded: [{ from: edge - BURST_SECONDS, to: edge + window, label: "asks for all" }],
    times: seconds.map((_, second) => second),
    panels: panelsOf(limiting, seconds),
    ...tellLimiting(limiting, seconds),
  };
}

function panelsOf({ limit, window }: LimiterSettings, seconds: readonly LimitedSecond[]): readonly Panel[] {
  const line = (key: string, label: string, of: (second: LimitedSecond) => number) => ({
    key,
    label,
    values: seconds.map(of),
  });
  const panel = { scale: "linear", levels: [] } as const;
  return [
    {
      ...panel,
      key: "in-window",
      label: `Admitted in the last ${sayNumber(window)} s`,
      unit: "requests",
      lines: [
        line("admitted", "Admitted", ({ inWindow }) => inWindow),
        line("counted", "By its own count", ({ counted }) => counted),
      ],
      levels: [{ label: "Limit", value: limit }],
    },
    {
      ...panel,
      key: "requests",
      label: "Requests",
      unit: "per s",
      lines: [
        line("asked", "Asked", ({ asked }) => asked),
        line("let-in", "Admitted", ({ admitted }) => admitted),
      ],
    },
    {
      ...panel,
      key: "memory",
      label: "Kept for the client",
      unit: "numbers",
      lines: [line("kept", "Kept", ({ kept }) => kept)],
    },
  ];
}

function tellLimiting({ limit, window, algorithm }: LimiterSettings, seconds: readonly LimitedSecond[]) {
  const most = Math.max(...seconds.map(({ inWindow }) => inWindow));
  const counted = Math.max(...seconds.map((second) => second.counted));
  const kept = Math.max(...seconds.map((second) => second.kept));
  const admitted = seconds.reduce((sum, second) => sum + second.admitted, 0);
  const asked = seconds.reduce((sum, second) => sum + second.asked, 0);
  const over = seconds.filter(({ inWindow }) => inWindow > limit).length;
  const verdict =
    over > 0 ? `more than the limit of ${sayNumber(limit)}` : `within the limit of ${sayNumber(limit)}`;
  return {
    summary:
      `${ALGORITHMS[algorithm]}: the client was given up to ${sayNumber(most)} requests in ${sayNumber(window)} s, ` +
      `${verdict}, while the limiter counted no more than ${sayNumber(counted)}. ` +
      `It kept up to ${sayNumber(kept)} numbers for this client, and refused ${sayNumber(asked - admitted)} of ${sayNumber(asked)} requests.`,
    outcome: [
      { label: "Most admitted in any window", value: sayNumber(most) },
      { label: "Most by its own count", value: sayNumber(counted) },
      { label: "Over the limit", value: `${sayNumber(over)} s` },
      { label: "Admitted", value: sayNumber(admitted) },
      { label: "Refused", value: sayNumber(asked - admitted) },
      { label: "Most numbers kept for the client", value: sayNumber(kept) },
    ],
  };
}
