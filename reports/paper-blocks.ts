import type { Block, Run } from "#core/report/report-document.ts";

type Figure = Extract<Block, { type: "figure" }>;

/** Points that the text of a page is wide and high, as far as a figure goes. */
const ROOM = { width: 467, height: 614 } as const;
/** Figures that take more of a page than this leave a gap before them, where they do not fit any more. */
const TALL = 0.3;
/** Beyond this scale a drawing reads as well when it is smaller. */
const COMFORTABLE = 0.6;
/** Of the room, so that two drawings that are compared stand on one page with their captions. */
const HALF = 0.47;

/**
 * How large a unit of a drawing is in points, where it stands between text: as wide and as high as a page at most, never
 * enlarged, and half a page where that is large enough.
 */
export function scaleOnPage({ width, height }: { readonly width: number; readonly height: number }): number {
  const [across, down] = [ROOM.width / Math.max(1, width), ROOM.height / Math.max(1, height)];
  const largest = Math.min(1, across, down);
  return Math.min(largest, Math.max(COMFORTABLE, down * HALF));
}

/** So few definitions are read at a glance, and are not parted by the end of a page. */
export const STAND_TOGETHER = 6;

/** A few words set off from the rest, such as stand over a list: they do not end a page. */
export function isLabel(runs: readonly Run[]): boolean {
  return runs.length > 0 && runs.every(({ face }) => face === "strong");
}

/**
 * The blocks of a report as they stand on paper: figures and tables are numbered, and tall figures stand after the text
 * of their section, so that the text goes on where they do not fit.
 */
export function paperBlocks(blocks: readonly Block[]): readonly Block[] {
  return numbered(withFiguresLast(blocks));
}

function withFiguresLast(blocks: readonly Block[]): readonly Block[] {
  const ordered: Block[] = [];
  let waiting: Figure[] = [];
  let isText = false;
  for (const block of blocks) {
    if (block.type === "page-break" || (block.type === "heading" && block.level <= 2)) {
      ordered.push(...waiting, block);
      waiting = [];
      isText = false;
    } else if (block.type === "figure" && isText && isTall(block)) waiting.push(block);
    else {
      ordered.push(block);
      isText ||= block.type !== "heading";
    }
  }
  return [...ordered, ...waiting];
}

function isTall({ drawing }: Figure): boolean {
  return drawing.height * scaleOnPage(drawing) > ROOM.height * TALL;
}

function numbered(blocks: readonly Block[]): readonly Block[] {
  const count = { figure: 0, table: 0 };
  return blocks.map((block): Block => {
    if ((block.type !== "figure" && block.type !== "table") || block.caption === "") return block;
    const name = block.type === "figure" ? "Figure" : "Table";
    return { ...block, caption: `${name} ${(count[block.type] += 1)}. ${block.caption}` };
  });
}
