import { element } from "../diagram/svg.ts";
import { sounding, type AcrossTime, type DrawnPlots } from "./draw-frame.ts";
import { placeWords, type Box, type Word, type WordPlace } from "./place-words.ts";
import type { LanesRun, Message, Tone } from "./model.ts";

const FIRST = 26;
const STEP = 76;
const BAR = 12;
const AFTER = 40;
/** How wide a drawing of lanes is taken to be when its words are kept apart. A narrower page scrolls it. */
const WIDTH = 480;
/** Where along its arrow a word may stand, the best place first. */
const ALONG = [0.5, 0.4, 0.6, 0.3, 0.7, 0.22, 0.78] as const;
/** How far a lost message gets: so many steps of the drawing, and of the way to its lane. */
const LOST = { across: 0.05, along: 0.55 } as const;

/** Lanes with what happens on them. `id` is the drawing's own. */
export function drawLanes(run: LanesRun, across: AcrossTime, id: string): DrawnPlots {
  const height = FIRST + (run.lanes.length - 1) * STEP + AFTER;
  const head = `${id}-head`;
  const arrows = run.messages.map((message) => arrowOf(run, message, across));
  const svg = [
    drawHead(head),
    ...run.lanes.map(({ label }, i) => drawLane(label, FIRST + i * STEP)),
    ...run.spans.map((span) => drawSpan(run, span, across)),
    ...arrows.map((arrow) => drawArrow(arrow, head)),
    ...run.states.map(({ lane, at, tone }) => drawMark(tone, across.percent(at), laneY(run, lane))),
    ...drawWords(run, arrows, across),
  ].join("");
  return { svg, height, plots: [{ top: 0, height }] };
}

function drawHead(id: string): string {
  const size = { markerWidth: 9, markerHeight: 8, markerUnits: "userSpaceOnUse", orient: "auto" };
  const arrow = element("path", { class: "run-head", d: "M0-3.5L9 0L0 3.5z" });
  return element("marker", { id, viewBox: "0 -4 9 8", refX: 9, ...size }, arrow);
}

function laneY({ lanes }: LanesRun, key: string): number {
  const place = lanes.findIndex((lane) => lane.key === key);
  return FIRST + STEP * Math.max(0, place);
}

/** The name stands left of the lane, in the room that the page leaves there. */
function drawLane(label: string, y: number): string {
  return (
    element("line", { class: "run-lane", x2: "100%", y1: y, y2: y }) +
    sounding("run-lane-name", { x: -12, y: y + 4, anchor: "end" }, label)
  );
}

function drawSpan(
  run: LanesRun,
  { from, to, lane, tone }: LanesRun["spans"][number],
  across: AcrossTime,
): string {
  return element("rect", {
    class: `run-span run-span-${tone}`,
    x: across.percent(from),
    y: laneY(run, lane) - BAR / 2,
    width: across.width(from, to),
    height: BAR,
  });
}

/** From where to where an arrow goes; `x` as a share of the width. */
interface Arrow {
  readonly message: Message;
  readonly x1: number;
  readonly y1: number;
  readonly x2: number;
  readonly y2: number;
}

function arrowOf(run: LanesRun, message: Message, { share }: AcrossTime): Arrow {
  const { sent, received, from, to } = message;
  const [x1, y1, end] = [share(sent), laneY(run, from), laneY(run, to)];
  if (received !== null) return { message, x1, y1, x2: share(received), y2: end };
  return { message, x1, y1, x2: Math.min(1, x1 + LOST.across), y2: y1 + (end - y1) * LOST.along };
}

function drawArrow({ message, x1, y1, x2, y2 }: Arrow, head: string): string {
  const isLost = message.received === null;
  const arrow = element("line", {
    class: "run-message",
    x1: percent(x1),
    y1,
    x2: percent(x2),
    y2,
    "marker-end": isLost ? undefined : `url(#${head})`,
  });
  return isLost ? arrow + cross("run-lost", percent(x2), y2, "M-4-4l8 8m0-8l-8 8") : arrow;
}

function cross(className: string, x: string, y: number, d: string): string {
  return element("svg", { x, y }, element("path", { class: className, d }));
}

/** What is held, as the marks of a chart: filled where it is right, hollow where it is neither, crossed where wrong. */
function drawMark(tone: Tone, cx: string, cy: number): string {
  const ring = element("circle", { class: tone === "good" ? "run-mark-known" : "run-mark", cx, cy, r: 3.5 });
  return tone === "bad" ? ring + cross("run-mark", cx, cy, "M-2.5-2.5l5 5m0-5l-5 5") : ring;
}

function percent(share: number): string {
  return `${Math.round(share * 10_000) / 100}%`;
}

interface NamedPlace extends WordPlace {
  readonly name: string;
}

/** What is held first, then what is done, then the messages, which can give way along their arrows. */
function drawWords(run: LanesRun, arrows: readonly Arrow[], across: AcrossTime): readonly string[] {
  const lanes = run.lanes.map((_, i): Box => {
    const y = FIRST + i * STEP;
    return { left: 0, right: WIDTH, top: y - 3, bottom: y + 3 };
  });
  const words = [
    ...run.states.map((state) => stateWord(run, state, across)),
    ...run.spans.map((span) => spanWord(run, span, across)),
    ...arrows.map(messageWord),
  ];
  return placeWords(words, lanes).map(({ text, place: { name, x, y, anchor } }) =>
    sounding(name, { x: percent(x / WIDTH), y, anchor: anchor === "start" ? undefined : anchor }, text),
  );
}

/** Above or under its mark, on the side where there is room. */
function stateWord(
  run: LanesRun,
  { lane, at, value, tone }: LanesRun["states"][number],
  { share }: AcrossTime,
) {
  const [x, y] = [share(at) * WIDTH, laneY(run, lane)];
  const name = `run-state run-state-${tone}`;
  return wordAround(value, name, x, [y - 9, y + 17, y - 22, y + 30]);
}

function spanWord(run: LanesRun, { lane, from, label }: LanesRun["spans"][number], { share }: AcrossTime) {
  const [x, y] = [share(from) * WIDTH, laneY(run, lane)];
  return wordAround(label, "run-note", x, [y + 18, y - 10, y + 31, y - 23]);
}

/** A word that begins or ends at a place, or reaches over it, in the first line that has room for it. */
function wordAround(text: string, name: string, x: number, lines: readonly number[]): Word<NamedPlace> {
  const width = text.length * 6.6;
  const ways: readonly NamedPlace[] = [
    { name, x, y: 0, anchor: "start" },
    { name, x, y: 0, anchor: "end" },
    { name, x: Math.max(width / 2, Math.min(WIDTH - width / 2, x)), y: 0, anchor: "middle" },
  ];
  const fitting = ways.filter(
    ({ anchor }) => anchor === "middle" || (anchor === "start" ? x + width <= WIDTH : x - width >= 0),
  );
  return { text, places: lines.flatMap((y) => fitting.map((way) => ({ ...way, y }))) };
}

function messageWord({ message, x1, y1, x2, y2 }: Arrow): Word<NamedPlace> {
  const half = (message.label.length * 6.6) / 2;
  const places = ALONG.flatMap((way): NamedPlace[] => {
    const x = (x1 + (x2 - x1) * way) * WIDTH;
    const y = y1 + (y2 - y1) * way + 4;
    return [0, half + 6, -half - 6].map((aside) => ({
      name: "run-word",
      x: Math.max(half, Math.min(WIDTH - half, x + aside)),
      y,
      anchor: "middle",
    }));
  });
  return { text: message.label, places };
}
