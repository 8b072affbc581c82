import { expect, test } from "vitest";
import {
  BASELINES,
  busiestComponents,
  busiestConnections,
  chanceWithin,
  everyPairAlike,
  weakestAgreements,
} from "#core/evaluation/baselines.ts";
import { draw } from "#tests/support/draw.ts";

/** a - b - c - d with e beside b. */
const line = draw(
  "A line with a branch",
  `
  service a
  service b
  service c
  service d
  service e
  a -call-> b
  b -call-> c
  c -call-> d
  e -call-> b
  a ~ b: first       stated=nowhere enforced=nothing verified=never overseer=nobody sameObject=independent limitedTo=[steady-state]
  b ~ c: second      stated=contract enforced=by-construction verified=continuously overseer=both-sides sameObject=identical limitedTo=[]
  c ~ d: third       stated=unknown
`,
);

test("betweenness counts the shortest ways between all pairs over a connection", () => {
  expect(Object.fromEntries(busiestConnections(line))).toEqual({ "a~b": 4, "b~c": 6, "c~d": 4, "b~e": 4 });
});

test("equally short ways share what they carry, and parallel connections count once", () => {
  const square = draw(
    "A square",
    "service a\nservice b\nservice c\nservice d\na -call-> b\nb -call-> c\nc -call-> d\nd -call-> a\na -read-> b",
  );
  expect([...busiestConnections(square).values()]).toEqual([2, 2, 2, 2]);
});

test("parts that nothing connects carry nothing for each other", () => {
  const apart = draw("Two parts", "service a\nservice b\nservice c\nservice d\na -call-> b\nc -call-> d");
  expect(Object.fromEntries(busiestConnections(apart))).toEqual({ "a~b": 1, "c~d": 1 });
});

test("the busiest components are those with most connections", () => {
  const scores = busiestComponents(line);
  expect(scores.size).toBe(10);
  expect([scores.get("b~c"), scores.get("a~b"), scores.get("a~e")]).toEqual([5, 4, 2]);
});

test("an agreement that nothing holds is weaker than one nobody asked about, and that than a sound one", () => {
  expect(Object.fromEntries(weakestAgreements(line))).toEqual({ "a~b": 6, "b~c": 0, "c~d": 2.5 });
});

test("equal scores share their chances", () => {
  const wanted = new Set(["a~b"]);
  expect(chanceWithin(everyPairAlike(line), wanted, 1)).toBeCloseTo(1 / 10);
  expect(chanceWithin(everyPairAlike(line), wanted, 3)).toBeCloseTo(3 / 10);
  expect(chanceWithin(everyPairAlike(line), new Set(["a~b", "c~d"]), 3)).toBeCloseTo(1 - (7 * 6) / (10 * 9));
  const scores = busiestConnections(line);
  expect([1, 2, 3, 4, 9].map((k) => chanceWithin(scores, wanted, k))).toEqual([
    0,
    expect.closeTo(1 / 3),
    expect.closeTo(2 / 3),
    1,
    1,
  ]);
  expect(chanceWithin(scores, new Set(["d~e"]), 9)).toBe(0);
});

test("of nothing a baseline names nothing", () => {
  for (const { scores } of BASELINES) expect(scores(draw("Nothing", "")).size).toBe(0);
});
