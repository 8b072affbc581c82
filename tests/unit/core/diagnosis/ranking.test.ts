import fc from "fast-check";
import { expect, test } from "vitest";
import { rankingOf, reranked } from "#core/diagnosis/ranking.ts";

test("the most probable first, equal ones in the order of the places", () => {
  expect(rankingOf([-2, 1, -2, 3, 1])).toEqual([3, 1, 4, 0, 2]);
});

test("ranked again after a few places changed, or all anew: the same", () => {
  const odds = fc.array(fc.integer({ min: -3, max: 3 }), { minLength: 1, maxLength: 12 });
  const changes = fc.array(fc.tuple(fc.nat(), fc.integer({ min: -3, max: 3 })), { maxLength: 6 });
  fc.assert(
    fc.property(odds, changes, (before, changed) => {
      const after = [...before];
      for (const [pick, value] of changed) after[pick % after.length] = value;
      const places = new Set(changed.map(([pick]) => pick % after.length));
      expect(reranked(rankingOf(before), places, (place) => after[place] ?? NaN)).toEqual(rankingOf(after));
    }),
  );
});
