import type { Block, Run } from "../report-document.ts";
import { PAGE_BREAK } from "./block.ts";

/** A page of A4, in lines of ordinary text and letters of a line. Only an estimate: whoever sets pages knows better. */
const PAGE = { lines: 46, letters: 92 } as const;
/** Where most of a page is written on, a new part begins the next; where little is, it goes on there. */
const FILLED = { least: 0.4, most: 0.9 } as const;
/** Parts up to this share of a page begin none of their own. */
const SHORT = 0.4;
/** Longer parts begin a page also where the one before it seems full, or just not full. */
const LONG = 1.5;
/** Pages beyond which an estimate says nothing of how full the last is. */
const ESTIMATED = 3;

/** Parts of a report in a row. A part begins a new page where that leaves no page nearly empty. */
export function withPageBreaks(parts: readonly (readonly Block[])[]): readonly Block[] {
  let pages = 0;
  return parts.flatMap((blocks) => {
    const length = blocks.reduce((sum, block) => sum + linesOf(block), 0) / PAGE.lines;
    const isNew = pages > 0 && length > SHORT && beginsPage(pages, length);
    pages = isNew ? length : pages + length;
    return isNew ? [PAGE_BREAK, ...blocks] : blocks;
  });
}

function beginsPage(pages: number, length: number): boolean {
  if (pages > ESTIMATED) return true;
  const filled = pages % 1;
  const isCertain = filled <= FILLED.most || length > LONG;
  return filled >= FILLED.least && isCertain && filled + length > 1;
}

const HEADING_LINES = { 1: 4, 2: 2.7, 3: 2, 4: 1.6 } as const;
/** A figure is drawn at most as wide as the text, which is so many of its units, and as high as a page. */
const FIGURE = { width: 623, unitsOfLine: 20.4, caption: 3, most: 42 } as const;

function linesOf(block: Block): number {
  switch (block.type) {
    case "heading":
      return HEADING_LINES[block.level];
    case "paragraph":
      return wrapped(lettersOf(block.runs), PAGE.letters) + 0.5;
    case "invariant":
      return wrapped(block.sentence.length, 74) * 1.2 + 2;
    case "list":
      return block.items.flat().reduce((sum, inner) => sum + linesOf(inner), 0);
    case "definitions":
      return block.entries.reduce((sum, { runs }) => sum + wrapped(lettersOf(runs), 66) + 0.3, 0);
    case "table": {
      const letters = 120 / Math.max(1, block.head.length);
      const rowLines = block.rows.map((row) =>
        Math.max(0, ...row.map((runs) => wrapped(lettersOf(runs), letters))),
      );
      return rowLines.reduce((sum, lines) => sum + lines * 0.8 + 0.5, 3.5);
    }
    case "figure": {
      const { width, height } = block.drawing;
      const units = height * Math.min(1, FIGURE.width / Math.max(1, width));
      return Math.min(FIGURE.most, units / FIGURE.unitsOfLine) + FIGURE.caption;
    }
    case "page-break":
      return 0;
  }
}

function wrapped(letters: number, ofLine: number): number {
  return Math.ceil(letters / ofLine);
}

function lettersOf(runs: readonly Run[]): number {
  return runs.reduce((sum, { text }) => sum + text.length, 0);
}
