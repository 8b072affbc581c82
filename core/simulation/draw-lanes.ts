import { element } from "../diagram/svg.ts";
import { across, CHARACTER, sounding } from "./draw-frame.ts";
import type { DrawnPlots } from "./draw-series.ts";
import type { LanesRun, Message, Tone } from "./model.ts";

const FIRST = 40;
const STEP = 68;
const BAR = 12;
const AFTER = 34;
/** How wide a drawing of lanes is taken to be when its words are kept from touching. A narrower page scrolls it. */
const WIDTH = 480;
const WORD_HEIGHT = 13;
/** Where along its arrow a word may stand, the best place first. */
const ALONG = [0.5, 0.36, 0.64, 0.24, 0.76, 0.14, 0.86] as const;

/** Lanes with what happens on them, and how high they are together. `id` is the drawing's own. */
export function drawLanes(run: LanesRun, id: string): DrawnPlots {
  const height = FIRST + (run.lanes.length - 1) * STEP + AFTER;
  const head = `${id}-head`;
  const svg = [
    drawHead(head),
    ...run.lanes.map(({ label }, i) => drawLane(label, FIRST + i * STEP)),
    ...run.spans.map((span) => drawSpan(run, span)),
    ...run.messages.map((message) => drawArrow(run, message, head)),
    ...drawStates(run),
    ...placeWords(run).map(({ x, y, text }) =>
      sounding("run-word", { x: across(run, x), y, anchor: "middle" }, text),
    ),
  ].join("");
  return { svg, height, plots: [{ top: 0, height }] };
}

function drawHead(id: string): string {
  return element(
    "marker",
    {
      id,
      viewBox: "0 -4 9 8",
      refX: 9,
      markerWidth: 9,
      markerHeight: 8,
      markerUnits: "userSpaceOnUse",
      orient: "auto",
    },
    element("path", { class: "run-head", d: "M0-3.5L9 0L0 3.5z" }),
  );
}

function laneY({ lanes }: LanesRun, key: string): number {
  return (
    FIRST +
    STEP *
      Math.max(
        0,
        lanes.findIndex((lane) => lane.key === key),
      )
  );
}

function drawLane(label: string, y: number): string {
  return (
    element("line", { class: "run-lane", x2: "100%", y1: y, y2: y }) +
    sounding("run-lane-name", { x: 0, y: y - 16 }, label)
  );
}

function drawSpan(run: LanesRun, { from, to, lane, label, tone }: LanesRun["spans"][number]): string {
  const y = laneY(run, lane);
  const bar = element("rect", {
    class: `run-span run-span-${tone}`,
    x: across(run, from),
    y: y - BAR / 2,
    width: across(run, to - from),
    height: BAR,
  });
  return bar + sounding("run-note", { x: across(run, from), dx: 1, y: y + BAR / 2 + 13 }, label);
}

/** Where a message is at a share of its way; one that is lost goes no further than half of it. */
function alongMessage(run: LanesRun, message: Message, share: number): { at: number; y: number } {
  const { sent, received, from, to } = message;
  const arrives = received ?? Math.min(run.duration, sent + run.duration * 0.12);
  const [start, end] = [laneY(run, from), laneY(run, to)];
  const way = received === null ? share * 0.5 : share;
  return { at: sent + (arrives - sent) * way, y: start + (end - start) * way };
}

function drawArrow(run: LanesRun, message: Message, head: string): string {
  const [start, end] = [alongMessage(run, message, 0), alongMessage(run, message, 1)];
  const isLost = message.received === null;
  const arrow = element("line", {
    class: "run-message",
    x1: across(run, start.at),
    y1: start.y,
    x2: across(run, end.at),
    y2: end.y,
    "marker-end": isLost ? undefined : `url(#${head})`,
  });
  const cross = element(
    "svg",
    { x: across(run, end.at), y: end.y },
    element("path", { class: "run-lost", d: "M-4-4l8 8m0-8l-8 8" }),
  );
  return isLost ? arrow + cross : arrow;
}

/** What is held, as the marks of a chart: filled where it is right, hollow where it is neither, crossed where wrong. */
function drawStates(run: LanesRun): readonly string[] {
  return run.states.map(({ lane, at, value, tone }) => {
    const y = laneY(run, lane);
    const x = across(run, at);
    const isLate = at + (value.length * CHARACTER * run.duration) / WIDTH > run.duration;
    return (
      drawMark(tone, x, y) +
      sounding(
        `run-state run-state-${tone}`,
        { x, dx: isLate ? -7 : 7, y: y - 8, anchor: isLate ? "end" : undefined },
        value,
      )
    );
  });
}

function drawMark(tone: Tone, cx: string, cy: number): string {
  const ring = element("circle", { class: tone === "good" ? "run-mark-known" : "run-mark", cx, cy, r: 3.5 });
  if (tone !== "bad") return ring;
  return (
    ring + element("svg", { x: cx, y: cy }, element("path", { class: "run-mark", d: "M-3-3l6 6m0-6l-6 6" }))
  );
}

interface Word {
  /** A moment. */
  readonly x: number;
  readonly y: number;
  readonly text: string;
}

/** The words of the messages, each where it touches none that already stands. */
function placeWords(run: LanesRun): readonly Word[] {
  const placed: Word[] = [];
  for (const message of run.messages) {
    const places = ALONG.map((share): Word => {
      const { at, y } = alongMessage(run, message, share);
      return { x: within(run, at, message.label), y: y + 4, text: message.label };
    });
    const free = places.find((place) => !placed.some((other) => touch(run, place, other)));
    const word = free ?? places[0];
    if (word !== undefined) placed.push(word);
  }
  return placed;
}

function halfOf({ duration }: LanesRun, text: string): number {
  return (((text.length + 1) * CHARACTER) / 2 / WIDTH) * duration;
}

function within(run: LanesRun, at: number, text: string): number {
  const half = halfOf(run, text);
  return Math.max(half, Math.min(run.duration - half, at));
}

function touch(run: LanesRun, a: Word, b: Word): boolean {
  return Math.abs(a.y - b.y) < WORD_HEIGHT && Math.abs(a.x - b.x) < halfOf(run, a.text) + halfOf(run, b.text);
}
