/** A line of the language as words, with the number of the line on which it begins. */
export interface DslLine {
  readonly tokens: readonly string[];
  readonly line: number;
}

const BLOCK = '"""';
/** A constant made of constants doubles with each line: no text grows beyond this. */
const LONGEST = 20_000;

/** Splits a text into lines of words as the language has it: comments are gone, continued lines are one, text blocks are words. */
export function* dslLines(text: string): Generator<DslLine, void> {
  const given = text.replace(/^\uFEFF/, "").split(/\r\n?|\n/);
  for (let index = 0; index < given.length;) {
    const line = index + 1;
    const first = given[index] ?? "";
    if (/^\s*(?:\/\/|#)/.test(first)) index += 1;
    else if (/^\s*\/\*/.test(first)) index = endOf(given, index, (one) => one.trimEnd().endsWith("*/")) + 1;
    else {
      const last = endOf(given, index, (one) => !one.endsWith("\\"));
      const whole = continued(given.slice(index, last + 1));
      const end = whole.endsWith(BLOCK) ? endOf(given, last + 1, (one) => one.endsWith(BLOCK)) : last;
      const tokens =
        end === last
          ? tokensOf(whole)
          : [...tokensOf(whole.slice(0, -BLOCK.length)), dedented(given.slice(last + 1, end))];
      if (tokens.length > 0) yield { tokens, line };
      index = end + 1;
    }
  }
}

/** The first line from here on that is the last of something; else the last of all. */
function endOf(lines: readonly string[], from: number, isLast: (line: string) => boolean): number {
  let index = from;
  while (index < lines.length && !isLast(lines[index] ?? "")) index += 1;
  return Math.max(from, Math.min(index, lines.length - 1));
}

function continued(lines: readonly string[]): string {
  return lines.map((line, index) => (index === 0 ? line : line.trimStart()).replace(/\\$/, "")).join("");
}

function dedented(lines: readonly string[]): string {
  const margin = /^\s*/.exec(lines[0] ?? "")?.[0].length ?? 0;
  return lines
    .map((line) => line.slice(margin))
    .join("\n")
    .slice(0, LONGEST);
}

/** Words of one line: between quotation marks, with `\"` inside, or up to a space. `\n` is a line break. */
function tokensOf(line: string): readonly string[] {
  const words = line.matchAll(/"((?:[^"\\]|\\"|\\)*)(?:"|$)|[^\s"](?:\\"|\S)*/g);
  return [...words].map(([whole, quoted]) =>
    (quoted ?? whole).replaceAll('\\"', '"').replaceAll("\\n", "\n").slice(0, LONGEST),
  );
}

/** Constants and variables of a file. What is not among them stays as it stands: the machine's own are never read. */
export class DslConstants {
  readonly #values = new Map<string, string>();

  set(name: string, value: string): void {
    if (this.#values.size < 1_000) this.#values.set(name, this.apply(value));
  }

  apply(token: string): string {
    if (!token.includes("${")) return token;
    return token
      .replaceAll(/\$\{([a-zA-Z0-9._-]{1,100})\}/g, (whole, name: string) => this.#values.get(name) ?? whole)
      .slice(0, LONGEST);
  }
}
