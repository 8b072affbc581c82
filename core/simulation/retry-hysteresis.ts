import type { Model, Run, Settings, SeriesRun } from "./model.ts";
import { capacityOf, meanBetween } from "./retry-run.ts";
import {
  RETRY_ASSUMPTIONS,
  RETRY_POLICIES,
  RETRY_SETTINGS,
  retryCondition,
  retrySetup,
} from "./retry-storm.ts";
import { retry, type Retrying } from "./retrying.ts";
import { sayNumber } from "./say-number.ts";
import { stripOf } from "./strip.ts";
import { numberOf, numberSetting } from "./setting.ts";

/** Requests a second between one load and the next. */
const STEP = 2;
/** Over how many seconds at the end of a run its figures are taken. */
const ENDING = 30;
/** Which share of what arrives must be answered in time for a load to be carried. */
const CARRIED = 0.9;
/** What the sweep itself decides. */
const SWEPT = new Set(["load", "strength"]);

/** The same server under every load, once left alone and once after a trigger. */
export const retryHysteresis: Model = {
  key: "retry-hysteresis",
  title: "The capacity that is hidden",
  question: "Which load does it carry once it has been disturbed, and which one did it carry before?",
  assumptions: [
    ...RETRY_ASSUMPTIONS,
    "Every load has a run of its own, on the same seed. What is shown is the last 30 s of it.",
  ],
  settings: [
    numberSetting("load", "Loads up to", "/s", [40, 120, 10, 100]),
    numberSetting("strength", "Trigger strength", "×", [1.5, 4, 0.5, 2]),
    ...RETRY_SETTINGS.filter(({ key }) => !SWEPT.has(key)),
  ],
  policies: [
    ...RETRY_POLICIES.filter(({ key }) => key === "immediate"),
    ...RETRY_POLICIES.filter(({ key }) => key === "immediate-budget"),
    ...RETRY_POLICIES.filter(({ key }) => !key.startsWith("immediate")),
  ],
  seed: 7,
  // Asked of a load of nine tenths: what the workers could well carry.
  condition: (settings) =>
    retryCondition({ ...settings, load: Math.round(CARRIED * capacityOf(retrySetup(settings))) }),
  run,
};

interface Swept {
  readonly loads: readonly number[];
  /** What came of each load, which chance makes a little more or less than it. */
  readonly arriving: readonly number[];
  readonly undisturbed: readonly number[];
  readonly disturbed: readonly number[];
  readonly perRequest: readonly number[];
}

function run(settings: Settings, seed: number): Run {
  const setup = retrySetup(settings);
  const most = numberOf(settings, "load");
  const seen = sweep(setup, most, seed);
  const { loads, undisturbed, disturbed } = seen;
  const isHidden = (i: number) => (disturbed[i] ?? 0) < CARRIED * (undisturbed[i] ?? 0);
  return {
    kind: "series",
    duration: most,
    unit: "/s",
    times: loads,
    panels: panelsOf(seen),
    invariant: "What it carries when left alone, it carries after a disturbance too.",
    strip: stripOf(loads, isHidden, most),
    shaded: [],
    ...tell(setup, seen),
  };
}

function sweep(setup: Retrying, most: number, seed: number): Swept {
  const loads = Array.from({ length: Math.floor(most / STEP) + 1 }, (_, i) => i * STEP);
  const alone: Retrying = { ...setup, trigger: { ...setup.trigger, kind: "none" } };
  const ends = (way: Retrying) =>
    loads.map((load) => (load === 0 ? NOTHING : endingOf({ ...way, load }, seed)));
  const disturbed = ends(setup);
  return {
    loads,
    arriving: disturbed.map(({ arriving }) => arriving),
    undisturbed: ends(alone).map(({ answered }) => answered),
    disturbed: disturbed.map(({ answered }) => answered),
    perRequest: disturbed.map(({ perRequest }) => perRequest),
  };
}

const NOTHING = { arriving: 0, answered: 0, perRequest: 1 };

function endingOf(setup: Retrying, seed: number): typeof NOTHING {
  const seen = retry(setup, seed);
  const mean = (values: readonly number[]) =>
    meanBetween(seen, values, setup.duration - ENDING, setup.duration);
  const arriving = mean(seen.arriving);
  return {
    arriving,
    answered: mean(seen.answered),
    perRequest: arriving === 0 ? 1 : mean(seen.attempts) / arriving,
  };
}

function panelsOf({ arriving, undisturbed, disturbed, perRequest }: Swept): SeriesRun["panels"] {
  return [
    {
      key: "answered",
      label: "Answered in time, by load",
      unit: "/s",
      scale: "linear",
      lines: [
        { key: "disturbed", label: "after the trigger", values: disturbed },
        { key: "undisturbed", label: "left alone", values: undisturbed },
        { key: "arriving", label: "arriving", values: arriving },
      ],
      levels: [],
    },
    {
      key: "attempts",
      label: "Attempts per request after the trigger",
      unit: "",
      scale: "linear",
      lines: [{ key: "attempts", label: "attempts", values: perRequest }],
      levels: [],
    },
  ];
}

/** The largest load up to which every load is carried. */
function carriedUpTo({ loads, arriving }: Swept, answered: readonly number[]): number {
  const failing = loads.findIndex((load, i) => load > 0 && (answered[i] ?? 0) < CARRIED * (arriving[i] ?? 0));
  return failing === -1 ? (loads.at(-1) ?? 0) : (loads[failing - 1] ?? 0);
}

function tell(setup: Retrying, seen: Swept): Pick<SeriesRun, "summary" | "outcome"> {
  const before = carriedUpTo(seen, seen.undisturbed);
  const after = carriedUpTo(seen, seen.disturbed);
  const rate = (value: number) => `${sayNumber(value)}/s`;
  const left = `Left alone it carries ${rate(before)}`;
  return {
    summary:
      after >= before
        ? `${left}, and no less after the trigger.`
        : `${left}; once it was disturbed, ${rate(after)}. The rest is lent until something happens.`,
    outcome: [
      { label: "By its workers", value: rate(Math.round(capacityOf(setup))) },
      { label: "Carried when left alone", value: rate(before) },
      { label: "Carried after the trigger", value: rate(after) },
    ],
  };
}
