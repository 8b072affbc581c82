import type { Reading } from "../fonts/han.ts";

/** Fonts of Word and of Windows for scripts that the fonts of a report have not; elsewhere others take their place. */
const EAST_ASIAN: Readonly<Record<Reading, string>> = {
  jp: "Yu Gothic",
  sc: "Microsoft YaHei",
  kr: "Malgun Gothic",
};
const IS_EAST_ASIAN = /[\p{Script=Han}\p{Script=Hangul}\p{Script=Hiragana}\p{Script=Katakana}]/u;

const COMPLEX: readonly (readonly [script: RegExp, font: string])[] = [
  [/[\p{Script=Arabic}\p{Script=Hebrew}]/u, "Arial"],
  [/[\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}]/u, "Leelawadee UI"],
  [/[\u0900-\u0dff]/u, "Nirmala UI"],
  [/\p{Script=Myanmar}/u, "Myanmar Text"],
  [/\p{Script=Ethiopic}/u, "Ebrima"],
];

const RUN = /<w:r>(?:<w:rPr>((?:(?!<\/w:rPr>|<w:r>).)*)<\/w:rPr>)?(<w:t(?: [^>]*)?>)([^<]*)<\/w:t>/gs;
const PLAIN = /^[ -\u058f\u2000-\u2bff]*$/;

/** A part of a Word document in which each run names the fonts of its scripts, beside those of its style. */
export function nameScriptFonts(part: string, readingOf: (text: string) => Reading): string {
  return part.replaceAll(RUN, (whole, given: string | undefined, start: string, text: string) => {
    if (PLAIN.test(text)) return whole;
    const eastAsian = IS_EAST_ASIAN.test(text) ? ` w:eastAsia="${EAST_ASIAN[readingOf(text)]}"` : "";
    const [, complex] = COMPLEX.find(([script]) => script.test(text)) ?? [];
    const names = eastAsian + (complex === undefined ? "" : ` w:cs="${complex}"`);
    if (names === "" || given?.includes("<w:rFonts") === true) return whole;
    // The style of a run comes before its fonts, and all else behind them.
    const [style = ""] = /^<w:rStyle [^>]*\/>/.exec(given ?? "") ?? [];
    const rest = (given ?? "").slice(style.length);
    return `<w:r><w:rPr>${style}<w:rFonts${names}/>${rest}</w:rPr>${start}${text}</w:t>`;
  });
}
