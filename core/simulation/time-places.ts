import type { LanesRun, Run } from "./model.ts";

/** Where moments are along the time axis of a drawing, as shares of its width, and which moment is where. */
export interface TimePlaces {
  readonly shareOf: (at: number) => number;
  readonly momentAt: (share: number) => number;
}

/** How much of a lane's axis keeps to the clock. The rest gives every moment at which something happens the same room. */
const BY_THE_CLOCK = 0.35;

/**
 * Quantities have an even axis. Lanes are stretched where much happens at once, so that messages which cross within
 * milliseconds can be told apart; two runs that are compared are stretched alike.
 */
export function timePlaces(run: Run, beside?: Run): TimePlaces {
  const { duration } = run;
  if (run.kind === "series")
    return { shareOf: (at) => at / duration, momentAt: (share) => Math.round(share * duration) };
  const moments = happenings(run, beside?.kind === "lanes" ? beside : run);
  const shares = moments.map(
    (at, i) => BY_THE_CLOCK * (at / duration) + (1 - BY_THE_CLOCK) * (i / Math.max(1, moments.length - 1)),
  );
  return {
    shareOf: (at) => between(moments, shares, at),
    momentAt: (share) => Math.round(between(shares, moments, share)),
  };
}

function happenings(run: LanesRun, beside: LanesRun): readonly number[] {
  const all = [run, beside].flatMap(({ messages, spans, states, strip }) => [
    ...messages.flatMap(({ sent, received }) => (received === null ? [sent] : [sent, received])),
    ...[...spans, ...strip].flatMap(({ from, to }) => [from, to]),
    ...states.map(({ at }) => at),
  ]);
  const within = all.filter((at) => at > 0 && at < run.duration);
  return [...new Set([0, ...within, run.duration])].sort((a, b) => a - b);
}

/** The value at `x` on the broken line through the given corners, which ascend. */
function between(xs: readonly number[], ys: readonly number[], x: number): number {
  const after = Math.max(
    1,
    xs.findIndex((each) => each >= x),
  );
  const [x1, x2] = [xs[after - 1] ?? 0, xs[after] ?? 1];
  const [y1, y2] = [ys[after - 1] ?? 0, ys[after] ?? 1];
  const share = x2 === x1 ? 0 : (x - x1) / (x2 - x1);
  return y1 + (y2 - y1) * Math.max(0, Math.min(1, share));
}
