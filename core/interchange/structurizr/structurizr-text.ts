/** A block of the language: what stands before its brace, and the lines and blocks in it. */
export interface DslBlock {
  readonly head: string;
  readonly lines: readonly (string | DslBlock)[];
}

export function block(head: string, lines: DslBlock["lines"]): DslBlock {
  return { head, lines };
}

/** Words that the parser takes for syntax even where they stand between quotation marks. */
const SYNTAX = /^(?:->|--.*->|-\/>|=|\{|\}|\/\*.*|!.*)$/s;

/**
 * The text as the language can say it: it has no backslash (which would take the next character with it), and replaces
 * `${NAME}` by what the reader's machine calls so.
 */
export function dslText(text: string): string {
  const said = text
    .toWellFormed()
    .replaceAll(/\r\n?/g, "\n")
    .replaceAll(/(?!\n)\p{Cc}/gu, " ")
    .replaceAll("\\", "∖")
    .replaceAll("${", "$ {");
  return SYNTAX.test(said.trim()) ? `“${said.trim()}”` : said;
}

/** The text between quotation marks. */
export function quoted(text: string): string {
  return `"${dslText(text).replaceAll('"', '\\"').replaceAll("\n", "\\n")}"`;
}

/** Gives each name only once at one place, by a number behind it. */
export class NameGiver {
  readonly #given = new Set<string>();
  readonly #next = new Map<string, number>();

  give(place: string, name: string): string {
    const key = (one: string) => JSON.stringify([place, one.toLowerCase()]);
    let given = name;
    for (let number = this.#next.get(key(name)) ?? 2; this.#given.has(key(given)); number += 1) {
      given = `${name} (${number})`;
      this.#next.set(key(name), number + 1);
    }
    this.#given.add(key(given));
    return given;
  }
}
