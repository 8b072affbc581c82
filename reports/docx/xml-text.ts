/** Text of people on one line, with characters that XML can hold. The library escapes the rest. */
export function xmlText(text: string): string {
  return text
    .toWellFormed()
    .replaceAll(/[\s\p{Cc}]+/gu, " ")
    .replaceAll(/[\uFFFE\uFFFF]/g, "\uFFFD");
}
