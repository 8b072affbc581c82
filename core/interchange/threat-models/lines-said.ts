/** One line for each thing that is said at all, each with the word for what it is. */
export function linesSaid(lines: readonly (readonly [what: string, words: string])[]): string {
  return lines.flatMap(([what, words]) => (words.trim() === "" ? [] : [`${what}${words.trim()}`])).join("\n");
}
