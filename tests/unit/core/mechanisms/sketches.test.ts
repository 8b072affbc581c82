import { describe, expect, test } from "vitest";
import type { Architecture } from "#core/architecture/architecture.schema.ts";
import { pairKey, pairOf } from "#core/architecture/subject.ts";
import { diagnose, LIKELY, POSSIBLE } from "#core/diagnosis/diagnose.ts";
import { rankedPairs, sketchOf } from "#core/evaluation/games.ts";
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
