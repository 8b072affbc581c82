import type { ComparedSides } from "#core/simulation/compare-runs.ts";
import type { RunsAsked, RunsDrawn } from "./draw-asked.ts";

export interface RunDrawer {
  readonly draw: (asked: RunsAsked) => void;
  readonly end: () => void;
}

/**
 * Runs and draws in a worker, and on this thread where no worker can be had. While one wish is being fulfilled only the
 * last of the others is kept: a slider asks faster than a run is made.
 */
export function createRunDrawer(onDrawn: (sides: ComparedSides) => void): RunDrawer {
  let current: RunsAsked | null = null;
  let waiting: RunsAsked | null = null;
  let worker: Worker | null = new Worker(new URL("./run.worker.ts", import.meta.url));
  const begin = (asked: RunsAsked | null) => {
    current = asked;
    if (asked === null) return;
    if (worker === null) void drawHere(asked).then(arrive);
    else worker.postMessage(asked);
  };
  const arrive = ({ sides }: RunsDrawn) => {
    const next = waiting;
    waiting = null;
    if (next === null) onDrawn(sides);
    begin(next);
  };
  worker.addEventListener("message", ({ data }: MessageEvent<RunsDrawn>) => arrive(data));
  worker.addEventListener("error", () => {
    worker = null;
    begin(current);
  });
  return {
    draw: (asked) => {
      if (current === null) begin(asked);
      else waiting = asked;
    },
    end: () => worker?.terminate(),
  };
}

async function drawHere(asked: RunsAsked): Promise<RunsDrawn> {
  const { drawAsked } = await import("./draw-asked.ts");
  return drawAsked(asked);
}
