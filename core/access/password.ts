/** In characters, of the form in which passwords are hashed. */
export const SHORTEST_PASSWORD = 12;
export const LONGEST_PASSWORD = 128;

/** A password of that many guessable parts, or fewer, is tried before any other. */
const MOST_GUESSABLE_PARTS = 3;
const SHORTEST_PART = 3;
const SHORTEST_WORD = 4;

/** Neighbours on keyboards and in the alphabet, to be read in both directions. */
const ROWS = [
  "abcdefghijklmnopqrstuvwxyz",
  "qwertyuiop",
  "asdfghjkl",
  "zxcvbnm",
  "qwertzuiop",
  "yxcvbnm",
  "azertyuiop",
  "qsdfghjklm",
  "1qaz2wsx3edc4rfv5tgb6yhn7ujm",
  "1q2w3e4r5t6y7u8i9o0p",
  "qazwsxedcrfvtgbyhnujm",
];
const SEQUENCES = ROWS.flatMap((row) => [row, Array.from(row).reverse().join("")]);

const LETTERS_OF: Readonly<Record<string, string>> = {
  "@": "a",
  "4": "a",
  "3": "e",
  "1": "i",
  "!": "i",
  "0": "o",
  $: "s",
  "5": "s",
  "7": "t",
};

/** In characters, as they count for the limits. */
export function lengthOf(password: string): number {
  return Array.from(password.normalize("NFKC")).length;
}

export interface PasswordContext {
  /** Passwords that everybody tries, in lower case. */
  readonly common: ReadonlySet<string>;
  /** What is known of whoever chooses it: name and address. */
  readonly about: readonly string[];
}

/** Why a password is not taken, as a sentence; undefined when it is. */
export function findPasswordProblem(password: string, context: PasswordContext): string | undefined {
  const length = lengthOf(password);
  if (length < SHORTEST_PASSWORD)
    return `A password needs at least ${SHORTEST_PASSWORD.toString()} characters. Four or five words are easy to keep.`;
  if (length > LONGEST_PASSWORD)
    return `A password has at most ${LONGEST_PASSWORD.toString()} characters. Please shorten it.`;
  return countParts(password, context) <= MOST_GUESSABLE_PARTS
    ? "This password is among those that are guessed first. Four or five words that do not belong together are better."
    : undefined;
}

/**
 * Of how many guessable parts a password is at least made: a common password, a word about the person or the product, a row of
 * keys, a run of digits or of one character, and what was there before each count once; any other character counts for itself.
 */
export function countParts(password: string, { common, about }: PasswordContext): number {
  const plain = password.normalize("NFKC").toLowerCase();
  const read = Array.from(plain, (character) => LETTERS_OF[character] ?? character).join("");
  const own = new Set(["seamark", ...about.flatMap(wordsOf)]);
  const isWord = (word: string): boolean =>
    own.has(word) || (word.length >= SHORTEST_WORD && common.has(word));
  const isPart = (start: number, end: number): boolean =>
    isRun(plain.slice(start, end)) || isWord(plain.slice(start, end)) || isWord(read.slice(start, end));
  const fewest = [0];
  for (let end = 1; end <= plain.length; end += 1) {
    let best = (fewest[end - 1] ?? 0) + 1;
    for (let start = 0; start <= end - SHORTEST_PART; start += 1) {
      // What is repeated counts no more.
      const isAgain = plain.slice(0, start).includes(plain.slice(start, end));
      if (isAgain || isPart(start, end)) best = Math.min(best, (fewest[start] ?? 0) + (isAgain ? 0 : 1));
    }
    fewest.push(best);
  }
  return fewest[plain.length] ?? 0;
}

function isRun(part: string): boolean {
  return (
    /^(?:\d+|[^\p{L}\p{N}]+|(.)\1+)$/u.test(part) || SEQUENCES.some((sequence) => sequence.includes(part))
  );
}

function wordsOf(text: string): readonly string[] {
  const words = text.normalize("NFKC").toLowerCase();
  const parts = words.split(/[^\p{L}\p{N}]+/u);
  return [words, parts.join(""), ...parts].filter(({ length }) => length >= SHORTEST_PART);
}
