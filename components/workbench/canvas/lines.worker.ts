import { drawLines, type Lines, type LinesWanted } from "./sketch-drawing.ts";

export interface LinesAsked {
  readonly number: number;
  readonly wanted: LinesWanted;
}

export interface LinesDrawn {
  readonly number: number;
  readonly lines: Lines;
}

addEventListener("message", ({ data }: MessageEvent<LinesAsked>) => {
  const drawn: LinesDrawn = { number: data.number, lines: drawLines(data.wanted) };
  postMessage(drawn);
});
