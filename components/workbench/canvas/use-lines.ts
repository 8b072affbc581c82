import { useDeferredValue, useEffect, useMemo, useRef, useState } from "react";
import type { LinesAsked, LinesDrawn } from "./lines.worker.ts";
import {
  areCrowded,
  createLineAsker,
  drawLines,
  keepLines,
  wantedLines,
  type DrawnSeam,
  type Lines,
  type LinesWanted,
  type Sketch,
} from "./sketch-drawing.ts";

/** The ways of the lines: many are drawn straight, which costs little, few around the boxes, in a worker. */
export function useLines(sketch: Sketch, seams: readonly DrawnSeam[]): Lines {
  const isCrowded = areCrowded(sketch.architecture);
  const settled = useDeferredValue(sketch);
  const [drawAgain] = useState(createRedrawer);
  const straight = useMemo(
    () => (isCrowded ? drawAgain(settled, seams) : null),
    [isCrowded, drawAgain, settled, seams],
  );
  const routed = useRoutedLines(sketch, seams, !isCrowded);
  return straight ?? routed;
}

function createRedrawer(): (sketch: Sketch, seams: readonly DrawnSeam[]) => Lines {
  const ask = createLineAsker();
  let known = NO_LINES;
  return (sketch, seams) => {
    const wanted = ask(sketch, seams);
    if (wanted !== null) known = keepLines(known, drawLines(wanted));
    return known;
  };
}

/**
 * The first are found at once, so that a sketch opens as it will look; later ones in a worker: until they arrive, what
 * moved is drawn with straight lines and everything else as it was.
 */
function useRoutedLines(sketch: Sketch, seams: readonly DrawnSeam[], isWanted: boolean): Lines {
  const [lines, setLines] = useState(() => (isWanted ? drawLines(wantedLines(sketch, seams)) : NO_LINES));
  const [ask] = useState(() => {
    const first = createLineAsker();
    if (isWanted) first(sketch, seams);
    return first;
  });
  const drawer = useRef<LineDrawer | null>(null);
  useEffect(() => {
    const wanted = isWanted ? ask(sketch, seams) : null;
    if (wanted === null) return;
    drawer.current ??= createLineDrawer((drawn) => setLines((before) => keepLines(before, drawn)));
    drawer.current.draw(wanted);
  }, [ask, sketch, seams, isWanted]);
  useEffect(
    () => () => {
      drawer.current?.end();
      drawer.current = null;
    },
    [],
  );
  return lines;
}

const NO_LINES: Lines = { routes: new Map(), labels: new Map() };

interface LineDrawer {
  readonly draw: (wanted: LinesWanted) => void;
  readonly end: () => void;
}

/** Draws in a worker, and on this thread where no worker can be had. Only the last wish is answered. */
function createLineDrawer(onDrawn: (lines: Lines) => void): LineDrawer {
  let number = 0;
  let last: LinesWanted | null = null;
  let worker: Worker | null = new Worker(new URL("./lines.worker.ts", import.meta.url));
  worker.addEventListener("message", ({ data }: MessageEvent<LinesDrawn>) => {
    if (data.number === number) onDrawn(data.lines);
  });
  worker.addEventListener("error", () => {
    worker = null;
    if (last !== null) onDrawn(drawLines(last));
  });
  return {
    draw: (wanted) => {
      number += 1;
      last = wanted;
      const asked: LinesAsked = { number, wanted };
      if (worker === null) onDrawn(drawLines(wanted));
      else worker.postMessage(asked);
    },
    end: () => worker?.terminate(),
  };
}
