import type { Block } from "#core/report/report-document.ts";
import { blockNodes } from "./blocks.ts";
import { figureOf, sheetFor } from "./figure.ts";
import { layOut } from "./lay-out.ts";
import type { PdfNode } from "./node.ts";
import { A4, contentOf, MARGIN, type Sheet } from "./sheet.ts";
import { tableOf, type TablePart } from "./table.ts";
import type { Typesetter } from "./typeset.ts";

type Flowing = Exclude<Block, { type: "page-break" }>;

/** A block, or some rows of a table. */
interface Unit {
  readonly block: Flowing | TablePart;
  readonly key: string;
  readonly weight: number;
}

/** What begins on a new page: text that flows, or one figure on a sheet of its own. */
type Stretch =
  | { readonly kind: "flow"; readonly units: readonly Unit[] }
  | { readonly kind: "sheet"; readonly sheet: Sheet; readonly units: readonly Unit[] };

/**
 * Sets a document a few pages at a time and hands each out as soon as nothing can change it any more, so that a report
 * of a thousand pages takes no more memory than one of ten: the last page of what was set is set again with what follows.
 */
export async function* setPages(
  set: Typesetter,
  blocks: readonly Block[],
): AsyncGenerator<readonly PdfNode[]> {
  const stretches = stretchesOf(blocks);
  let begun: readonly Unit[] = [];
  for (const [i, stretch] of stretches.entries()) {
    const mayGoOn = stretches[i + 1]?.kind === "flow";
    if (stretch.kind === "flow") begun = yield* setFlow(set, joined(begun, stretch.units), mayGoOn);
    else
      yield await layOut(
        atTop(stretch.units.flatMap((unit) => nodesOf(set, unit, stretch.sheet))),
        set.fonts,
        stretch.sheet,
      );
  }
}

/** About ten pages. */
const AT_ONCE = 26_000;

/** A page on which less than this share is written goes on with what comes next, though that would begin its own. */
const NEARLY_EMPTY = 0.33;

/** Sets units from the top of a page, and returns what stands on a last page that is nearly empty, where it may go on. */
async function* setFlow(
  set: Typesetter,
  all: readonly Unit[],
  mayGoOn: boolean,
): AsyncGenerator<readonly PdfNode[], readonly Unit[]> {
  let waiting = all;
  let most = AT_ONCE;
  while (waiting.length > 0) {
    const { taken, rest } = take(waiting, most);
    const nodes = taken.flatMap((_, i) =>
      nodesIn(set, taken, i).map((one) => ({ ...one, props: { ...one.props, unit: i } })),
    );
    const pages = (await layOut(atTop(nodes), set.fonts)).map(raised);
    const isKept = rest.length > 0 || (mayGoOn && filled(pages.at(-1)) < NEARLY_EMPTY);
    const cut = isKept ? cutOf(pages) : null;
    if (rest.length > 0 && cut === null) {
      // All of it stands on one page, or the last begins within what began before: it takes more to see its end.
      most *= 2;
      continue;
    }
    yield cut === null ? pages : pages.slice(0, -1);
    waiting = cut === null ? [] : joined(from(taken, cut), rest);
    if (rest.length === 0) return waiting;
    most = AT_ONCE;
  }
  return [];
}

/** What stands at the top of a page needs no room above it. */
function raised(page: PdfNode): PdfNode {
  const [first] = page.children;
  const above = first?.style["marginTop"];
  if (typeof above !== "number" || (first?.box.top ?? 0) < MARGIN.top + above - 0.5) return page;
  return {
    ...page,
    children: page.children.map((child) => ({
      ...child,
      box: { ...child.box, top: (child.box.top ?? 0) - above },
    })),
  };
}

function filled(page: PdfNode | undefined): number {
  const ends = (page?.children ?? []).map(({ box }) => (box.top ?? 0) + (box.height ?? 0));
  return (Math.max(MARGIN.top, ...ends) - MARGIN.top) / contentOf(A4).height;
}

/** Nothing stands above the first node of a page that it would keep away from. */
function atTop([first, ...rest]: readonly PdfNode[]): readonly PdfNode[] {
  return first === undefined ? [] : [{ ...first, style: { ...first.style, marginTop: 0 } }, ...rest];
}

/** Points between a table and a text below it. */
const BELOW_TABLE = 11;
/** Points of the page that must be free below a heading whose text is short and followed by a figure, which may not fit. */
const AHEAD_OF_LITTLE = 20;
const LITTLE = 420;

/** The nodes of a unit with what its neighbours ask of it. */
function nodesIn(set: Typesetter, units: readonly Unit[], at: number): readonly PdfNode[] {
  const [before, unit, next, afterNext] = [units[at - 1], units[at], units[at + 1], units[at + 2]];
  if (unit === undefined) return [];
  const nodes = nodesOf(set, unit);
  if (before?.block.type === "table" && unit.block.type === "paragraph")
    return nodes.map((one) => ({ ...one, style: { ...one.style, marginTop: BELOW_TABLE } }));
  const isLittle = next !== undefined && next.block.type !== "table" && next.weight < LITTLE;
  if (unit.block.type === "heading" && isLittle && afterNext?.block.type === "figure")
    return nodes.map((one) => ({ ...one, props: { ...one.props, minPresenceAhead: AHEAD_OF_LITTLE } }));
  return nodes;
}

