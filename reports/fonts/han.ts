/** Whose shapes the characters take that Japanese, Koreans and Chinese share. */
export const READINGS = ["jp", "sc", "kr"] as const;
export type Reading = (typeof READINGS)[number];

const HAN = /\p{Script=Han}/u;
const HANGUL = /\p{Script=Hangul}/u;
const KANA = /[\p{Script=Hiragana}\p{Script=Katakana}]/u;

/** Characters, signs and full-width forms that all three have. */
export const SHARED = /[\p{Script=Han}\u3000-\u303f\uff00-\uff65]/u;

/**
 * Decision 030: Korean where there is Hangul, Japanese where there is kana, Chinese where a character stands that only
 * simplified writing has, and Japanese where nothing tells.
 */
export function readingOf(text: string, isSimplifiedOnly: (character: string) => boolean): Reading {
  if (HANGUL.test(text)) return "kr";
  if (KANA.test(text) || !HAN.test(text)) return "jp";
  return Array.from(text).some((character) => HAN.test(character) && isSimplifiedOnly(character))
    ? "sc"
    : "jp";
}
