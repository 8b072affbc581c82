import type { Component } from "../architecture/architecture.schema.ts";
import { readFact } from "../architecture/reading.ts";
import type { ComponentKind } from "../architecture/vocabulary.ts";
import { FACE, INK } from "./chart-ink.ts";
import { HEAVY } from "./draw-connection.ts";
import type { Box } from "./layout-sketch.ts";
import { element, escapeXml, number } from "./svg.ts";

const LINE = { class: "chart-line", fill: "none", stroke: INK.ink, "stroke-width": 1 } as const;
const SHEET_OF = {
  class: "chart-component",
  fill: INK.paper,
  stroke: INK.ink,
  "stroke-width": 1.25,
} as const;
const NAME_LENGTH = 23;

/** One component as a group: an outline that differs a little by kind, the kind as a sounding, the name. */
export function drawComponent(component: Component, box: Box, isHeavy = false): string {
  const isFleet = isKnown(component, "fleet");
  return element(
    "g",
    { "data-component": component.id },
    element("title", {}, escapeXml(`${component.name} (${component.kind})`)),
    isFleet ? fleet(box) : "",
    outline(component.kind, box, isHeavy),
    mark(component.kind, box),
    label(component, box),
  );
}

function isKnown({ facts }: Component, scale: string): boolean {
  const reading = readFact(facts["scale"]);
  return reading.kind === "known" && reading.value === scale;
}

/** What is known of a component, a mark for each fact: filled, half where it is a guess, hollow where nobody knows, crossed where two disagree. */
export function drawFactMarks({ facts }: Component, { x, y, width, height }: Box): string {
  const readings = Object.values(facts)
    .map((fact) => readFact(fact).kind)
    .filter((kind) => kind !== "missing")
    .slice(0, MOST_MARKS);
  const first = x + width / 2 - ((readings.length - 1) * MARK_STEP) / 2;
  return readings.map((kind, i) => factMark(kind, first + i * MARK_STEP, y + height)).join("");
}

const MOST_MARKS = 12;
const MARK_STEP = 9;

function factMark(kind: "unknown" | "known" | "guessed" | "disputed", x: number, y: number): string {
  const ring = { ...LINE, class: "chart-mark", cx: x, cy: y, r: 2.5, fill: INK.paper };
  if (kind === "known") return element("circle", { ...ring, class: "chart-mark-known", fill: INK.ink });
  if (kind === "guessed") {
    const half = `M${number(x)} ${number(y - 2.5)}a2.5 2.5 0 0 1 0 5z`;
    return element("circle", ring) + element("path", { class: "chart-mark-known", d: half, fill: INK.ink });
  }
  const cross = element("path", { ...LINE, class: "chart-mark", d: `M${x - 2} ${y - 2}l4 4m0 -4l-4 4` });
  return element("circle", ring) + (kind === "disputed" ? cross : "");
}

/** Many of the same: two more edges behind the first. */
function fleet({ x, y, width, height }: Box): string {
  const edge = (offset: number) =>
    element("path", {
      ...LINE,
      stroke: INK.rule,
      class: "chart-line-quiet",
      d: `M${x + 8} ${y - offset}H${x + width + offset}V${y + height - 8}`,
    });
  return edge(6) + edge(3);
}

function outline(kind: ComponentKind, box: Box, isHeavy: boolean): string {
  const { x, y, width, height } = box;
  const heavy = isHeavy ? { "stroke-width": HEAVY } : {};
  if (kind === "enforcer") return element("path", { ...SHEET_OF, ...heavy, d: cutCorners(box, 10) });
  return element("rect", {
    ...SHEET_OF,
    x,
    y,
    width,
    height,
    rx: CORNERS[kind] ?? 1,
    "stroke-width": kind === "executor" ? 2 : 1.25,
    "stroke-dasharray": DASHES[kind],
    ...heavy,
  });
}

const CORNERS: Partial<Record<ComponentKind, number>> = { person: 28, client: 10, network: 14 };
const DASHES: Partial<Record<ComponentKind, string>> = { external: "5 4", monitor: "1.5 3", network: "12 3" };

