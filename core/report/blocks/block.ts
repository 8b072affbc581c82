import type { Block, Definition, Row, Run } from "../report-document.ts";

/** A text, or words with a face. */
export type Words = string | Run | readonly (string | Run)[];

export function runs(words: Words): readonly Run[] {
  const all = typeof words === "string" || "text" in words ? [words] : words;
  return all.map((one) => (typeof one === "string" ? { text: one } : one)).filter(({ text }) => text !== "");
}

export function strong(text: string): Run {
  return { text, face: "strong" };
}

export function mono(text: string): Run {
  return { text, face: "mono" };
}

export function emphasis(text: string): Run {
  return { text, face: "emphasis" };
}

export function heading(level: 1 | 2 | 3 | 4, id: string, text: string): Block {
  return { type: "heading", level, id, text };
}

export function paragraph(...words: readonly (string | Run)[]): Block {
  return { type: "paragraph", runs: runs(words) };
}

/** What people wrote, one block for each paragraph of it. */
export function paragraphs(text: string): readonly Block[] {
  return text
    .split(/\n\s*\n/)
    .map((part) => part.trim())
    .filter((part) => part !== "")
    .map((part) => paragraph(part));
}

/** A label with what it is, or nothing where there is nothing to say. */
export function labelled(label: string, text: string): readonly Block[] {
  return text === "" ? [] : [paragraph(strong(`${label}.`), ` ${text}`)];
}

/** A list of one-paragraph items; nothing where there are none. */
export function bullets(items: readonly Words[], isOrdered = false): readonly Block[] {
  if (items.length === 0) return [];
  return [{ type: "list", isOrdered, items: items.map((item) => [{ type: "paragraph", runs: runs(item) }]) }];
}

export function definitions(entries: readonly (readonly [term: string, words: Words])[]): readonly Block[] {
  if (entries.length === 0) return [];
  return [
    {
      type: "definitions",
      entries: entries.map(([term, words]): Definition => ({ term, runs: runs(words) })),
    },
  ];
}

/** A table, or nothing where it would have no row. A column in which nothing stands is left out. */
export function table(
  caption: string,
  head: readonly string[],
  rows: readonly (readonly Words[])[],
): readonly Block[] {
  if (rows.length === 0) return [];
  const cells = rows.map((row): Row => row.map(runs));
  const kept = head.flatMap((_, i) => (cells.some((row) => (row[i] ?? []).length > 0) ? [i] : []));
  const pick = <T>(all: readonly T[]) => kept.flatMap((i) => all.slice(i, i + 1));
  return [{ type: "table", caption, head: pick(head), rows: cells.map(pick) }];
}

/** A part under a heading, or nothing at all where it would be empty. */
export function part(
  level: 1 | 2 | 3 | 4,
  id: string,
  title: string,
  blocks: readonly Block[],
): readonly Block[] {
  return blocks.length === 0 ? [] : [heading(level, id, title), ...blocks];
}

export const PAGE_BREAK: Block = { type: "page-break" };
