const LINE_ENDS = /\r\n?|[\u0085\u2028\u2029]/gu;
/** Controls other than line feed and tab. PostgreSQL refuses the first of them, and none can be read. */
const CONTROLS = /[^\P{Cc}\n\t]/gu;

/**
 * Text of several lines in its one stored form: well-formed, line feeds only, no controls, NFC, no space around.
 * Idempotent, so what was stored can be compared with what is sent again.
 */
export function normaliseText(text: string): string {
  return text.toWellFormed().replace(LINE_ENDS, "\n").replace(CONTROLS, "").normalize("NFC").trim();
}

/** The same for text of one line: every run of white space is one space. */
export function normaliseLine(text: string): string {
  return normaliseText(text).replace(/\s+/gu, " ");
}