function cutCorners({ x, y, width, height }: Box, cut: number): string {
  const [right, bottom] = [x + width, y + height];
  return (
    `M${x + cut} ${y}H${right - cut}L${right} ${y + cut}V${bottom - cut}L${right - cut} ${bottom}` +
    `H${x + cut}L${x} ${bottom - cut}V${y + cut}Z`
  );
}

/** One more hairline or two, placed by kind. */
function mark(kind: ComponentKind, { x, y, width, height }: Box): string {
  const [right, bottom] = [x + width, y + height];
  const paths: Partial<Record<ComponentKind, string>> = {
    store: `M${x} ${bottom - 5}H${right}M${x} ${bottom - 8}H${right}`,
    cache: `M${x} ${bottom - 5}H${right}`,
    queue: `M${right - 5} ${y}V${bottom}M${right - 9} ${y}V${bottom}M${right - 13} ${y}V${bottom}`,
    gateway: `M${x + 5} ${y}V${bottom}M${right - 5} ${y}V${bottom}`,
    directory: `M${x + 5} ${y}V${bottom}M${x + 8} ${y}V${bottom}`,
    controller: `M${x} ${y + 5}H${right}`,
    scheduler: `M${x} ${y + 5}H${right}M${x} ${y + 8}H${right}`,
    config: `M${right - 12} ${y}V${y + 12}H${right}`,
    worker: `M${x + 5} ${y}V${bottom}`,
  };
  const d = paths[kind];
  return d === undefined ? "" : element("path", { ...LINE, d });
}

function label({ kind, name }: Component, { x, y, width }: Box): string {
  const lines = wrapName(name);
  const middle = x + width / 2;
  const text = { "text-anchor": "middle", x: middle };
  return [
    element(
      "text",
      {
        ...text,
        class: "chart-kind",
        y: y + (lines.length === 1 ? 21 : 16),
        fill: INK.faint,
        "font-family": FACE.mono,
        "font-size": 9.5,
      },
      escapeXml(kind),
    ),
    ...lines.map((line, i) =>
      element(
        "text",
        {
          ...text,
          class: "chart-name",
          y: y + (lines.length === 1 ? 38 : 31 + i * 15),
          fill: INK.ink,
          "font-family": FACE.sans,
          "font-size": 13.5,
          "font-weight": 500,
        },
        escapeXml(line),
      ),
    ),
  ].join("");
}

/** At most two lines, broken between words where that is possible; what does not fit ends in an ellipsis. */
export function wrapName(name: string): readonly string[] {
  const characters = Array.from(name.trim());
  const fits = fitting(characters);
  if (characters.length <= fits) return [characters.join("")];
  const space = characters.lastIndexOf(" ", fits);
  const cut = space > 0 ? space : fits;
  const rest = characters.slice(space > 0 ? cut + 1 : cut);
  const fitsSecond = fitting(rest);
  const second = fitsSecond < rest.length ? [...rest.slice(0, wholeUpTo(rest, fitsSecond - 1)), "…"] : rest;
  return [characters.slice(0, cut).join(""), second.join("")];
}

/** How many of these characters have room on a line of `NAME_LENGTH` ordinary ones. */
function fitting(characters: readonly string[]): number {
  let room = NAME_LENGTH;
  const first = characters.findIndex((character) => (room -= widthOf(character)) < 0);
  return first < 0 ? characters.length : wholeUpTo(characters, first);
}

/** So many characters, or fewer where a mark would be parted from its letter. */
function wholeUpTo(characters: readonly string[], count: number): number {
  const letter = characters.slice(0, count + 1).findLastIndex((character) => !/\p{M}/u.test(character));
  return letter > 0 ? letter : count;
}

/** As a share of an ordinary letter: ideographs and pictures take two, capitals a little more than one. */
function widthOf(character: string): number {
  if (
    /[\p{Extended_Pictographic}\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\uff00-\uff60]/u.test(
      character,
    )
  )
    return 2;
  if (/[WM@%]/.test(character)) return 1.9;
  return /\p{Lu}/u.test(character) ? 1.2 : 1;
}
