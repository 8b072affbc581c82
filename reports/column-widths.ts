import type { Row } from "#core/report/report-document.ts";

/** Percent of the width that a letter takes, with what keeps columns apart, also in a wider font than ours. */
const LETTER = 1.3;
/** Letters beyond which a word is broken if need be. */
const LONGEST_WORD = 14;
/** Characters from which on a text may as well take another line. */
const WRAPS = 26;
const WIDEST = 64;
/** Of what is written only in a few rows. */
const RARE = 0.75;

/** Shares of the width in percent: room for the longest word of each column, and the rest by how much is written there. */
export function columnWidths(head: readonly string[], rows: readonly Row[]): readonly number[] {
  const columns = head.map((title, column) => {
    const texts = rows.slice(0, 400).map((row) => (row[column] ?? []).map(({ text }) => text).join(""));
    const lengths = texts.map(({ length }) => length).toSorted((a, b) => a - b);
    // Where little is written in a column, what is there is not squeezed into the width of a word all the same.
    const usual = Math.max(
      lengths[Math.floor(lengths.length * 0.85)] ?? 0,
      Math.min(WRAPS, lengths.at(-1) ?? 0) * RARE,
    );
    const word = Math.min(
      LONGEST_WORD,
      [title, ...texts].reduce((most, text) => Math.max(most, longestOf(text)), 0),
    );
    return { needs: (word + 2) * LETTER, wishes: Math.max(1, Math.min(WIDEST, wished(usual)) - word) };
  });
  const needed = columns.reduce((sum, { needs }) => sum + needs, 0);
  const wanted = columns.reduce((sum, { wishes }) => sum + wishes, 0);
  // With very many columns there is not even room for their words.
  if (needed >= 100) return columns.map(({ needs }) => (needs / needed) * 100);
  return columns.map(({ needs, wishes }) => needs + ((100 - needed) * wishes) / wanted);
}

function wished(characters: number): number {
  return characters <= WRAPS ? characters : WRAPS + (characters - WRAPS) * 0.4;
}

function longestOf(text: string): number {
  return text.split(" ").reduce((most, { length }) => Math.max(most, length), 0);
}
