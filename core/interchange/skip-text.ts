/**
 * Where the JSON text that begins with the quotation mark at `begin` ends: the place of its last mark, or the end of the
 * whole where it has none. By hand, as a regular expression runs out of stack on a text of a few million escapes.
 */
export function endOfText(text: string, begin: number): number {
  let at = begin + 1;
  while (at < text.length && text[at] !== '"') at += text[at] === "\\" ? 2 : 1;
  return Math.min(at, text.length);
}
