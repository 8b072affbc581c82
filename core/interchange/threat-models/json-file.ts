/**
 * A value as a JSON file. Whatever texts hold, nothing in it ends a script that it is put into, and other programs can
 * read every character.
 */
export function jsonFile(value: unknown): string {
  const text = JSON.stringify(
    value,
    (_, one: unknown) => (typeof one === "string" ? one.toWellFormed() : one),
    2,
  );
  return `${text.replaceAll(/[<\u2028\u2029]/g, (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, "0")}`)}\n`;
}
