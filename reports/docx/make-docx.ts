import {
  AlignmentType,
  BorderStyle,
  Document,
  Footer,
  LevelFormat,
  Packer,
  PageNumber,
  Paragraph,
  TableOfContents,
  TabStopType,
  TextRun,
  type FileChild,
} from "docx";
import { estimatePageNumbersWith } from "docx/layout";
import type { Block, Cover, ReportDocument } from "#core/report/report-document.ts";
import { paperBlocks } from "../paper-blocks.ts";
import type { OnProgress, ReportAssets } from "../report-assets.ts";
import { FaceShelf } from "../fonts/face-shelf.ts";
import { createDraw } from "../picture/make-png.ts";
import { dateWords } from "../date-words.ts";
import { blockParts, picturesOf, type Pictures } from "./docx-blocks.ts";
import { logoRun, longestOf } from "./docx-picture.ts";
import { DOCX_STYLES, INK, PAGE } from "./docx-styles.ts";
import { sameBytes } from "./same-bytes.ts";
import { xmlText } from "./xml-text.ts";

/** A report as a Word document: with styles, a table of contents that is filled in, captions and page numbers. */
export async function makeDocx(
  { cover, blocks: given }: ReportDocument,
  assets: ReportAssets,
  onProgress: OnProgress = () => undefined,
): Promise<Uint8Array> {
  const blocks = paperBlocks(given);
  const figures = picturesOf(blocks);
  const pictures: Pictures = new Map();
  const draw = await createDraw(
    figures.map(({ drawing }) => drawing),
    assets,
  );
  for (const [i, { id, drawing }] of figures.entries()) {
    onProgress(0.05 + (0.7 * i) / figures.length, `Drawing figure ${i + 1} of ${figures.length}`);
    const longest = longestOf(drawing);
    if (longest !== null) pictures.set(id, draw(onWhite(drawing), { ground: "#ffffff", longest }));
  }
  onProgress(0.8, "Writing the document");
  const shelf = await FaceShelf.open(assets);
  const document = new Document({
    title: xmlText(cover.title),
    subject: xmlText(cover.subtitle),
    creator: xmlText(cover.author === "" ? "Seamark" : cover.author),
    lastModifiedBy: "Seamark",
    styles: DOCX_STYLES,
    numbering: { config: [NUMBERED, BULLETS] },
    ...(blocks.length > MOST_COUNTED ? {} : { pageNumbers: estimatePageNumbersWith({ guess: true }) }),
    sections: [
      {
        properties: { page: PAGE, titlePage: true },
        footers: { default: footOf(cover), first: new Footer({ children: [new Paragraph({})] }) },
        children: [...coverParts(cover), ...contentsOf(blocks), ...bodyOf(blocks, pictures)],
      },
    ],
  });
  const bytes = await Packer.toArrayBuffer(document);
  onProgress(0.95, "Closing the document");
  return sameBytes(new Uint8Array(bytes), cover.date, (text) => shelf.readingOf(text));
}

/** Counting pages takes longer than all else; of a longer report Word counts them itself, and asks before it does. */
const MOST_COUNTED = 150;

/** Paper is white, so what is paper in a drawing is. */
function onWhite<T extends { readonly svg: string }>(drawing: T): T {
  return { ...drawing, svg: drawing.svg.replaceAll("#fbfaf5", "#ffffff") };
}

const NUMBERED = marks("numbered", LevelFormat.DECIMAL, (level) => `%${level + 1}.`);
const BULLETS = marks("bullets", LevelFormat.BULLET, () => "–");

function marks(
  reference: string,
  format: (typeof LevelFormat)[keyof typeof LevelFormat],
  textOf: (level: number) => string,
) {
  return {
    reference,
    levels: Array.from({ length: 6 }, (_, level) => ({
      level,
      format,
      text: textOf(level),
      alignment: AlignmentType.START,
      style: { paragraph: { indent: { left: 400 * (level + 1), hanging: 400 } } },
    })),
  };
}

function bodyOf(blocks: readonly Block[], pictures: Pictures): readonly FileChild[] {
  let isNewPage = false;
  return blocks.flatMap((block, i) => {
    if (block.type === "page-break") {
      isNewPage = true;
      return [];
    }
    const parts = blockParts(block, { pictures, key: String(i), isNewPage: isNewPage && i > 0 });
    isNewPage = false;
    return parts;
  });
}

function coverParts(cover: Cover): readonly FileChild[] {
  const { title, subtitle, client, author, date, confidentiality, logo } = cover;
  const said = [
    ["For", client],
    ["By", author],
    ["Date", dateWords(date)],
  ].filter(([, value]) => value !== "");
  return [
    ...(logo === null
      ? []
      : [new Paragraph({ alignment: AlignmentType.END, children: [logoRun(logo, client)] })]),
    new Paragraph({
      style: "Sounding",
      text: xmlText(subtitle),
      border: { bottom: { style: BorderStyle.SINGLE, size: 10, color: INK.ink, space: 12 } },
    }),
    new Paragraph({ style: "Title", text: xmlText(title) }),
    ...said.map(
      ([label = "", value = ""]) =>
        new Paragraph({
          style: "CoverLine",
          tabStops: [{ type: TabStopType.LEFT, position: 1300 }],
          children: [
            new TextRun({ text: label, style: "SoundingText" }),
            new TextRun({ text: `\t${xmlText(value)}` }),
          ],
        }),
    ),
    ...(confidentiality === ""
      ? []
      : [new Paragraph({ style: "Sounding", text: xmlText(confidentiality), spacing: { before: 240 } })]),
  ];
}

/** Filled in from the headings; page numbers are estimated, and Word counts them again when asked to. */
function contentsOf(blocks: readonly Block[]): readonly FileChild[] {
  const listed = blocks.filter((block) => block.type === "heading" && block.level <= 2);
  if (listed.length < 2) return [new Paragraph({ pageBreakBefore: true, text: "" })];
  return [
    new Paragraph({ style: "ContentsTitle", text: "Contents", pageBreakBefore: true }),
    new TableOfContents("Contents", { hyperlink: true, headingStyleRange: "1-2" }),
    new Paragraph({ pageBreakBefore: true, spacing: { after: 0, line: 20 }, text: "" }),
  ];
}

function footOf({ confidentiality, title }: Cover): Footer {
  return new Footer({
    children: [
      new Paragraph({
        style: "Footer",
        tabStops: [
          { type: TabStopType.RIGHT, position: PAGE.size.width - PAGE.margin.left - PAGE.margin.right },
        ],
        children: [
          new TextRun({ children: [PageNumber.CURRENT, " of ", PageNumber.TOTAL_PAGES] }),
          new TextRun({ text: `\t${xmlText(confidentiality === "" ? title : confidentiality)}` }),
        ],
      }),
    ],
  });
}
