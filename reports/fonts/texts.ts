/** Whatever is written in these has a face that it always had: each character by itself. */
export const LATIN = /^[ -~\u00a0-\u00ff]*$/;

/**
 * Every text of a value, whatever its shape: whole, since the face of a letter can depend on those beside it. Of what is
 * in plain Latin letters only the letters.
 */
export function textsIn(value: unknown, found = new Set<string>()): ReadonlySet<string> {
  if (typeof value === "string") {
    if (LATIN.test(value)) for (const character of value) found.add(character);
    else found.add(onOneLine(value));
  } else if (Array.isArray(value)) for (const item of value) textsIn(item, found);
  else if (typeof value === "object" && value !== null && !(value instanceof Uint8Array))
    for (const item of Object.values(value)) textsIn(item, found);
  return found;
}

/** Characters that can be shown, composed, with one space for each gap. */
export function onOneLine(text: string): string {
  return text
    .toWellFormed()
    .replaceAll(/[\s\p{Cc}]+/gu, " ")
    .normalize();
}
