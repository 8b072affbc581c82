import { describe, expect, test } from "vitest";
import type { Architecture, HistoryEntry } from "#core/architecture/architecture.schema.ts";
import { pairOf } from "#core/architecture/subject.ts";
import { diagnose } from "#core/diagnosis/diagnose.ts";
import { CATALOGUE } from "#core/mechanisms/catalogue.ts";
import { MECHANISM_SKETCHES } from "#tests/support/mechanism-sketches/index.ts";

const { seam, hit } = MECHANISM_SKETCHES["dual-write"];
const entry = (id: string, kind: HistoryEntry["kind"], about: readonly string[]): HistoryEntry => ({
  id,
  date: "2025-03-01",
  kind,
  text: `${kind} ${id}`,
  about: [...about],
  worked: [],
  failed: [],
  covered: `what ${id} covered`,
  leftOpen: `what ${id} left open`,
});

function fixesWith(history: readonly HistoryEntry[]) {
  const sketch: Architecture = { ...hit, history };
  const found = diagnose(sketch, CATALOGUE).candidates.find(
    ({ mechanism, between }) => mechanism === "dual-write" && between.join() === pairOf(...seam).join(),
  );
  return { found, ...found!.proxyFixes };
}

describe("proxy fixes", () => {
  test("a fix of either side is told with what it covered, left open and inherited", () => {
    const { found, fixes, isAccumulating } = fixesWith([entry("one", "fix", ["admissions"])]);
    expect(fixes).toEqual([
      {
        id: "one",
        date: "2025-03-01",
        text: "fix one",
        covered: "what one covered",
        leftOpen: "what one left open",
        inherited: found?.invariant,
      },
    ]);
    expect(isAccumulating).toBe(false);
  });

  test("two or more are accumulating, in the order in which they are told", () => {
    const { fixes, isAccumulating } = fixesWith([
      entry("one", "fix", ["patients", "board"]),
      entry("two", "fix", ["admissions"]),
    ]);
    expect(fixes.map(({ id }) => id)).toEqual(["one", "two"]);
    expect(isAccumulating).toBe(true);
  });

  test("incidents, changes and fixes elsewhere are none", () => {
    const { fixes, isAccumulating } = fixesWith([
      entry("one", "incident", ["admissions"]),
      entry("two", "change", ["patients"]),
      entry("three", "fix", ["beds"]),
      entry("four", "fix", []),
    ]);
    expect(fixes).toEqual([]);
    expect(isAccumulating).toBe(false);
  });
});
