/** What the exit code of every command says. */
export const EXIT = {
  /** Done, and nothing found that a pipeline should stop for. */
  done: 0,
  /** `lint` found seams. */
  found: 1,
  /** The arguments or the files cannot be used: the caller's mistake, said in a sentence. */
  refused: 2,
  /** Ours. */
  bug: 3,
} as const;

/** Ends with one plain sentence for the caller. */
export function fail(sentence: string): never {
  console.error(sentence);
  process.exit(EXIT.refused);
}
