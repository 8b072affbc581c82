import type { Block, Row } from "#core/report/report-document.ts";
import { columnWidths } from "../column-widths.ts";
import { view, type PdfNode, type Tags } from "./node.ts";
import { INK, type Typesetter } from "./typeset.ts";

export type TableBlock = Extract<Block, { type: "table" }>;

/** Rows `first` and up of a table that began on an earlier page; 0 where it begins. */
export interface TablePart extends TableBlock {
  readonly first?: number;
}

const CAPTION_AHEAD = 64;
/** So much of the last row stands with the one before it: a sum does not begin a page alone. */
const ROW = 12;
/** A row with more characters may be cut by the end of a page; any other stands whole. */
const MAY_BE_CUT = 1400;

export function tableOf(set: Typesetter, block: TablePart, key: string, around: Tags): readonly PdfNode[] {
  const { caption, head, rows, first = 0 } = block;
  const table = [...around, { type: "Table", key }];
  const widths = columnWidths(head, rows);
  const cell = (text: PdfNode, column: number) =>
    view({ width: `${widths[column] ?? 0}%`, paddingRight: 9 }, [text]);
  const headRow = view(
    {
      flexDirection: "row",
      borderBottomWidth: 0.75,
      borderBottomColor: INK.ink,
      paddingTop: 3,
      paddingBottom: 3,
    },
    head.map((text, i) =>
      cell(
        set.text("head", text, {
          tags: [...table, { type: "TR", key: "head" }, { type: "TH", key: String(i), scope: "Column" }],
        }),
        i,
      ),
    ),
    { fixed: true, wrap: false, isRepeated: true },
  );
  const bodyRows = rows.map((row, i) =>
    rowOf(set, row, { index: first + i, isLastButOne: i === rows.length - 2 }, table, cell),
  );
  const isContinued = first > 0;
  return [
    ...(caption === "" || isContinued
      ? []
      : [
          set.text("sounding", caption, {
            style: { marginTop: 16, marginBottom: 3 },
            props: { minPresenceAhead: CAPTION_AHEAD },
            tags: [...table, { type: "Caption", key: "caption" }],
          }),
        ]),
    // No room below: where it does not fit on the page, the head would stand on the next one alone.
    view({ marginTop: isContinued || caption !== "" ? 0 : 6 }, [headRow, ...bodyRows]),
  ];
}

function rowOf(
  set: Typesetter,
  row: Row,
  { index, isLastButOne }: { readonly index: number; readonly isLastButOne: boolean },
  table: Tags,
  cell: (text: PdfNode, column: number) => PdfNode,
): PdfNode {
  const characters = row.reduce(
    (sum, runs) => sum + runs.reduce((most, { text }) => most + text.length, 0),
    0,
  );
  return view(
    {
      flexDirection: "row",
      borderBottomWidth: 0.5,
      borderBottomColor: INK.hairline,
      paddingTop: 3.5,
      paddingBottom: 3.5,
    },
    row.map((runs, i) =>
      cell(
        set.text("cell", runs, {
          tags: [...table, { type: "TR", key: `row ${index}` }, { type: "TD", key: String(i) }],
        }),
        i,
      ),
    ),
    {
      row: index,
      ...(characters > MAY_BE_CUT ? {} : { wrap: false }),
      ...(isLastButOne ? { minPresenceAhead: ROW } : {}),
    },
  );
}
