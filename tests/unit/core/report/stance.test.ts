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
  expect(found.isDecided).toBe(false);
});

test("that it is to be reframed is said by people, with what the requirement stands for, and by nothing else", () => {
  const decision = {
    stance: "reframe",
    because: "“At once” means within a minute",
    mechanism: null,
  } as const;
  const found = stanceOf(ladder, [tried], decision);
  expect(found).toEqual({
    stance: "reframe",
    because:
      "To be reframed, as was decided: one requirement stands for something else. The reason given: “At once” means within a minute.",
    isDecided: true,
  });
});

test("what people decided stands before what follows from the sketch, which is said beside it", () => {
  const keep = { stance: "keep", because: "", mechanism: null } as const;
  const found = stanceOf(ladder, [{ ...tried, isTaken: true }], keep);
  expect(found.stance).toBe("keep");
  expect(found.because).toContain("No reason is given.");
  expect(found.because).toContain("A structural move was taken over into the sketch for it.");
  expect(found.because).toContain("The agreement between both is unstated");
});
