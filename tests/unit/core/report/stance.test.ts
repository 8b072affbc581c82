import { stanceOf } from "#core/report/stance.ts";
import { expect, test } from "vitest";

const ladder = { rung: "unstated", limitedTo: [], withoutStatement: false } as const;
const tried = { isTaken: false, outlook: {} };

test.each([
  ["a move was taken over", ladder, [{ ...tried, isTaken: true }], "resolve", "To be resolved"],
  ["the agreement is enforced", { ...ladder, rung: "enforced" }, [tried], "keep", "is enforced."],
  [
    "it was verified one at a time",
    { ...ladder, rung: "verified", limitedTo: ["one-at-a-time"] },
    [],
    "keep",
    "is verified, shown only for one failure at a time.",
  ],
  [
    "it is stated only",
    { ...ladder, rung: "stated" },
    [tried],
    "undecided",
    "A move below would resolve it.",
  ],
  [
    "no move finds anything",
    ladder,
    [{ isTaken: false, outlook: null }],
    "undecided",
    "needs the absent layer",
  ],
] as const)("where %s", (_, place, moves, stance, words) => {
  const found = stanceOf(place, moves);
  expect(found.stance).toBe(stance);
  expect(found.because).toContain(words);
});
