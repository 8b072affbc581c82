import { invariant } from "../invariant.ts";
import { HOSTS } from "./artifact-limit.fleet.ts";
import {
  DURATION,
  expectedSize,
  playRollouts,
  type ArtifactSettings,
  type FleetStep,
  type Rollouts,
} from "./artifact-limit.play.ts";
import type { Condition, Model, Panel, SeriesRun, Setting, Settings } from "./model.ts";
import { sayNumber } from "./say-number.ts";
import { stripOf } from "./strip.ts";
import { choiceOf, choiceSetting, numberOf, numberSetting } from "./setting.ts";

const CHECKS = {
  none: "With nothing",
  copied: "With a copy of the first limit",
  stated: "With the limits that the loaders state",
};
const ROLLOUTS = {
  "at-once": "To all hosts at once",
  staged: "To 1, 10, 50, 100 hosts, whatever happens",
  "staged-halt": "To 1, 10, 50, 100 hosts, and back where one stops",
};
const ON_TOO_LARGE = { stops: "The host stops", "keeps-last": "The host keeps the last that fits" };

const SETTINGS: readonly Setting[] = [
  numberSetting("start", "Artifact at first", "entries", [20, 150, 5, 120]),
  numberSetting("growth", "More in each artifact", "entries", [0, 10, 0.5, 3]),
  numberSetting("limit", "Limit in version 1 of the loader", "entries", [150, 400, 5, 200]),
  numberSetting("newLimit", "Limit in version 2", "entries", [100, 400, 5, 160]),
  numberSetting("newVersionAt", "Version 2 reaches the hosts from", "step", [0, DURATION, 10, 100]),
  choiceSetting("check", "Compared where it is made", CHECKS, "none"),
  choiceSetting("rollout", "Handed out", ROLLOUTS, "at-once"),
  choiceSetting("onTooLarge", "Where it is too large", ON_TOO_LARGE, "stops"),
];

/** An artifact that grows with its data, loaders with a limit in their code, and both on the way through one fleet. */
export const artifactLimit: Model = {
  key: "artifact-limit",
  title: "An artifact beyond the limit of its loaders",
  question:
    "Who knows the limit of every loader in the fleet at the moment in which an artifact is handed out?",
  assumptions: [
    "An artifact is made every 10 steps, and is up to 4 entries off the line on which they grow.",
    `There are ${HOSTS} hosts. Version 2 of the loader reaches one more with each step, in an order drawn by chance.`,
    "A host that gets another version loads again what it was handed last.",
    "A stage takes two steps, and a host that stopped is noticed in that time. What is taken back goes back at once.",
    "Loaders that state their limit keep a version back for as long as something larger is out there.",
    "The data never shrink, and nobody repairs anything while the run lasts.",
  ],
  settings: SETTINGS,
  policies: [
    {
      key: "unchecked",
      label: "All at once, unchecked",
      says: "Each artifact goes to all hosts as soon as it is made.",
      settings: { check: "none", rollout: "at-once", onTooLarge: "stops" },
    },
    {
      key: "stated",
      label: "Checked with what the loaders state",
      says: "An artifact is handed out only if it fits every version of the loader in the fleet.",
      settings: { check: "stated", rollout: "at-once", onTooLarge: "stops" },
    },
    {
      key: "copied",
      label: "Checked with a copy of the limit",
      says: "The limit of version 1 was written into the check, and stays there.",
      settings: { check: "copied", rollout: "at-once", onTooLarge: "stops" },
    },
    {
      key: "staged-halt",
      label: "In stages, with a halt",
      says: "More hosts get it if those before still work; otherwise it is taken back.",
      settings: { check: "none", rollout: "staged-halt", onTooLarge: "stops" },
    },
    {
      key: "staged",
      label: "In stages, without a look",
      says: "More hosts get it after a while, whether or not those before still work.",
      settings: { check: "none", rollout: "staged", onTooLarge: "stops" },
    },
    {
      key: "keeps-last",
      label: "Refused by the loader",
      says: "A loader refuses what it has no room for, and goes on with the last that fits.",
      settings: { check: "none", rollout: "at-once", onTooLarge: "keeps-last" },
    },
  ],
  seed: 7,
  condition: (settings) => conditionOf(artifactSettings(settings)),
  run: (settings, seed) => runOf(artifactSettings(settings), seed),
};

function artifactSettings(settings: Settings): ArtifactSettings {
  return {
    start: numberOf(settings, "start"),
    growth: numberOf(settings, "growth"),
    limit: numberOf(settings, "limit"),
    newLimit: numberOf(settings, "newLimit"),
    newVersionAt: numberOf(settings, "newVersionAt"),
    check: choiceOf(settings, "check", CHECKS),
    rollout: choiceOf(settings, "rollout", ROLLOUTS),
    onTooLarge: choiceOf(settings, "onTooLarge", ON_TOO_LARGE),
  };
}

