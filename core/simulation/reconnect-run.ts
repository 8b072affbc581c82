import type { Panel, SeriesRun } from "./model.ts";
import type { Reconnected, Reconnecting } from "./reconnecting.ts";
import { sayNumber, sayShare } from "./say-number.ts";
import { stripOf } from "./strip.ts";

const SECOND = 1000;

/** What a reconnection came to, as a run to be drawn and read. */
export function tellReconnection(setup: Reconnecting, seen: Reconnected): SeriesRun {
  const { clients, capacity, duration } = setup;
  const least = Math.min(duration, Math.ceil(clients / capacity));
  return {
    kind: "series",
    duration,
    unit: "s",
    times: seen.times,
    panels: panelsOf(setup, seen),
    invariant: "Nobody is answered who has already gone.",
    strip: stripOf(seen.times, (i) => (seen.wasted[i] ?? 0) > 0, duration),
    shaded: [{ from: 0, to: least, label: `at best ${least} s` }],
    summary: summaryOf(setup, seen),
    outcome: outcomeOf(setup, seen),
  };
}

function panelsOf(setup: Reconnecting, seen: Reconnected): readonly Panel[] {
  const { clients, capacity, timeout } = setup;
  const ideal = seen.times.map((time) => Math.min(clients, capacity * time));
  return [
    {
      key: "back",
      label: "Clients that are back",
      unit: "",
      scale: "linear",
      lines: [
        { key: "back", label: "back", values: seen.connected },
        { key: "ideal", label: "at best", values: ideal },
      ],
      levels: [],
    },
    {
      key: "attempts",
      label: "Attempts",
      unit: "/s",
      scale: "log",
      lines: [
        { key: "attempts", label: "attempts", values: seen.attempts },
        { key: "wasted", label: "answers to nobody", values: seen.wasted },
      ],
      levels: [{ label: "capacity", value: capacity }],
    },
    {
      key: "backlog",
      label: "Backlog",
      unit: "",
      scale: "linear",
      lines: [{ key: "waiting", label: "waiting", values: seen.waiting }],
      levels: [{ label: "capacity × timeout", value: (capacity * timeout) / SECOND }],
    },
  ];
}

/** Sums up figures per second over the steps of the run. */
function total(rates: readonly number[], times: readonly number[]): number {
  return rates.slice(1).reduce((sum, rate, i) => sum + rate * ((times[i + 1] ?? 0) - (times[i] ?? 0)), 0);
}

function wastedShare({ wasted, connected, times }: Reconnected): number {
  const nobody = total(wasted, times);
  const answers = nobody + (connected.at(-1) ?? 0);
  return answers === 0 ? 0 : nobody / answers;
}

function summaryOf({ clients, duration }: Reconnecting, seen: Reconnected): string {
  const wasted = wastedShare(seen);
  const work =
    wasted === 0
      ? "No answer went to a client that had gone."
      : `${sayShare(wasted)} of the answers went to clients that had gone.`;
  if (seen.allAt !== null)
    return `All ${sayNumber(clients)} clients are back after ${sayMoment(seen.allAt)}. ${work}`;
  const share = sayShare((seen.connected.at(-1) ?? 0) / clients);
  return `After ${sayNumber(duration)} s, ${share} of ${sayNumber(clients)} clients are back. ${work}`;
}

function outcomeOf({ clients, duration }: Reconnecting, seen: Reconnected): SeriesRun["outcome"] {
  const attempts = total(seen.attempts, seen.times) / clients;
  const never = `not in ${sayNumber(duration)} s`;
  return [
    { label: "Half are back after", value: seen.halfAt === null ? never : sayMoment(seen.halfAt) },
    { label: "All are back after", value: seen.allAt === null ? never : sayMoment(seen.allAt) },
    { label: "Attempts per client", value: sayNumber(attempts) },
    { label: "Answers to nobody", value: sayShare(wastedShare(seen)) },
  ];
}

/** A moment in milliseconds as seconds. */
function sayMoment(milliseconds: number): string {
  return `${sayNumber(milliseconds / SECOND)} s`;
}
