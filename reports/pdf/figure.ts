import type { Block, Drawing } from "#core/report/report-document.ts";
import { scaleOnPage } from "../paper-blocks.ts";
import { drawingNode } from "./drawing.ts";
import { view, type PdfNode, type Tags } from "./node.ts";
import { A4, contentOf, SHEETS, type Sheet } from "./sheet.ts";
import type { Typesetter } from "./typeset.ts";

export type FigureBlock = Extract<Block, { type: "figure" }>;

/** Points that the caption takes with what is around it, and a heading above it. */
const CAPTION = 92;
/** Below this scale the kinds of components (9.5 units) are too small to read. */
const READABLE = 0.45;

/**
 * The sheet that a figure needs: null where it can be read between the text. A chart too large for that is given a
 * sheet of its own, as large as it takes, the way large charts are folded into a book.
 */
export function sheetFor({ drawing }: FigureBlock): Sheet | null {
  if (scaleOn(A4, drawing) >= READABLE) return null;
  return SHEETS.find((sheet) => scaleOn(sheet, drawing) >= READABLE) ?? largest(drawing);
}

function largest(drawing: Drawing): Sheet {
  const isWide = drawing.width > drawing.height;
  return SHEETS.findLast(({ width, height }) => width > height === isWide) ?? A4;
}

/** How large a unit of the drawing is in points; a drawing is never enlarged. */
function scaleOn(sheet: Sheet, drawing: Drawing): number {
  if (sheet === A4) return scaleOnPage(drawing);
  const { width, height } = drawing;
  const room = contentOf(sheet);
  return Math.min(1, room.width / Math.max(1, width), (room.height - CAPTION) / Math.max(1, height));
}

export function figureOf(
  set: Typesetter,
  block: FigureBlock,
  key: string,
  around: Tags,
  sheet: Sheet = A4,
): readonly PdfNode[] {
  const { caption, drawing, id } = block;
  const figure = { type: "Figure", key, alternative: drawing.alternative };
  const wide = Math.max(1, drawing.width) * scaleOn(sheet, drawing);
  const drawn = { ...drawingNode(drawing, wide, set.fonts) };
  return [
    view(
      { marginTop: 8, marginBottom: 14 },
      [
        { ...drawn, props: { ...drawn.props, tags: [...around, figure] } },
        ...(caption === ""
          ? []
          : [
              set.text("sounding", caption, {
                style: { marginTop: 7 },
                tags: [...around, { type: "Caption", key: `${key} caption` }],
              }),
            ]),
      ],
      { wrap: false, id },
    ),
  ];
}
