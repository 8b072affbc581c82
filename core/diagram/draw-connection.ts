import type { ConnectionKind } from "../architecture/vocabulary.ts";
import { INK } from "./chart-ink.ts";
import type { Point } from "./route-lines.ts";
import { element, number } from "./svg.ts";

type Head = "filled" | "open" | "diamond" | "ring" | "bar";

interface Style {
  readonly dash?: string;
  readonly head: Head;
  readonly width: number;
}

const STYLES: Readonly<Record<ConnectionKind, Style>> = {
  call: { head: "filled", width: 1.25 },
  send: { head: "open", width: 1.25, dash: "9 4" },
  read: { head: "open", width: 1 },
  write: { head: "filled", width: 1 },
  replicate: { head: "open", width: 3.5 },
  decide: { head: "diamond", width: 1.25 },
  control: { head: "bar", width: 1.25 },
  observe: { head: "ring", width: 1, dash: "1.5 3.5" },
  configure: { head: "open", width: 1, dash: "10 3 2 3" },
};

/** Where two drawings are compared, what differs is heavy and the rest steps back. */
export type Emphasis = "plain" | "heavy" | "quiet";

const EMPHASIS_INK = { plain: INK.soft, heavy: INK.ink, quiet: INK.rule } as const;
export const HEAVY = 2.75;

/** One connection along its route; the kind shows in the line and in the head at the far end. */
export function drawConnection(
  id: string,
  kind: ConnectionKind,
  route: readonly Point[],
  emphasis: Emphasis = "plain",
): string {
  const ink = EMPHASIS_INK[emphasis];
  const { dash, head, width } = STYLES[kind];
  const line = { fill: "none", "stroke-linejoin": "round", d: pathOf(route) } as const;
  return element(
    "g",
    { "data-connection": id },
    element("path", {
      ...line,
      class: "chart-connection",
      stroke: ink,
      "stroke-width": emphasis === "heavy" ? HEAVY : width,
      "stroke-dasharray": dash,
    }),
    // A copy is kept in step along two lines: the wide one with paper down its middle.
    kind === "replicate"
      ? element("path", { ...line, class: "chart-connection-core", stroke: INK.paper, "stroke-width": 1.5 })
      : "",
    drawHead(head, route, ink),
  );
}

/** The stitched line between the two sides of a seam. */
export function drawSeam(key: string, route: readonly Point[]): string {
  const [start, end] = [route[0], route.at(-1)];
  const hole = (point: Point | undefined) =>
    point === undefined
      ? ""
      : element("circle", {
          class: "chart-seam-hole",
          cx: point.x,
          cy: point.y,
          r: 3.5,
          fill: INK.paper,
          stroke: INK.seam,
          "stroke-width": 2,
        });
  const line = { fill: "none", "stroke-linejoin": "round", d: pathOf(route) } as const;
  return element(
    "g",
    { "data-seam": key },
    element("path", { ...line, class: "chart-seam-bed", stroke: INK.paper, "stroke-width": 7 }),
    element("path", {
      ...line,
      class: "chart-seam",
      stroke: INK.seam,
      "stroke-width": 3,
      "stroke-dasharray": "9 6",
    }),
    hole(start),
    hole(end),
  );
}

export function pathOf(route: readonly Point[]): string {
  return route.map(({ x, y }, i) => `${i === 0 ? "M" : "L"}${number(x)} ${number(y)}`).join("");
}

function drawHead(head: Head, route: readonly Point[], ink: string): string {
  const [before, tip] = [route.at(-2), route.at(-1)];
  if (before === undefined || tip === undefined) return "";
  const length = Math.hypot(tip.x - before.x, tip.y - before.y) || 1;
  const along = { x: (tip.x - before.x) / length, y: (tip.y - before.y) / length };
  /** A point so far back from the tip and so far to the side. */
  const at = (back: number, side: number) =>
    `${number(tip.x - along.x * back - along.y * side)} ${number(tip.y - along.y * back + along.x * side)}`;
  const open = { class: "chart-head-open", fill: "none", stroke: ink, "stroke-width": 1.25 };
  const hollow = { ...open, class: "chart-head-hollow", fill: INK.paper };
  const arrow = { class: "chart-head", fill: ink, d: `M${at(0, 0)}L${at(9, 3.5)}L${at(9, -3.5)}Z` };
  switch (head) {
    case "filled":
      return element("path", arrow);
    case "open":
      return element("path", { ...open, d: `M${at(8, 4)}L${at(0, 0)}L${at(8, -4)}` });
    case "diamond":
      return element("path", { ...hollow, d: `M${at(0, 0)}L${at(6, 4)}L${at(12, 0)}L${at(6, -4)}Z` });
    case "bar":
      return element("path", arrow) + element("path", { ...open, d: `M${at(12, 4.5)}L${at(12, -4.5)}` });
    case "ring":
      return element("circle", {
        ...hollow,
        cx: tip.x - along.x * 3.5,
        cy: tip.y - along.y * 3.5,
        r: 3.5,
      });
  }
}
