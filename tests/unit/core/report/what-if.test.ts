import { diagnose } from "#core/diagnosis/diagnose.ts";
import { emptySession } from "#core/document/new-session.ts";
import { CATALOGUE } from "#core/mechanisms/catalogue.ts";
import { whatIf } from "#core/report/what-if.ts";
import { pairKey } from "#core/architecture/subject.ts";
import { readMarkup } from "#tests/support/check-markup.ts";
import { MECHANISM_SKETCHES } from "#tests/support/mechanism-sketches/index.ts";
import { describe, expect, test } from "vitest";

/** Where a drawing has a component: the place of the word above its name. */
function placesIn(svg: string): ReadonlyMap<string, string> {
  const places = svg.split('<g data-component="').slice(1);
  return new Map(
    places.map((drawn) => {
      const [, x = "", y = ""] = / x="([^"]+)" class="chart-kind" y="([^"]+)"/.exec(drawn) ?? [];
      return [drawn.slice(0, drawn.indexOf('"')), `${x} ${y}`];
    }),
  );
}

describe.each(CATALOGUE)("what a move against $key would do", ({ key, moves }) => {
  const { seam, hit } = MECHANISM_SKETCHES[key];
  const session = { ...emptySession(), architecture: hit };
  const candidate = diagnose(hit, CATALOGUE).candidates.find(
    ({ between, mechanism }) => mechanism === key && pairKey(...between) === pairKey(...seam),
  );

  test.each(moves.map((move) => move.key))("%s is drawn before and after at the same places", (move) => {
    if (candidate === undefined) throw new Error("the sketch does not show its mechanism");
    const tried = whatIf(session, CATALOGUE, candidate, move);
    if (tried === null) return;
    const [before, after] = [tried.before, tried.after];
    expect(readMarkup(before).problem).toBeNull();
    expect(readMarkup(after).problem).toBeNull();
    const [was, is] = [placesIn(before), placesIn(after)];
    expect(was.size).toBeGreaterThan(1);
    for (const [id, place] of was) if (is.has(id)) expect(is.get(id), id).toBe(place);
    expect(before).toContain("data-seam");
    expect(after).toContain('class="chart-marked"');
    for (const id of Object.keys(tried.added)) expect(is.has(id)).toBe(true);
  });
});
