import type { Row } from "#core/report/report-document.ts";

const NARROWEST = 8;
/** Characters from which on a text may as well take another line. */
const WRAPS = 26;
const WIDEST = 64;

/** Shares of the width in percent, by how much is written in each column; the longest word has room if it can. */
export function columnWidths(head: readonly string[], rows: readonly Row[]): readonly number[] {
  const wishes = head.map((title, column) => {
    const texts = rows.slice(0, 400).map((row) => (row[column] ?? []).map(({ text }) => text).join(""));
    const lengths = texts.map(({ length }) => length).toSorted((a, b) => a - b);
    const usual = lengths[Math.floor(lengths.length * 0.85)] ?? 0;
    const longestWord = texts.reduce((most, text) => Math.max(most, longestOf(text)), 0);
    return Math.min(
      WIDEST,
      Math.max(NARROWEST, longestOf(title) + 2, Math.min(longestWord, 20), wished(usual)),
    );
  });
  const sum = wishes.reduce((total, wish) => total + wish, 0);
  return wishes.map((wish) => (wish / sum) * 100);
}

function wished(characters: number): number {
  return characters <= WRAPS ? characters : WRAPS + (characters - WRAPS) * 0.4;
}

function longestOf(text: string): number {
  return text.split(" ").reduce((most, { length }) => Math.max(most, length), 0);
}
