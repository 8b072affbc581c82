import { describe, expect, test } from "vitest";
import type { Architecture } from "#core/architecture/architecture.schema.ts";
import { pairKey, pairOf } from "#core/architecture/subject.ts";
import { diagnose } from "#core/diagnosis/diagnose.ts";
import { LIKELY, POSSIBLE } from "#core/diagnosis/thresholds.ts";
import { playGuided, rankedPairs, sketchOf } from "#core/evaluation/games.ts";
import { CATALOGUE } from "#core/mechanisms/catalogue.ts";
import { MECHANISM_SKETCHES } from "#tests/support/mechanism-sketches/index.ts";

/** From here on a look-alike would send people after a seam that is none. */
const LOW = 0.3;

const candidatesOf = (sketch: Architecture) => diagnose(sketch, CATALOGUE).candidates;
const withoutAgreements = (sketch: Architecture): Architecture => ({ ...sketch, agreements: [] });

test("every mechanism of the catalogue has its sketches, each of an ordinary size", () => {
  expect(Object.keys(MECHANISM_SKETCHES).sort()).toEqual(CATALOGUE.map(({ key }) => key).sort());
  for (const { hit, repaired, lookAlike } of Object.values(MECHANISM_SKETCHES)) {
    for (const { components } of [hit, repaired, lookAlike.sketch]) {
      expect(components.length).toBeGreaterThanOrEqual(6);
      expect(components.length).toBeLessThanOrEqual(12);
    }
  }
});

describe.each(CATALOGUE)("$key", ({ key }) => {
  const { seam, hit, repaired, lookAlike } = MECHANISM_SKETCHES[key];
  const pair = pairOf(...seam);

  test(`is found first in “${hit.title}”`, () => {
    const [first] = candidatesOf(hit);
    expect(first).toMatchObject({ between: pair, mechanism: key });
    expect(first?.probability).toBeGreaterThanOrEqual(LIKELY);
  });

  test("is found first by the facts of its elements, with nothing said about the agreement", () => {
    expect(candidatesOf(withoutAgreements(hit))[0]).toMatchObject({ between: pair, mechanism: key });
  });

  test("is among the first three pairs of the bare drawing", () => {
    expect(rankedPairs(candidatesOf(sketchOf(hit))).slice(0, 3)).toContain(pairKey(...seam));
  });

  test(`is gone in “${repaired.title}”, and no other seam has taken its place`, () => {
    const candidates = candidatesOf(repaired);
    const there = candidates.filter(({ between }) => between.join() === pair.join());
    expect(there.filter(({ probability }) => probability >= POSSIBLE)).toEqual([]);
    expect(candidates.filter(({ probability }) => probability >= LIKELY)).toEqual([]);
  });

  test(`is not seen in “${lookAlike.sketch.title}”`, () => {
    expect(lookAlike.sketch.components.map(({ id }) => id)).toEqual(
      expect.arrayContaining([...lookAlike.seam]),
    );
    expect(candidatesOf(lookAlike.sketch).filter(({ probability }) => probability > LOW)).toEqual([]);
  });
});

describe("a guided session", () => {
  const seamsFound = (sketch: Architecture) =>
    playGuided(sketch, CATALOGUE).end.candidates.filter(({ probability }) => probability >= LIKELY);
  const all = CATALOGUE.map(({ key }) => ({ key, ...MECHANISM_SKETCHES[key] }));

  test("finds the seam and its mechanism in nearly every hit, within twelve questions", () => {
    const missed = all.filter(({ key, seam, hit }) => {
      const [first] = seamsFound(hit);
      return first?.mechanism !== key || first.between.join() !== pairOf(...seam).join();
    });
    expect(missed.length, missed.map(({ key }) => key).join(", ")).toBeLessThanOrEqual(2);
  });

  test("never says that there is no seam without having asked", () => {
    for (const { hit } of all) expect(playGuided(hit, CATALOGUE).asked.length).toBeGreaterThan(0);
  });

  test("finds none where it was repaired, and none in what only looks alike", () => {
    for (const { repaired, lookAlike } of all)
      expect([...seamsFound(repaired), ...seamsFound(lookAlike.sketch)]).toEqual([]);
  });
});
