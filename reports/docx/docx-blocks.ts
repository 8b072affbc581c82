import {
  Bookmark,
  BorderStyle,
  ExternalHyperlink,
  HeadingLevel,
  InternalHyperlink,
  Paragraph,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TextRun,
  WidthType,
  type FileChild,
  type ParagraphChild,
} from "docx";
import type { Block, Run } from "#core/report/report-document.ts";
import { linkOf } from "../link-of.ts";
import { isLabel, STAND_TOGETHER } from "../paper-blocks.ts";
import { drawingRun } from "./docx-picture.ts";
import { CONTENT_WIDTH, INK } from "./docx-styles.ts";
import { RowOnDemand } from "./row-on-demand.ts";
import { columnWidths } from "../column-widths.ts";
import { xmlText } from "./xml-text.ts";

/** The figures of a document as PNG, by the id of their block; without those that are too large for a page. */
export type Pictures = Map<string, Uint8Array>;

export type FigureBlock = Extract<Block, { type: "figure" }>;

export function picturesOf(blocks: readonly Block[]): readonly FigureBlock[] {
  return blocks.flatMap((block) => {
    if (block.type === "figure") return [block];
    return block.type === "list" ? block.items.flatMap(picturesOf) : [];
  });
}

export interface Around {
  readonly pictures: Pictures;
  readonly key: string;
  /** The first paragraph begins a page. */
  readonly isNewPage?: boolean;
  /** How many lists it lies in. */
  readonly depth?: number;
}

export function blockParts(
  block: Exclude<Block, { type: "page-break" }>,
  around: Around,
): readonly FileChild[] {
  const pageBreakBefore = around.isNewPage === true;
  const indent = around.depth === undefined ? {} : { indent: { left: 400 * around.depth } };
  switch (block.type) {
    case "heading":
      return [
        new Paragraph({
          heading: LEVELS[block.level],
          pageBreakBefore,
          children: [
            new Bookmark({ id: bookmarkOf(block.id), children: [new TextRun(xmlText(block.text))] }),
          ],
        }),
      ];
    case "paragraph":
      return [
        new Paragraph({
          children: runParts(block.runs),
          pageBreakBefore,
          keepNext: isLabel(block.runs),
          ...indent,
        }),
      ];
    case "invariant":
      return [
        new Paragraph({ style: "Quote", text: xmlText(block.sentence), pageBreakBefore }),
        new Paragraph({ style: "QuoteSource", text: xmlText(block.below) }),
      ];
    case "list":
      return listParts(block, around);
    case "definitions":
      return [definitionsTable(block.entries), gap()];
    case "table":
      return tableParts(block, pageBreakBefore);
    case "figure":
      return figureParts(block, around, pageBreakBefore);
  }
}

const LEVELS = {
  1: HeadingLevel.HEADING_1,
  2: HeadingLevel.HEADING_2,
  3: HeadingLevel.HEADING_3,
  4: HeadingLevel.HEADING_4,
} as const;

/** Names of bookmarks are at most 40 characters, and begin with a letter. */
function bookmarkOf(id: string): string {
  return `h_${id.replaceAll(/\W/g, "_")}`.slice(0, 40);
}

function runParts(runs: readonly Run[]): readonly ParagraphChild[] {
  return runs.map((run) => {
    const words = { text: xmlText(run.text), ...FACES[run.face ?? "plain"] };
    const href = linkOf(run);
    if (href === null) return new TextRun(words);
    const children = [new TextRun({ ...words, style: "Hyperlink" })];
    return href.startsWith("#")
      ? new InternalHyperlink({ anchor: bookmarkOf(href.slice(1)), children })
      : new ExternalHyperlink({ link: href, children });
  });
}

const FACES = {
  plain: {},
  strong: { bold: true },
  emphasis: { italics: true },
  mono: { style: "MonoText" },
} as const;

function listParts(
  { isOrdered, items }: Extract<Block, { type: "list" }>,
  around: Around,
): readonly FileChild[] {
  const depth = (around.depth ?? 0) + 1;
  const level = Math.min(5, depth - 1);
  return items.flatMap((blocks, i) =>
    blocks.flatMap((block, j): readonly FileChild[] => {
      if (block.type === "page-break") return [];
      const key = `${around.key} ${i} ${j}`;
      if (block.type !== "paragraph" || j > 0)
        return blockParts(block, { pictures: around.pictures, key, depth });
      const numbering = isOrdered
        ? { reference: "numbered", level, instance: instanceOf(around.key) }
        : { reference: "bullets", level };
      return [new Paragraph({ children: runParts(block.runs), numbering, spacing: { after: 80 } })];
    }),
  );
}