/** Said for the step at which there is the least room, and for sizes without chance. */
function conditionOf(settings: ArtifactSettings): Condition {
  const steps = Array.from({ length: DURATION }, (_, step) => ({ step, ...expectedAt(settings, step) }));
  const { step, size, smallest } = steps.reduce((tightest, one) =>
    one.size - one.smallest > tightest.size - tightest.smallest ? one : tightest,
  );
  const what =
    settings.onTooLarge === "stops" ? "size that is handed out" : "smallest size that was handed out";
  return {
    formula: `${what} ≤ smallest limit of a loader in the fleet`,
    filledIn: `${sayNumber(size)} ≤ ${sayNumber(smallest)} (step ${sayNumber(step)})`,
    holds: size <= smallest,
  };
}

function expectedAt(settings: ArtifactSettings, step: number): { size: number; smallest: number } {
  const { start, limit, newLimit, newVersionAt, check, onTooLarge } = settings;
  const isKeptBack = check === "stated" && Math.min(expectedSize(settings, newVersionAt), limit) > newLimit;
  const upgraded = isKeptBack ? 0 : step - newVersionAt + 1;
  const smallest = upgraded <= 0 ? limit : upgraded < HOSTS ? Math.min(limit, newLimit) : newLimit;
  const most = { none: Infinity, copied: limit, stated: smallest }[check];
  // Who keeps what fits needs no more than one that does, and the first was the smallest.
  const size = onTooLarge === "stops" ? expectedSize(settings, step) : start;
  return { size: Math.min(size, most), smallest };
}

function runOf(settings: ArtifactSettings, seed: number): SeriesRun {
  const rollouts = playRollouts(settings, seed);
  const { steps } = rollouts;
  const ends = steps.map((_, step) => step + 1);
  const isRolling = (step: number) => steps[step]?.onNewVersion !== (steps[step - 1]?.onNewVersion ?? 0);
  return {
    kind: "series",
    duration: DURATION,
    unit: "step",
    invariant: "Every host runs an artifact that its loader has room for.",
    strip: stripOf(ends, (step) => (steps[step]?.working ?? 0) < HOSTS, DURATION),
    shaded: stripOf(ends, isRolling, DURATION)
      .filter(({ state }) => state === "broken")
      .map(({ from, to }) => ({ from, to, label: "version 2" })),
    times: steps.map((_, step) => step),
    panels: panelsOf(settings, steps),
    ...tellRollouts(rollouts),
  };
}

function panelsOf({ limit, newLimit }: ArtifactSettings, steps: readonly FleetStep[]): readonly Panel[] {
  const line = (key: keyof FleetStep, label: string) => ({
    key,
    label,
    values: steps.map((step) => step[key]),
  });
  const panel = { scale: "linear", levels: [] } as const;
  return [
    {
      ...panel,
      key: "size",
      label: "Size of the artifact",
      unit: "entries",
      lines: [
        line("made", "Made"),
        line("largestHanded", "Largest handed out"),
        line("smallestLimit", "Smallest limit in the fleet"),
      ],
      levels: [
        { label: "Limit of version 1", value: limit },
        { label: "Limit of version 2", value: newLimit },
      ],
    },
    {
      ...panel,
      key: "hosts",
      label: "Hosts",
      unit: "",
      lines: [line("working", "Working"), line("onNewVersion", "On version 2")],
    },
    {
      ...panel,
      key: "age",
      label: "Age of the oldest that is loaded",
      unit: "steps",
      lines: [line("age", "Age")],
    },
  ];
}

function tellRollouts({ steps, refused, takenBack }: Rollouts) {
  const atEnd = lastOf(steps);
  const fewest = Math.min(...steps.map(({ working }) => working));
  const first = steps.findIndex(({ working }) => working < HOSTS);
  const handed = Math.max(...steps.map(({ largestHanded }) => largestHanded));
  const lost =
    first < 0
      ? `All ${HOSTS} hosts worked all the time`
      : `From step ${sayNumber(first)} on hosts stopped: ${sayNumber(fewest)} of ${HOSTS} were left at worst, ${sayNumber(atEnd.working)} at the end`;
  return {
    summary:
      `Artifacts of up to ${sayNumber(handed)} entries were handed out; the smallest limit in the fleet was ` +
      `${sayNumber(atEnd.smallestLimit)} in the end. ${lost}. ${sayNumber(refused)} artifacts were refused where they were ` +
      `made and ${sayNumber(takenBack)} taken back; the oldest that was loaded at the end was ${sayNumber(atEnd.age)} steps old.`,
    outcome: [
      { label: "Fewest hosts working", value: sayNumber(fewest) },
      { label: "Hosts working at the end", value: sayNumber(atEnd.working) },
      { label: "First host lost", value: first < 0 ? "never" : `step ${sayNumber(first)}` },
      { label: "Largest artifact handed out", value: sayNumber(handed) },
      { label: "Refused where they were made", value: sayNumber(refused) },
      { label: "Taken back", value: sayNumber(takenBack) },
      { label: "Hosts on version 2 at the end", value: sayNumber(atEnd.onNewVersion) },
      { label: "Age of the oldest loaded at the end", value: `${sayNumber(atEnd.age)} steps` },
    ],
  };
}

function lastOf(steps: readonly FleetStep[]): FleetStep {
  const last = steps.at(-1);
  invariant(last !== undefined, "a run has steps");
  return last;
}
