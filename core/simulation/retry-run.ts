import type { Panel, SeriesRun } from "./model.ts";
import type { Retried, Retrying } from "./retrying.ts";
import { sayNumber } from "./say-number.ts";
import { stripOf } from "./strip.ts";

const SECOND = 1000;
/** Over how many seconds a recovery must last to be one. */
const LASTING = 5;
/** The end of a run, over which its figures are taken. */
const ENDING = 30;
const HEALTHY = 0.9;

/** What a storm came to, as a run to be drawn and read. */
export function tellRetries(setup: Retrying, seen: Retried): SeriesRun {
  const { duration, trigger } = setup;
  return {
    kind: "series",
    duration,
    unit: "s",
    times: seen.times,
    panels: panelsOf(setup, seen),
    invariant: "Nobody is answered who has already gone.",
    strip: stripOf(seen.times, (i) => (seen.wasted[i] ?? 0) > 0.1 * (seen.answered[i] ?? 0), duration),
    shaded:
      trigger.kind === "none"
        ? []
        : [{ from: trigger.from / SECOND, to: trigger.to / SECOND, label: triggerLabel(setup) }],
    summary: summaryOf(setup, seen),
    outcome: outcomeOf(setup, seen),
  };
}

function triggerLabel({ trigger }: Retrying): string {
  return trigger.kind === "load"
    ? `load × ${sayNumber(trigger.strength)}`
    : `capacity ÷ ${sayNumber(trigger.strength)}`;
}

function panelsOf(setup: Retrying, seen: Retried): readonly Panel[] {
  const capacity = capacityOf(setup);
  return [
    {
      key: "answered",
      label: "Requests",
      unit: "/s",
      scale: "linear",
      lines: [
        { key: "answered", label: "in time", values: seen.answered },
        { key: "arriving", label: "arriving", values: seen.arriving },
      ],
      levels: [],
    },
    {
      key: "attempts",
      label: "Attempts",
      unit: "/s",
      scale: "linear",
      lines: [
        { key: "attempts", label: "attempts", values: seen.attempts },
        { key: "wasted", label: "answers to nobody", values: seen.wasted },
      ],
      levels: [{ label: "capacity", value: capacity }],
    },
    {
      key: "queue",
      label: "Queue",
      unit: "",
      scale: "linear",
      lines: [{ key: "waiting", label: "waiting", values: seen.waiting }],
      levels: [{ label: "capacity × timeout", value: (capacity * setup.timeout) / SECOND }],
    },
  ];
}

/** Attempts a second that the workers can finish when nothing is wrong. */
export function capacityOf({ workers, service }: Pick<Retrying, "workers" | "service">): number {
  return (workers * SECOND) / service;
}

/** The mean of what was counted in the steps that end after `from` and not after `to`, in seconds. */
export function meanBetween(
  { times }: Pick<Retried, "times">,
  values: readonly number[],
  from: number,
  to: number,
): number {
  const counted = values.filter((_, i) => (times[i] ?? 0) > from && (times[i] ?? 0) <= to);
  return counted.length === 0 ? 0 : counted.reduce((sum, value) => sum + value, 0) / counted.length;
}

/** Seconds after the trigger from which what arrives is answered for good; null where that never comes. */
export function recoveredAfter({ trigger, duration }: Retrying, seen: Retried): number | null {
  const end = trigger.to / SECOND;
  const isHealthy = (from: number, to: number) =>
    meanBetween(seen, seen.answered, from, to) >= HEALTHY * meanBetween(seen, seen.arriving, from, to);
  if (!isHealthy(duration - ENDING, duration)) return null;
  const first = seen.times.find((time) => time >= end && isHealthy(time, time + LASTING));
  return first === undefined ? null : first - end;
}

interface Figures {
  readonly before: number;
  readonly during: number;
  readonly atEnd: number;
  readonly perRequest: number;
  readonly recovered: number | null;
}

export function figuresOf(setup: Retrying, seen: Retried): Figures {
  const { duration, trigger } = setup;
  const [from, to] = [trigger.from / SECOND, trigger.to / SECOND];
  const ending = duration - ENDING;
  return {
    before: meanBetween(seen, seen.answered, 0, from),
    during: meanBetween(seen, seen.answered, from, to),
    atEnd: meanBetween(seen, seen.answered, ending, duration),
    perRequest:
      meanBetween(seen, seen.attempts, ending, duration) / meanBetween(seen, seen.arriving, ending, duration),
    recovered: recoveredAfter(setup, seen),
  };
}

function summaryOf(setup: Retrying, seen: Retried): string {
  const { before, atEnd, perRequest, recovered } = figuresOf(setup, seen);
  const rates = `${sayNumber(Math.round(before))}/s were answered in time before`;
  if (setup.trigger.kind === "none") return `${sayNumber(Math.round(atEnd))}/s are answered in time.`;
  if (recovered === null)
    return `The trigger is over, and the storm is not: ${rates}, ${sayNumber(Math.round(atEnd))}/s are at the end, with ${sayNumber(perRequest)} attempts for each request.`;
  const when = recovered < 1 ? "at once" : `${sayNumber(recovered)} s later`;
  return `Once the trigger is over, it recovers ${when}: ${rates}, and ${sayNumber(Math.round(atEnd))}/s are at the end.`;
}

function outcomeOf(setup: Retrying, seen: Retried): SeriesRun["outcome"] {
  const { before, during, atEnd, perRequest, recovered } = figuresOf(setup, seen);
  const rate = (value: number) => `${sayNumber(Math.round(value))}/s`;
  return [
    { label: "In time before the trigger", value: rate(before) },
    { label: "In time during it", value: rate(during) },
    { label: `In time in the last ${ENDING} s`, value: rate(atEnd) },
    { label: "Attempts per request then", value: sayNumber(Math.round(perRequest * 10) / 10) },
    { label: "Recovers", value: recovered === null ? "never" : sayRecovery(recovered) },
  ];
}

function sayRecovery(seconds: number): string {
  return seconds < 1 ? "at once" : `after ${sayNumber(seconds)} s`;
}
