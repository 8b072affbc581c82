import type { StripPiece } from "./model.ts";

/**
 * The strip of a run in steps: whether the invariant held in each, where step `i` ends at `times[i]`. The first step
 * begins at 0.
 */
export function stripOf(
  times: readonly number[],
  isBroken: (step: number) => boolean,
  duration: number,
): readonly StripPiece[] {
  const pieces: { from: number; to: number; state: StripPiece["state"] }[] = [];
  for (const [i, time] of times.entries()) {
    const to = i === times.length - 1 ? duration : time;
    const from = pieces.at(-1)?.to ?? 0;
    if (to <= from) continue;
    const state = isBroken(i) ? "broken" : "holds";
    const last = pieces.at(-1);
    if (last?.state === state) last.to = to;
    else pieces.push({ from, to, state });
  }
  return pieces;
}
