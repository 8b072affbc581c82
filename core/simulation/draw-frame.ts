import { scaleLinear } from "d3-scale";
import { element, escapeXml } from "../diagram/svg.ts";
import type { Run } from "./model.ts";
import { LONG } from "./read-run.ts";
import { sayNumber } from "./say-number.ts";
import type { TimePlaces } from "./time-places.ts";

/**
 * Drawings are as wide as the page lets them be: along the time everything is placed in shares of the width, text
 * and heights are in pixels. What is left of the plot stands at negative places, so the page leaves room there.
 */
export const NARROWEST = 240;
/** How wide a character of the soundings is, in pixels. */
export const CHARACTER = 6.6;

/** Moments on one drawing. */
export interface AcrossTime {
  /** From 0 to 1. */
  readonly share: (at: number) => number;
  /** The same as SVG writes it. */
  readonly percent: (at: number) => string;
  readonly width: (from: number, to: number) => string;
}

export function acrossTime({ shareOf }: TimePlaces): AcrossTime {
  const written = (share: number) => `${Math.round(10_000 * share) / 100}%`;
  return {
    share: shareOf,
    percent: (at) => written(shareOf(at)),
    width: (from, to) => written(shareOf(to) - shareOf(from)),
  };
}

/** What is on a drawing, how high it is, and where its plots are. */
export interface DrawnPlots {
  readonly svg: string;
  readonly height: number;
  readonly plots: readonly PlotPlace[];
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

/** The axis: a rule, a tick for each round moment, the unit at its end. */
export function drawTimeAxis(run: Run, across: AcrossTime, y: number): string {
  const { duration, unit } = run;
  const ticks = apart(scaleLinear().domain([0, duration]).ticks(4), across);
  const last = ticks.at(-1) ?? 0;
  const isInSeconds = unit === "ms" && duration >= LONG;
  const said = isInSeconds ? " s" : UNITS[unit];
  return [
    element("line", { class: "run-axis", x2: "100%", y1: y, y2: y }),
    ...ticks.map((at) => {
      const x = across.percent(at);
      const text = `${sayNumber(isInSeconds ? at / 1000 : at)}${at === last ? said : ""}`;
      const tick = element("line", { class: "run-axis", x1: x, x2: x, y1: y, y2: y + 4 });
      return tick + sounding("run-tick", { x, y: y + 17, anchor: anchorAt(across.share(at)) }, text);
    }),
  ].join("");
}

const UNITS: Readonly<Record<Run["unit"], string>> = { step: "", "/s": "/s", s: " s", ms: " ms" };
/** The least room between two ticks, as a share of the width. */
const APART = 0.16;

function apart(ticks: readonly number[], { share }: AcrossTime): readonly number[] {
  const kept: number[] = [];
  for (const tick of ticks)
    if (share(tick) - share(kept.at(-1) ?? -1) >= APART || kept.length === 0) kept.push(tick);
  return kept;
}

function anchorAt(share: number): TextPlace["anchor"] {
  if (share === 0) return undefined;
  return share > 0.94 ? "end" : "middle";
}

/** Where on a drawing a plot stands, in pixels. */
export interface PlotPlace {
  readonly top: number;
  readonly height: number;
}

/** Shaded stretches behind every plot, each with its name over the first plot where that is not there already. */
export function drawShaded(run: Run, across: AcrossTime, plots: readonly PlotPlace[]): string {
  const y = (plots[0]?.top ?? 0) - 4;
  const named = new Set<string>();
  return run.shaded
    .map(({ from, to, label }) => {
      const x = across.percent(from);
      const behind = plots.map(({ top, height }) =>
        element("rect", { class: "run-shade", x, y: top, width: across.width(from, to), height }),
      );
      const isLate = across.share(from) > 0.6;
      const place: TextPlace = isLate ? { x: across.percent(to), y, anchor: "end" } : { x, y };
      const name = named.has(label) ? "" : sounding("run-note", place, label);
      named.add(label);
      return behind.join("") + name;
    })
    .join("");
}

/** Room over the first plot for the names of what is shaded. */
export function roomForNames({ shaded }: Run): number {
  return shaded.length === 0 ? 0 : 14;
}
