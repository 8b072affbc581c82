import { element } from "../diagram/svg.ts";
import { CHARACTER, NARROWEST, sounding, type AcrossTime, type TextPlace } from "./draw-frame.ts";
import type { Run, StripPiece } from "./model.ts";

/** How much of the drawing the strip takes, its words included. */
export const STRIP_HEIGHT = 34;
const LINE = 7;
const WORDS = 27;
/** Stretches shorter than this share of the run are joined to what is around them: nobody could see them. */
const FINEST = 1 / 400;

/**
 * The checked invariant under the time axis. Where it holds, the quiet graduation of a chart's edge; where it is
 * broken, the stitches of a seam. Each state has its word, so that nothing hangs on the colour.
 */
export function drawStrip(run: Run, across: AcrossTime, top: number): string {
  const pieces = joined(run);
  return element(
    "g",
    { class: "run-strip" },
    ...pieces.map((piece) => drawPiece(piece, across, top + LINE)),
    ...wordsFor(across, pieces).map(({ text, place }) =>
      sounding(`run-${text}-word`, { ...place, y: top + WORDS }, text),
    ),
  );
}

function drawPiece({ from, to, state }: StripPiece, across: AcrossTime, y: number): string {
  const [x1, x2] = [across.percent(from), across.percent(to)];
  const line = (name: string) => element("line", { class: name, x1, x2, y1: y, y2: y });
  if (state === "holds") return line("run-holds-edge") + line("run-holds");
  const hole = (cx: string) => element("circle", { class: "run-hole", cx, cy: y, r: 3.5 });
  return line("run-broken") + hole(x1) + hole(x2);
}

/** Broken stretches are kept however short they are; gaps between them that nobody could see are not. */
function joined({ strip, duration }: Run): readonly StripPiece[] {
  const pieces: { from: number; to: number; state: StripPiece["state"] }[] = [];
  for (const [i, { from, to, state }] of strip.entries()) {
    const last = pieces.at(-1);
    const isGap = state === "holds" && i > 0 && i < strip.length - 1 && to - from < duration * FINEST;
    if (last !== undefined && (isGap || last.state === state)) last.to = to;
    else pieces.push({ from, to, state });
  }
  return pieces;
}

interface Word {
  readonly text: StripPiece["state"];
  readonly place: TextPlace;
  readonly from: number;
  readonly to: number;
}

/** The longest stretches get their word first; a word that would touch another is left out. */
function wordsFor(across: AcrossTime, pieces: readonly StripPiece[]): readonly Word[] {
  const words: Word[] = [];
  const byNeed = pieces.toSorted(
    (a, b) => Number(b.state === "broken") - Number(a.state === "broken") || b.to - b.from - (a.to - a.from),
  );
  for (const piece of byNeed) {
    const word = wordOf(across, piece);
    const isFirst = !words.some(({ text }) => text === word.text);
    const fits =
      across.share(piece.to) - across.share(piece.from) >= word.to - word.from ||
      (isFirst && piece.state === "broken");
    if (fits && words.every(({ from, to }) => word.to < from || to < word.from)) words.push(word);
  }
  return words;
}

/** Places as shares of the width. */
function wordOf(across: AcrossTime, { from, to, state }: StripPiece): Word {
  const length = ((state.length + 1) * CHARACTER) / NARROWEST;
  const [start, end] = [across.share(from), across.share(to)];
  return start + length > 1
    ? { text: state, from: end - length, to: end, place: { x: across.percent(to), y: 0, anchor: "end" } }
    : { text: state, from: start, to: start + length, place: { x: across.percent(from), y: 0 } };
}
