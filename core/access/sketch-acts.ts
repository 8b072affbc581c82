/** What the page of sketches lets people do with one document. */
export const SKETCH_ACTS = ["share", "bin", "restore", "delete"] as const;
export type SketchAct = (typeof SKETCH_ACTS)[number];

/** What came of it, as the page is told in its address. */
export const SKETCH_OUTCOMES = {
  shared: "It is where you moved it.",
  binned: "It is in the bin. Its copies in browsers stay where they are.",
  restored: "It is out of the bin.",
  deleted: "It is gone from the server. Copies in browsers stay where they are.",
  "not-found": "It is not there any more, or not yours. Nothing was changed.",
  forbidden: "Only its owner and the lead of its team may do that. Nothing was changed.",
  refused: "That was not done. Load the page again and try once more.",
  unavailable: "That could not be done just now. Nothing was changed; try again.",
} as const;
export type SketchOutcome = keyof typeof SKETCH_OUTCOMES;

export function sayOutcome(outcome: string | undefined): string | undefined {
  return outcome !== undefined && Object.hasOwn(SKETCH_OUTCOMES, outcome)
    ? SKETCH_OUTCOMES[outcome as SketchOutcome]
    : undefined;
}
