const LONGEST = 1000;

/** Controls (C0, C1), line and paragraph separators, and the formats that hide text or reorder it. */
const UNPRINTABLE = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu;

/** Text that cannot break a log line, move a terminal's cursor or pretend to be something else. */
export function cleanText(text: string): string {
  const cleaned = text.slice(0, LONGEST).replaceAll(UNPRINTABLE, "\ufffd");
  return text.length > LONGEST ? `${cleaned}…` : cleaned;
}
