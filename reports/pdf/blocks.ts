import type { Block, Definition } from "#core/report/report-document.ts";
import { isLabel, STAND_TOGETHER } from "../paper-blocks.ts";
import { figureOf } from "./figure.ts";
import { view, type PdfNode, type Tags } from "./node.ts";
import { tableOf } from "./table.ts";
import { INK, type Typesetter } from "./typeset.ts";

/** Points of the page that must be free below a heading: a few lines of what it stands over. */
const AHEAD = 84;
const AHEAD_OF_LABEL = 30;

/** Of an invariant or of an item of a list, what has more characters may be cut by the end of a page. */
const MAY_BE_CUT = 700;

/** The nodes of one block, which follow each other down the page. `key` tells it from all others of the document. */
export function blockNodes(
  set: Typesetter,
  block: Exclude<Block, { type: "page-break" }>,
  key: string,
  around: Tags,
): readonly PdfNode[] {
  switch (block.type) {
    case "heading":
      return [headingOf(set, block, key)];
    case "paragraph":
      return [
        set.text("body", block.runs, {
          style: { marginBottom: 7 },
          tags: [...around, { type: "P", key }],
          ...(isLabel(block.runs) ? { props: { minPresenceAhead: AHEAD_OF_LABEL } } : {}),
        }),
      ];
    case "invariant":
      return [invariantOf(set, block, key, around)];
    case "list":
      return [listOf(set, block, key, around)];
    case "definitions":
      return [definitionsOf(set, block.entries, key, around)];
    case "table":
      return tableOf(set, block, key, around);
    case "figure":
      return figureOf(set, block, key, around);
  }
}

type Heading = Extract<Block, { type: "heading" }>;

const SPACE: Readonly<Record<Heading["level"], readonly [above: number, below: number]>> = {
  1: [30, 13],
  2: [18, 7],
  3: [13, 5],
  4: [10, 3],
};

function headingOf(set: Typesetter, { level, id, text }: Heading, key: string): PdfNode {
  const [marginTop, marginBottom] = SPACE[level];
  return set.text(`heading${level}`, text, {
    style: { marginTop, marginBottom },
    tags: [{ type: `H${level}`, key }],
    props: { id, minPresenceAhead: AHEAD, heading: { level, text, id } },
  });
}

function invariantOf(
  set: Typesetter,
  { sentence, below }: Extract<Block, { type: "invariant" }>,
  key: string,
  around: Tags,
): PdfNode {
  const quote = [...around, { type: "BlockQuote", key }];
  return view(
    { borderLeftWidth: 1.5, borderLeftColor: INK.ink, paddingLeft: 13, marginTop: 7, marginBottom: 12 },
    [
      set.text("invariant", sentence, { tags: [...quote, { type: "P", key: "sentence" }] }),
      ...(below === ""
        ? []
        : [
            set.text("sounding", below, {
              style: { marginTop: 5 },
              tags: [...quote, { type: "P", key: "below" }],
            }),
          ]),
    ],
    // Cut in two it would leave a piece of its rule under a heading.
    sentence.length > MAY_BE_CUT ? {} : { wrap: false },
  );
}

function listOf(
  set: Typesetter,
  { isOrdered, items }: Extract<Block, { type: "list" }>,
  key: string,
  around: Tags,
): PdfNode {
  const list = [...around, { type: "L", key }];
  const rows = items.map((blocks, i) => {
    const item = [...list, { type: "LI", key: String(i) }];
    const body = [...item, { type: "LBody", key: "body" }];
    const marker = set.text("body", isOrdered ? `${i + 1}.` : "–", {
      tags: [...item, { type: "Lbl", key: "label" }],
      style: { width: 20 },
    });
    const content = blocks.flatMap((block, j) =>
      block.type === "page-break" ? [] : blockNodes(set, block, String(j), body),
    );
    const isWhole = lettersOf(blocks) <= MAY_BE_CUT;
    return view(
      { flexDirection: "row" },
      [marker, view({ flex: 1 }, content)],
      isWhole ? { wrap: false } : {},
    );
  });
  return view({ marginBottom: 4 }, rows);
}

/** Characters of paragraphs; anything else takes more room than can be told from it. */
function lettersOf(blocks: readonly Block[]): number {
  return blocks.reduce(
    (sum, block) =>
      block.type === "paragraph" ? block.runs.reduce((all, { text }) => all + text.length, sum) : Infinity,
    0,
  );
}

function definitionsOf(set: Typesetter, entries: readonly Definition[], key: string, around: Tags): PdfNode {
  const list = [...around, { type: "L", key }];
  const rows = entries.map(({ term, runs }, i) => {
    const item = [...list, { type: "LI", key: String(i) }];
    return view({ flexDirection: "row", marginBottom: 5 }, [
      set.text("term", term, {
        style: { width: "27%", paddingRight: 12, paddingTop: 1 },
        tags: [...item, { type: "Lbl", key: "term" }],
      }),
      set.text("body", runs, { style: { width: "73%" }, tags: [...item, { type: "LBody", key: "body" }] }),
    ]);
  });
  const letters = entries.reduce(
    (sum, { runs }) => runs.reduce((all, { text }) => all + text.length, sum),
    0,
  );
  const isWhole = entries.length <= STAND_TOGETHER && letters <= MAY_BE_CUT;
  return view({ marginTop: 2, marginBottom: 7 }, rows, isWhole ? { wrap: false } : {});
}
