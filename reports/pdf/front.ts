import { isobath } from "#core/diagram/isobath.ts";
import type { Cover, Logo } from "#core/report/report-document.ts";
import { dateWords } from "../date-words.ts";
import { node, view, type PdfNode } from "./node.ts";
import { A4, contentOf, MARGIN } from "./sheet.ts";
import { INK, type Typesetter } from "./typeset.ts";

const MOTIF = { width: 467, height: 250 } as const;

/** The first page: what it is, for whom, by whom and of when. */
export function coverPage(set: Typesetter, cover: Cover): PdfNode {
  const { title, subtitle, client, author, confidentiality, logo } = cover;
  const p = (key: string) => [{ type: "P", key: `cover ${key}` }];
  const said = [
    ["For", client],
    ["By", author],
    ["Date", dateWords(cover.date)],
  ].filter(([, value]) => value !== "");
  return page([
    view({ flexDirection: "row", justifyContent: "space-between", alignItems: "flex-start", minHeight: 54 }, [
      set.text("sounding", subtitle, { style: { paddingTop: 6 }, tags: p("kind") }),
      ...(logo === null ? [] : [logoOf(logo, client)]),
    ]),
    view({ borderTopWidth: 1.25, borderTopColor: INK.ink, marginTop: 14 }, []),
    set.text("display", title, { style: { marginTop: 30 }, tags: p("title") }),
    view({ flexGrow: 1 }, []),
    motif(),
    view({ flexGrow: 1 }, []),
    view(
      { borderTopWidth: 0.75, borderTopColor: INK.rule, paddingTop: 12 },
      said.map(([label = "", value = ""]) =>
        view({ flexDirection: "row", marginBottom: 4 }, [
          set.text("sounding", label, { style: { width: 74, paddingTop: 2.5 }, tags: p(`${label} label`) }),
          set.text("body", value, { style: { flex: 1 }, tags: p(label) }),
        ]),
      ),
    ),
    ...(confidentiality === ""
      ? []
      : [set.text("sounding", confidentiality, { style: { marginTop: 14 }, tags: p("confidentiality") })]),
  ]);
}

function page(children: readonly PdfNode[]): PdfNode {
  const style = {
    paddingTop: MARGIN.top,
    paddingBottom: MARGIN.top,
    paddingLeft: MARGIN.left,
    paddingRight: MARGIN.right,
    flexDirection: "column",
  };
  const height = A4.height - 2 * MARGIN.top;
  return node("PAGE", style, { size: A4, wrap: false }, [
    view({ height, flexDirection: "column" }, children),
  ]);
}

const LARGEST_LOGO = { maxWidth: 150, maxHeight: 54 } as const;

function logoOf({ mediaType, bytes }: Logo, client: string): PdfNode {
  let binary = "";
  for (let i = 0; i < bytes.length; i += 8192) binary += String.fromCharCode(...bytes.subarray(i, i + 8192));
  const alternative = client === "" ? "Logo" : `Logo of ${client}`;
  return node(
    "IMAGE",
    { ...LARGEST_LOGO, objectFit: "contain", objectPosition: "right top" },
    { src: `data:${mediaType};base64,${btoa(binary)}`, tags: [{ type: "Figure", key: "logo", alternative }] },
    [],
  );
}

/** Depth lines around two marks, and the seam between them: what a chart shows that neither side sees. */
function motif(): PdfNode {
  const focus = 78;
  const lines = [34, 52, 66, 76, 88, 102, 120, 142].map((depth, i) =>
    node(
      "PATH",
      {},
      { d: isobath(focus, depth, 1.18), stroke: i < 4 ? INK.rule : INK.hairline, strokeWidth: 0.6 },
      [],
    ),
  );
  const side = focus * 1.18;
  const seam = node(
    "LINE",
    {},
    { x1: -side + 5, y1: 0, x2: side - 5, y2: 0, stroke: INK.seam, strokeWidth: 1.8, strokeDasharray: "6 4" },
    [],
  );
  const hole = (cx: number) =>
    node("CIRCLE", {}, { cx, cy: 0, r: 3, fill: "#ffffff", stroke: INK.seam, strokeWidth: 1.4 }, []);
  const { width, height } = MOTIF;
  return node("SVG", { width, height }, { viewBox: `${-width / 2} ${-height / 2} ${width} ${height}` }, [
    ...lines,
    seam,
    hole(-side),
    hole(side),
  ]);
}

export interface ContentsEntry {
  readonly level: number;
  readonly text: string;
  readonly id: string;
  /** As printed, counted from 1. */
  readonly page: number;
}

/** The nodes of the table of contents: headings of level 1 and 2 with their pages. */
export function contentsNodes(set: Typesetter, entries: readonly ContentsEntry[]): readonly PdfNode[] {
  const contents = { type: "TOC", key: "contents" };
  const { width } = contentOf(A4);
  return [
    set.text("heading1", "Contents", {
      style: { marginTop: 6, marginBottom: 18 },
      tags: [{ type: "H1", key: "contents" }],
    }),
    ...entries.map(({ level, text, id, page: number }, i) => {
      const tags = [contents, { type: "TOCI", key: String(i) }];
      const isMain = level === 1;
      const look = {
        flexDirection: "row",
        width,
        paddingTop: isMain ? 7 : 2.5,
        paddingBottom: isMain ? 3 : 2.5,
        ...(isMain && i > 0 ? { borderTopWidth: 0.5, borderTopColor: INK.hairline, marginTop: 5 } : {}),
      };
      const link = [{ text, href: `#${id}` }];
      return view(
        look,
        [
          set.text(isMain ? "body" : "cell", link, {
            style: { width: width - 44, paddingLeft: isMain ? 0 : 14 },
            isQuiet: true,
            tags,
          }),
          set.text("sounding", String(number), {
            style: { width: 44, textAlign: "right", paddingTop: 2 },
            tags,
          }),
        ],
        { wrap: false },
      );
    }),
  ];
}
