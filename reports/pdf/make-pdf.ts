import type { Cover, ReportDocument } from "#core/report/report-document.ts";
import { loadFonts } from "../fonts/fonts.ts";
import { textsIn } from "../fonts/texts.ts";
import { paperBlocks } from "../paper-blocks.ts";
import type { OnProgress, ReportAssets } from "../report-assets.ts";
import { setPages } from "./chunks.ts";
import { contentsNodes, coverPage, type ContentsEntry } from "./front.ts";
import { layOut, layOutDocument, visit } from "./lay-out.ts";
import { node, view, type PdfNode } from "./node.ts";
import { PdfFile, type OutlineEntry } from "./pdf-file.ts";
import { PageTotal } from "./page-total.ts";
import { MARGIN } from "./sheet.ts";
import { createTypesetter, INK, MANNERS, type Typesetter } from "./typeset.ts";

/** A report on paper: A4, with a cover, contents, an outline, and the number of the page at the foot of each. */
export async function makePdf(
  document: ReportDocument,
  assets: ReportAssets,
  onProgress: OnProgress = () => undefined,
): Promise<Uint8Array> {
  onProgress(0.02, "Loading the fonts");
  const fonts = await loadFonts(textsIn(document), assets);
  const set = createTypesetter(fonts);
  const { cover } = document;
  const blocks = paperBlocks(document.blocks);
  const headings = blocks.flatMap((block) => (block.type === "heading" ? [block] : []));
  const listed = headings.filter(({ level }) => level <= 2);
  const contents = (pageOf: (id: string) => number) =>
    layOut(
      contentsNodes(
        set,
        listed.map(({ level, text, id }): ContentsEntry => ({ level, text, id, page: pageOf(id) })),
      ),
      fonts,
    );
  const hasContents = listed.length > 1;
  const front = 1 + (hasContents ? (await contents(() => 0)).length : 0);

  const file = new PdfFile({
    title: fonts.written(cover.title),
    author: fonts.written(cover.author),
    subject: fonts.written(cover.subtitle),
    date: cover.date,
    language: "en",
  });
  const total = new PageTotal(file);
  const found = new Map<string, OutlineEntry>();
  for await (const pages of setPages(set, blocks)) {
    const first = front + file.pages;
    pages.forEach((page, i) => collectHeadings(page, first + i, found));
    file.draw(await withFeet(set, { cover, total }, pages, first));
    const done = found.size / Math.max(1, headings.length);
    onProgress(0.05 + 0.9 * done, `Setting page ${file.pages + front}`);
  }
  onProgress(0.96, "Setting the contents");
  file.structure.begin();
  const [coverLaidOut] = await layOutDocument([coverPage(set, cover)], fonts);
  file.draw(coverLaidOut === undefined ? [] : [coverLaidOut]);
  if (hasContents) {
    const pages = await contents((id) => (found.get(id)?.page ?? 0) + 1);
    file.draw(await withFeet(set, { cover, total }, pages, 1));
  }
  file.bringToFront(front);
  file.structure.bringToFront();
  file.outline([...found.values()]);
  total.end(fonts.fontOf("mono"), MANNERS.sounding.size, FOOT.baseline, MANNERS.sounding.color);
  return await file.end();
}

interface HeadingMark {
  readonly level: number;
  readonly text: string;
  readonly id: string;
}

function collectHeadings(page: PdfNode, number: number, found: Map<string, OutlineEntry>): void {
  visit(page, ({ props }, top) => {
    const heading = props["heading"] as HeadingMark | undefined;
    if (heading === undefined || found.has(heading.id)) return;
    const { width = 0 } = page.box;
    found.set(heading.id, { level: heading.level, text: heading.text, page: number, top, width });
  });
}

/** At the foot of every page: which it is, of how many, and who may read it. */
async function withFeet(
  set: Typesetter,
  { cover, total }: { readonly cover: Cover; readonly total: PageTotal },
  pages: readonly PdfNode[],
  first: number,
): Promise<readonly PdfNode[]> {
  const feet = pages.map(({ box }, i) => {
    const size = { width: box.width ?? 0, height: box.height ?? 0 };
    const number = set.text("sounding", `${first + i + 1} of`, {});
    const line = cover.confidentiality === "" ? cover.title : cover.confidentiality;
    return node("PAGE", {}, { size, wrap: false }, [
      view(
        {
          position: "absolute",
          top: size.height - FOOT.fromBottom,
          left: MARGIN.left,
          width: size.width - MARGIN.left - MARGIN.right,
          flexDirection: "row",
          borderTopWidth: 0.5,
          borderTopColor: INK.hairline,
          paddingTop: 7,
        },
        [
          number,
          { ...node("CANVAS", { width: 60, height: 10, marginLeft: 4.6 }, { paint: total.paint }, []) },
          view({ flexGrow: 1 }, []),
          set.text("sounding", line, {
            style: { maxWidth: size.width - 260, textAlign: "right", maxLines: 2 },
          }),
        ],
      ),
    ]);
  });
  const laidOut = await layOutDocument(feet, set.fonts);
  return pages.map((page, i) => ({ ...page, children: [...page.children, ...(laidOut[i]?.children ?? [])] }));
}

const FOOT = { fromBottom: 52, baseline: 8 } as const;