/** Every list counts from 1. */
function instanceOf(key: string): number {
  return key.split(" ").reduce((sum, part) => sum * 31 + Number(part) + 1, 7) % 100_000;
}

const NONE = { style: BorderStyle.NONE, size: 0, color: "auto" } as const;
const OPEN = { top: NONE, bottom: NONE, left: NONE, right: NONE, insideVertical: NONE } as const;
const HAIRLINE = { style: BorderStyle.SINGLE, size: 4, color: INK.hairline } as const;

const CELL_MARGINS = { left: 0, right: 140 } as const;

function cell(width: number, paragraph: Paragraph): TableCell {
  return new TableCell({ width: { size: width, type: WidthType.DXA }, children: [paragraph] });
}

const ABOVE_TABLE = { before: 200, after: 20 } as const;

function tableParts(
  { caption, head, rows }: Extract<Block, { type: "table" }>,
  pageBreakBefore: boolean,
): readonly FileChild[] {
  const widths = columnWidths(head, rows).map((share) => Math.round((share / 100) * CONTENT_WIDTH));
  const headRow = new TableRow({
    tableHeader: true,
    cantSplit: true,
    children: head.map((text, i) =>
      cell(widths[i] ?? 0, new Paragraph({ style: "TableHead", text: xmlText(text) })),
    ),
  });
  const bodyRows = rows.map(
    (row, at) =>
      new RowOnDemand(() =>
        row.map((runs, i) =>
          cell(
            widths[i] ?? 0,
            // A sum does not begin a page alone.
            new Paragraph({ style: "TableText", children: runParts(runs), keepNext: at === rows.length - 2 }),
          ),
        ),
      ),
  );
  return [
    ...(caption === ""
      ? []
      : [
          new Paragraph({
            style: "Caption",
            text: xmlText(caption),
            keepNext: true,
            pageBreakBefore,
            spacing: ABOVE_TABLE,
          }),
        ]),
    new Table({
      width: { size: CONTENT_WIDTH, type: WidthType.DXA },
      columnWidths: widths,
      margins: CELL_MARGINS,
      layout: TableLayoutType.FIXED,
      borders: { ...OPEN, insideHorizontal: HAIRLINE, bottom: HAIRLINE },
      rows: [headRow, ...bodyRows],
    }),
    gap(),
  ];
}

function definitionsTable(entries: Extract<Block, { type: "definitions" }>["entries"]): Table {
  const widths = [Math.round(CONTENT_WIDTH * 0.27), Math.round(CONTENT_WIDTH * 0.73)];
  return new Table({
    width: { size: CONTENT_WIDTH, type: WidthType.DXA },
    columnWidths: widths,
    margins: CELL_MARGINS,
    layout: TableLayoutType.FIXED,
    borders: { ...OPEN, insideHorizontal: NONE },
    rows: entries.map(({ term, runs }, i) => {
      const keepNext = entries.length <= STAND_TOGETHER && i < entries.length - 1;
      const said = new Paragraph({ children: runParts(runs), spacing: { after: 60 }, keepNext });
      return new TableRow({
        cantSplit: true,
        children: [
          cell(widths[0] ?? 0, new Paragraph({ style: "Term", text: xmlText(term), keepNext })),
          cell(widths[1] ?? 0, said),
        ],
      });
    }),
  });
}

/** What keeps a table from what follows. */
function gap(): Paragraph {
  return new Paragraph({ spacing: { before: 0, after: 120, line: 120 }, text: "" });
}

const TOO_LARGE =
  "It is too large to be read on a page of Word: it stands in the PDF, and can be saved as SVG.";

function figureParts({ id, caption, drawing }: FigureBlock, { pictures }: Around, pageBreakBefore: boolean) {
  const picture = pictures.get(id);
  if (picture === undefined)
    return [new Paragraph({ style: "Caption", pageBreakBefore, text: xmlText(`${caption} ${TOO_LARGE}`) })];
  return [
    new Paragraph({ keepNext: caption !== "", pageBreakBefore, children: [drawingRun(drawing, picture)] }),
    ...(caption === "" ? [] : [new Paragraph({ style: "Caption", text: xmlText(caption) })]),
  ];
}
