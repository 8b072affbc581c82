import { scaleLinear } from "d3-scale";
import { element, escapeXml } from "../diagram/svg.ts";
import type { Run } from "./model.ts";
import { sayNumber } from "./say-number.ts";

/**
 * Drawings are as wide as the page lets them be: along the time everything is placed in shares of the width, text
 * and heights are in pixels. What is left of the plot stands at negative places, so the page leaves room there.
 */
export const NARROWEST = 240;
/** How wide a character of the soundings is, in pixels. */
export const CHARACTER = 6.6;

/** A moment as a share of the width. */
export function across({ duration }: Pick<Run, "duration">, at: number): string {
  return `${Math.round((10_000 * at) / duration) / 100}%`;
}

export interface TextPlace {
  readonly x: string | number;
  readonly y: number;
  readonly dx?: number;
  readonly anchor?: "middle" | "end" | undefined;
}

/** Text in the small figures of a chart. */
export function sounding(className: string, { x, y, dx, anchor }: TextPlace, text: string): string {
  return element("text", { class: className, x, y, dx, "text-anchor": anchor }, escapeXml(text));
}

/** The time axis: a rule, a tick for each round moment, the unit at its end. */
export function drawTimeAxis(run: Run, y: number): string {
  const { duration, unit } = run;
  const ticks = scaleLinear().domain([0, duration]).ticks(4);
  const isLast = (i: number) => i === ticks.length - 1;
  const said = { step: "", "/s": "/s", s: " s", ms: " ms" }[unit];
  return [
    element("line", { class: "run-axis", x2: "100%", y1: y, y2: y }),
    ...ticks.map((at) => {
      const x = across(run, at);
      return element("line", { class: "run-axis", x1: x, x2: x, y1: y, y2: y + 4 });
    }),
    ...ticks.map((at, i) =>
      sounding(
        "run-tick",
        { x: across(run, at), y: y + 17, anchor: anchorAt(at, duration) },
        `${sayNumber(at)}${isLast(i) ? said : ""}`,
      ),
    ),
  ].join("");
}

function anchorAt(at: number, duration: number): TextPlace["anchor"] {
  if (at === 0) return undefined;
  return at > duration * 0.94 ? "end" : "middle";
}

/** Where on a drawing a plot stands, in pixels. */
export interface PlotPlace {
  readonly top: number;
  readonly height: number;
}

/** Shaded stretches behind every plot; the name of each stands over the first. */
export function drawShaded(run: Run, plots: readonly PlotPlace[]): string {
  const [first] = plots;
  return run.shaded
    .map(({ from, to, label }) => {
      const x = across(run, from);
      const behind = plots.map(({ top, height }) =>
        element("rect", { class: "run-shade", x, y: top, width: across(run, to - from), height }),
      );
      const isLate = from > run.duration * 0.6;
      const y = (first?.top ?? 0) - 4;
      const place: TextPlace = isLate ? { x: across(run, to), y, anchor: "end" } : { x, y };
      return behind.join("") + sounding("run-note", place, label);
    })
    .join("");
}

/** Room over the first plot for the names of what is shaded. */
export function roomForNames({ shaded }: Run): number {
  return shaded.length === 0 ? 0 : 14;
}
