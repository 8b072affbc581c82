import { element } from "../diagram/svg.ts";
import { acrossTime, drawShaded, drawTimeAxis } from "./draw-frame.ts";
import { drawLanes } from "./draw-lanes.ts";
import { drawPanels } from "./draw-series.ts";
import { drawStrip, STRIP_HEIGHT } from "./draw-strip.ts";
import type { Run } from "./model.ts";
import { timePlaces } from "./time-places.ts";

const AXIS = 26;

export interface DrawnRun {
  /** Unlike that of any other drawing on the page. */
  readonly id: string;
  /** The accessible name of the drawing. */
  readonly name: string;
  /** The run it is compared with: both are drawn to one scale. */
  readonly beside?: Run;
}

/**
 * A run as SVG: what happened over time, and under the time axis whether the invariant held. It is as wide as the page
 * lets it be and has shapes and classes only; app/simulation.css inks it. The line at which it is read, and the words
 * over that, are there to be moved by whoever shows it, and hidden until then.
 */
export function drawRun(run: Run, { id, name, beside }: DrawnRun): string {
  const across = acrossTime(timePlaces(run, beside));
  const { svg, height, plots } =
    run.kind === "lanes"
      ? drawLanes(run, across, id)
      : drawPanels(run, beside?.kind === "series" ? beside : null);
  const total = height + AXIS + STRIP_HEIGHT;
  return element(
    "svg",
    { class: `run run-${run.kind}`, width: "100%", height: total, role: "img", "aria-label": name },
    drawShaded(run, across, plots),
    element("line", { class: "run-now", y1: -18, y2: total }),
    svg,
    drawTimeAxis(run, across, height),
    drawStrip(run, across, height + AXIS),
    element("text", { class: "run-now", y: -10 }, ""),
  );
}
