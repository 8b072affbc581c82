import type { Explanation } from "./mechanism.ts";

/** A seam that somebody marked although no mechanism of the catalogue proposes it: the facts of the agreement decide alone. */
export const UNEXPLAINED: Explanation = {
  key: null,
  zone: null,
  title: "Marked by hand",
  evidence: [],
  word: ({ between: [a, b] }, { name }) => ({
    invariant: `What ${name(a)} takes for granted about ${name(b)} holds, and the other way round.`,
    contradiction: `${name(a)} and ${name(b)} work independently and still have to agree.`,
  }),
  absentLayer: "A place in the architecture where this agreement is written and held.",
  moves: [
    "Write the agreement as one checkable sentence that both sides read, and let a check compare what both believe.",
  ],
  migration: "To whichever side changes first without knowing of the other.",
};
