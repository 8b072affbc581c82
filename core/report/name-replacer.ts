/** A name, and what is written in its place. */
export interface Replacement {
  readonly original: string;
  readonly neutral: string;
}

interface Node {
  readonly next: Map<string, Node>;
  /** What is written for the name that ends here; undefined where none does. */
  neutral?: string;
}

/** One character as it is compared, with where it stands in the text. Runs of blanks, dashes and underscores are one blank. */
interface Sign {
  readonly folded: string;
  readonly from: number;
  readonly to: number;
}

/** Below this a name is too common a word to be looked for inside sentences. */
const SHORTEST = 2;
/** Up to here, only the very same letters are the name: “IT” is a team, “it” is not. */
const SHORT = 2;

/**
 * Makes a function that writes neutral names for original ones in a text: whole words, whatever their case and the blanks
 * and dashes between them, the longest name first. Linear in the text but for the length of a name.
 */
export function nameReplacer(replacements: readonly Replacement[]): (text: string) => string {
  const anyCase: Node = { next: new Map() };
  const exact: Node = { next: new Map() };
  for (const { original, neutral } of replacements) {
    const length = Array.from(original.trim()).length;
    if (length < SHORTEST) continue;
    insert(length <= SHORT ? exact : anyCase, signsOf(original.trim(), length > SHORT), neutral);
  }
  return (text) => {
    const folded = signsOf(text, true);
    const plain = exact.next.size === 0 ? folded : signsOf(text, false);
    return replaced(text, (at) => found(anyCase, folded, at) ?? found(exact, plain, at), folded);
  };
}

function insert(root: Node, signs: readonly Sign[], neutral: string): void {
  let node = root;
  for (const { folded } of signs) {
    const known = node.next.get(folded);
    const next = known ?? { next: new Map<string, Node>() };
    if (known === undefined) node.next.set(folded, next);
    node = next;
  }
  // Two elements with one name: in a sentence nobody can tell which is meant, and the first stands for both.
  node.neutral ??= neutral;
}

function signsOf(text: string, anyCase: boolean): readonly Sign[] {
  const signs: Sign[] = [];
  let at = 0;
  for (const character of text) {
    const last = signs.at(-1);
    const to = at + character.length;
    if (!BETWEEN.test(character))
      signs.push({ folded: anyCase ? character.toLowerCase() : character, from: at, to });
    else if (last?.folded === " ") signs[signs.length - 1] = { ...last, to };
    else signs.push({ folded: " ", from: at, to });
    at = to;
  }
  return signs;
}

const BETWEEN = /[\s\-_]/;

interface Found {
  readonly neutral: string;
  /** How many signs it takes. */
  readonly length: number;
}

/** The longest name that begins at a sign and ends with a word. */
function found(root: Node, signs: readonly Sign[], at: number): Found | null {
  let node: Node | undefined = root;
  let longest: Found | null = null;
  for (let i = at; i < signs.length; i += 1) {
    node = node.next.get(signs[i]?.folded ?? "");
    if (node === undefined) break;
    if (node.neutral !== undefined && !isOneWord(signs[i], signs[i + 1]))
      longest = { neutral: node.neutral, length: i + 1 - at };
  }
  return longest;
}

function replaced(text: string, at: (index: number) => Found | null, signs: readonly Sign[]): string {
  const parts: string[] = [];
  let written = 0;
  for (let i = 0; i < signs.length; i += 1) {
    const [before, sign] = [signs[i - 1], signs[i]];
    const name = isOneWord(before, sign) ? null : at(i);
    const last = name === null ? undefined : signs[i + name.length - 1];
    if (name === null || sign === undefined || last === undefined) continue;
    parts.push(text.slice(written, sign.from), name.neutral);
    written = last.to;
    i += name.length - 1;
  }
  return parts.length === 0 ? text : parts.join("") + text.slice(written);
}

/** Whether two neighbours belong to one word. In scripts that write no blanks between words, none do. */
function isOneWord(a: Sign | undefined, b: Sign | undefined): boolean {
  return a !== undefined && b !== undefined && IN_WORD.test(a.folded) && IN_WORD.test(b.folded);
}

const IN_WORD =
  /^(?!\p{Script=Han}|\p{Script=Hiragana}|\p{Script=Katakana}|\p{Script=Thai})[\p{L}\p{N}\p{M}]/u;