function nodesOf(set: Typesetter, { block, key }: Unit, sheet?: Sheet): readonly PdfNode[] {
  if (block.type === "figure") return figureOf(set, block, key, [], sheet);
  return block.type === "table" ? tableOf(set, block, key, []) : blockNodes(set, block, key, []);
}

interface Cut {
  readonly unit: number;
  /** For a table that goes on: its first row on the last page. */
  readonly row: number | null;
}

/** Where the last page begins, when it begins with something that is not the rest of what stands on the page before. */
function cutOf(pages: readonly PdfNode[]): Cut | null {
  const [before, last] = [pages.at(-2), pages.at(-1)];
  const [first] = last?.children ?? [];
  if (before === undefined || first?.props.unit === undefined) return null;
  const isRest = before.children.some(({ props }) => props.unit === first.props.unit);
  if (!isRest) return { unit: first.props.unit, row: null };
  const rowsOf = (page: PdfNode) =>
    page.children
      .filter(({ props }) => props.unit === first.props.unit)
      .flatMap(({ children }) => children.flatMap(({ props }) => props.row ?? []));
  const [row] = rowsOf({ ...before, children: [first] });
  if (row === undefined) {
    // A caption and its table are one unit: its caption stands before, and the table here.
    return null;
  }
  return rowsOf(before).includes(row) ? null : { unit: first.props.unit, row };
}

function from(units: readonly Unit[], { unit, row }: Cut): readonly Unit[] {
  const [first, ...rest] = units.slice(unit);
  if (first === undefined || row === null || first.block.type !== "table")
    return first === undefined ? [] : [first, ...rest];
  const start: number = "first" in first.block ? (first.block.first ?? 0) : 0;
  const block: TablePart = { ...first.block, rows: first.block.rows.slice(row - start), first: row };
  return [{ ...first, block, weight: weightOf(block) }, ...rest];
}

/** What was taken of a table and what was not are one table again. */
function joined(before: readonly Unit[], after: readonly Unit[]): readonly Unit[] {
  const [last, next] = [before.at(-1), after[0]];
  if (last?.key !== next?.key || last?.block.type !== "table" || next?.block.type !== "table")
    return [...before, ...after];
  const block = { ...last.block, rows: [...last.block.rows, ...next.block.rows] };
  return [...before.slice(0, -1), { ...last, block, weight: last.weight + next.weight }, ...after.slice(1)];
}

/** Units until they weigh enough; a table that weighs too much is taken in part. */
function take(units: readonly Unit[], most: number): { taken: readonly Unit[]; rest: readonly Unit[] } {
  let sum = 0;
  for (const [i, unit] of units.entries()) {
    if (sum + unit.weight <= most) {
      sum += unit.weight;
      continue;
    }
    if (unit.block.type !== "table") return split(units, Math.max(1, i));
    const rows = rowsWithin(unit.block, most - sum);
    const start = "first" in unit.block ? (unit.block.first ?? 0) : 0;
    if (rows >= unit.block.rows.length) return split(units, i + 1);
    if (rows === 0 && i > 0) return split(units, i);
    const [head, tail] = [
      unit.block.rows.slice(0, Math.max(1, rows)),
      unit.block.rows.slice(Math.max(1, rows)),
    ];
    const part = (block: TablePart): Unit => ({ ...unit, block, weight: weightOf(block) });
    return {
      taken: [...units.slice(0, i), part({ ...unit.block, rows: head })],
      rest: [part({ ...unit.block, rows: tail, first: start + head.length }), ...units.slice(i + 1)],
    };
  }
  return { taken: units, rest: [] };
}

function split(units: readonly Unit[], at: number) {
  return { taken: units.slice(0, at), rest: units.slice(at) };
}

function rowsWithin(block: TablePart, room: number): number {
  let sum = 0;
  const found = block.rows.findIndex((row) => (sum += weightOf(row)) > room);
  return found < 0 ? block.rows.length : found;
}

/** Characters, with a little for every part: what it takes to set it. */
function weightOf(value: unknown): number {
  if (typeof value === "string") return value.length;
  if (Array.isArray(value)) return value.reduce((sum: number, item) => sum + weightOf(item), 12);
  if (typeof value !== "object" || value === null) return 0;
  return Object.values(value).reduce((sum: number, item) => sum + weightOf(item), 12);
}

function stretchesOf(blocks: readonly Block[]): readonly Stretch[] {
  const stretches: Stretch[] = [];
  let units: Unit[] = [];
  const flush = () => {
    if (units.length > 0) stretches.push({ kind: "flow", units });
    units = [];
  };
  for (const [i, block] of blocks.entries()) {
    const sheet = block.type === "figure" ? sheetFor(block) : null;
    if (block.type === "page-break") flush();
    else if (block.type === "figure" && sheet !== null) {
      const unit = { block, key: String(i), weight: 0 };
      const over = units.findLastIndex(({ block: { type } }) => type !== "heading") + 1;
      const headings = units.slice(over);
      units = units.slice(0, over);
      flush();
      stretches.push({ kind: "sheet", sheet, units: [...headings, unit] });
    } else units.push({ block, key: String(i), weight: weightOf(block) });
  }
  flush();
  return stretches;
}
