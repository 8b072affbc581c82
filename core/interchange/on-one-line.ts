/** A name as every format can carry it: on one line, without control characters and broken halves of characters, never empty. */
export function onOneLine(name: string, otherwise = "Unnamed"): string {
  return (
    name
      .toWellFormed()
      .replaceAll(/[\s\p{Cc}]+/gu, " ")
      .trim() || otherwise
  );
}
