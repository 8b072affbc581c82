import { scaleLinear, scaleLog } from "d3-scale";
import { element } from "../diagram/svg.ts";
import {
  CHARACTER,
  NARROWEST,
  roomForNames,
  sounding,
  type DrawnPlots,
  type PlotPlace,
} from "./draw-frame.ts";
import { pathData, type Place } from "./draw-path.ts";
import type { Line, Panel, SeriesRun } from "./model.ts";
import { sayNumber } from "./say-number.ts";

const PLOT = 92;
const TITLE = 18;
const KEY_ROW = 17;
const GAP = 26;
/** Two units to a pixel along y, so that whole numbers are fine enough. */
const UNITS = { width: 600, height: 2 * PLOT } as const;
const FINEST = 1.6;
const SAMPLE = 20;
/** Room for a value behind the name of its line. */
const VALUE = 8 * CHARACTER;

/** The panels of a run one under the other. */
export function drawPanels(run: SeriesRun, beside: SeriesRun | null): DrawnPlots {
  let top = 0;
  const plots: PlotPlace[] = [];
  let line = 0;
  const drawn: string[] = [];
  for (const [i, panel] of run.panels.entries()) {
    const entries = placeKeys(panel.lines);
    const plot =
      top + TITLE + (entries.at(-1)?.row ?? 0) * KEY_ROW + KEY_ROW + 8 + (i === 0 ? roomForNames(run) : 0);
    plots.push({ top: plot, height: PLOT });
    drawn.push(
      sounding("run-title", { x: 0, y: top + 12 }, withUnit(panel.label, panel.unit)),
      ...entries.map((entry, k) => drawKey(entry, line + k, top + TITLE + 11)),
      drawPlot(run, panel, plot, beside?.panels[i]),
    );
    line += panel.lines.length;
    top = plot + PLOT + GAP;
  }
  return { svg: drawn.join(""), height: top - GAP, plots };
}

function withUnit(label: string, unit: string): string {
  return unit === "" ? label : `${label}, ${unit}`;
}

interface KeyEntry {
  readonly line: Line;
  readonly index: number;
  readonly x: number;
  readonly row: number;
}

/** The names of the lines, side by side as far as the narrowest page has room. */
function placeKeys(lines: readonly Line[]): readonly KeyEntry[] {
  let [x, row] = [0, 0];
  return lines.map((line, index) => {
    const width = SAMPLE + 6 + line.label.length * CHARACTER + VALUE + 10;
    if (x > 0 && x + width > NARROWEST + VALUE) [x, row] = [0, row + 1];
    const entry = { line, index, x, row };
    x += width;
    return entry;
  });
}

function drawKey({ line, index, x, row }: KeyEntry, number: number, baseline: number): string {
  const y = baseline + row * KEY_ROW;
  const name = x + SAMPLE + 6;
  return [
    element("line", { class: lineClass(index), x1: x, x2: x + SAMPLE, y1: y - 4, y2: y - 4 }),
    sounding("run-key", { x: name, y }, line.label),
    element(
      "text",
      {
        class: "run-value",
        "data-value": number,
        x: name + (line.label.length + 1) * CHARACTER,
        y,
      },
      "",
    ),
  ].join("");
}

/** Lines of a panel are told apart by their dashes; the fifth would look like the first. */
function lineClass(index: number): string {
  return `run-line run-line-${(index % 4) + 1}`;
}

function drawPlot(run: SeriesRun, panel: Panel, top: number, beside: Panel | undefined): string {
  const scale = scaleOf(panel, beside);
  const inPlot = element(
    "svg",
    {
      y: top,
      width: "100%",
      height: PLOT,
      viewBox: `0 0 ${UNITS.width} ${UNITS.height}`,
      preserveAspectRatio: "none",
    },
    element("path", {
      class: "run-grid",
      d: scale.ticks.map((tick) => `M0 ${scale.place(tick)}h${UNITS.width}`).join(""),
    }),
    ...panel.levels.map(({ value }) =>
      element("path", { class: "run-level", d: `M0 ${scale.place(value)}h${UNITS.width}` }),
    ),
    ...panel.lines.map((line, i) => element("path", { class: lineClass(i), d: pathOf(run, line, scale) })),
  );
  return [
    inPlot,
    ...scale.ticks.map((tick) =>
      sounding("run-tick", { x: -6, y: top + scale.place(tick) / 2 + 3.5, anchor: "end" }, sayTick(tick)),
    ),
    ...panel.levels.map(({ label, value }) => drawLevel(label, top + scale.place(value) / 2)),
  ].join("");
}

function drawLevel(label: string, y: number): string {
  return sounding("run-note", { x: "100%", y: y - 4, anchor: "end" }, label);
}

function pathOf({ times, duration }: SeriesRun, { values }: Line, scale: PanelScale): string {
  const places = times.map((time, i): Place => [
    (UNITS.width * time) / duration,
    scale.place(values[i] ?? 0),
  ]);
  return pathData(places, FINEST);
}

interface PanelScale {
  readonly ticks: readonly number[];
  readonly place: (value: number) => number;
}

/** One scale for both runs of a comparison. A logarithm begins at 1: less is drawn at the bottom. */
function scaleOf(panel: Panel, beside: Panel | undefined): PanelScale {
  const largest = Math.max(highest(panel), beside === undefined ? 0 : highest(beside), 1);
  const range = [UNITS.height, 0];
  if (panel.scale === "linear") {
    const scale = scaleLinear().domain([0, largest]).nice(3).range(range);
    return { ticks: scale.ticks(3), place: (value) => round(scale(value)) };
  }
  const scale = scaleLog()
    .domain([1, Math.max(10, largest)])
    .nice()
    .range(range);
  const powers = scale.ticks().filter((tick) => /^10*$/.test(String(tick)));
  const every = Math.ceil((powers.length - 1) / 3);
  return {
    ticks: powers.filter((_, i) => i % every === 0),
    place: (value) => round(scale(Math.max(1, value))),
  };
}

function highest({ lines, levels }: Panel): number {
  return Math.max(...levels.map(({ value }) => value), ...lines.flatMap(({ values }) => values));
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}

/** Thousands are short in the margin. */
function sayTick(value: number): string {
  return value >= 1000 && value % 100 === 0 ? `${sayNumber(value / 1000)}k` : sayNumber(value);
}
