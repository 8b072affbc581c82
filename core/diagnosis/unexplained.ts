import type { SketchGraph } from "../architecture/sketch-graph.ts";
import { editorOf } from "./editor.ts";
import type { Edit } from "./edit.ts";
import type { Explanation, Match } from "./mechanism.ts";

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
    {
      key: "compare-both-sides",
      text: "Write the agreement as one checkable sentence that both sides read, and let a check compare what both believe.",
      apply: compareBothSides,
    },
  ],
  migration: "To whichever side changes first without knowing of the other.",
};

function compareBothSides(graph: SketchGraph, { between }: Match): readonly Edit[] {
  const editor = editorOf(graph);
  const [a, b] = between;
  const check = editor.component("agreement-check", "Agreement check", "monitor", a);
  editor.connect("observe", check, a, null, { freshness: "live" });
  editor.connect("observe", check, b, null, { freshness: "live" });
  editor.bind(between, { overseer: "third-party" });
  return editor.edits();
}
