/** Marks and signs that belong to what stands before them. */
const JOINED = /[\p{M}\p{RI}\p{Emoji_Modifier}\u200c\u200d]/u;
const LETTER =
  /(?:\p{RI}\p{RI}|.)(?:[\p{M}\p{Emoji_Modifier}\u200c\u200d]|(?<=\u200d)\p{Extended_Pictographic})*/gsu;

/** The letters of a text with their marks; of what is no letter, each sign. */
export function lettersOf(text: string): readonly string[] {
  return JOINED.test(text) ? (text.match(LETTER) ?? []) : Array.from(text);
}

/** What joins two consonants of India, Burma and Cambodia into one shape. */
const JOINS_NEXT =
  /[\u094d\u09cd\u0a4d\u0acd\u0b4d\u0bcd\u0c4d\u0ccd\u0d4d\u0dca\u1039\u17d2]\u200d?$|^[\u0e40-\u0e44\u0ec0-\u0ec4]/u;
/** Vowels that stand behind their consonant in Thai and Lao, and are no marks. */
const JOINS_LAST = /^[\u0e2f\u0e30\u0e32\u0e33\u0e45\u0e46\u0eb0\u0eb2\u0eb3\u0ec6]/u;

/** What is shaped together and never broken: letters, and those that a sign between them makes one. */
export function syllablesOf(text: string): readonly string[] {
  const syllables: string[] = [];
  for (const letter of lettersOf(text)) {
    const last = syllables.at(-1);
    const isJoined =
      last !== undefined && letter !== " " && (JOINS_NEXT.test(last) || JOINS_LAST.test(letter));
    if (isJoined) syllables[syllables.length - 1] = last + letter;
    else syllables.push(letter);
  }
  return syllables;
}
