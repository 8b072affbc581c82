import type { Run, SeriesRun, StripPiece } from "./model.ts";
import { sayNumber } from "./say-number.ts";

/** What can be read off a run at one moment. */
export interface Reading {
  /** One for each line of each panel, in the order of the panels; empty for lanes. */
  readonly values: readonly { readonly label: string; readonly said: string }[];
  readonly state: StripPiece["state"];
  /** The last thing that happened up to then, if the run tells it. */
  readonly told: string | null;
}

export function readAt(run: Run, at: number): Reading {
  const state = run.strip.find(({ to }) => at < to)?.state ?? run.strip.at(-1)?.state ?? "holds";
  if (run.kind === "series") return { values: valuesAt(run, at), state, told: null };
  const told = run.moments.findLast((moment) => moment.at <= at)?.text ?? null;
  return { values: [], state, told };
}

function valuesAt({ times, panels }: SeriesRun, at: number): Reading["values"] {
  const point = pointAt(times, at);
  return panels.flatMap(({ lines, unit }) =>
    lines.map(({ label, values }) => ({ label, said: `${sayNumber(values[point] ?? 0)}${unit}` })),
  );
}

/** The last point that is not later than the moment. */
function pointAt(times: readonly number[], at: number): number {
  let [low, high] = [0, times.length - 1];
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if ((times[middle] ?? 0) <= at) low = middle;
    else high = middle - 1;
  }
  return low;
}

/** "67 s"; a step has no unit but its name, and many milliseconds are seconds. */
export function sayTime({ unit, duration }: Pick<Run, "unit" | "duration">, at: number): string {
  if (unit === "step") return `step ${sayNumber(at)}`;
  if (unit === "ms" && duration >= LONG) return `${(at / 1000).toFixed(1)} s`;
  return unit === "/s" ? `${sayNumber(at)}/s` : `${sayNumber(at)} ${unit}`;
}

/** From here on milliseconds are said as seconds, here and on the axis of a drawing. */
export const LONG = 10_000;

/** The moments worth stopping at, ascending: what is told, where the invariant changes, where the shaded begins and ends. */
export function momentsOf(run: Run): readonly number[] {
  const edges = [...run.strip.slice(0, MOST_PIECES), ...run.shaded].flatMap(({ from, to }) => [from, to]);
  const told = run.kind === "lanes" ? run.moments.map(({ at }) => at) : [];
  return [...new Set([0, ...edges, ...told, run.duration])].sort((a, b) => a - b);
}

/** A strip that flickers is not stopped at for every change. */
const MOST_PIECES = 12;

/** A few moments of a run as rows: for a table that says what the drawing shows. */
export function rowsOf(run: Run): readonly { readonly at: number; readonly cells: readonly string[] }[] {
  if (run.kind === "lanes")
    return run.moments.map(({ at, text }) => ({ at, cells: [text, readAt(run, at).state] }));
  const step = run.duration / ROWS;
  return Array.from({ length: ROWS + 1 }, (_, i) => {
    const at = Math.round(i * step);
    const { values, state } = readAt(run, at);
    return { at, cells: [...values.map(({ said }) => said), state] };
  });
}

const ROWS = 10;

/** What the cells of the rows hold. */
export function columnsOf(run: Run): readonly string[] {
  const labels =
    run.kind === "lanes"
      ? ["what happens"]
      : run.panels.flatMap(({ lines, unit }) =>
          lines.map(({ label }) => (unit === "" ? label : `${label}, ${unit}`)),
        );
  return [...labels, "invariant"];
}
