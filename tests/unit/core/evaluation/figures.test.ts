import { describe, expect, test } from "vitest";
import { disguise } from "#core/evaluation/disguise.ts";
import { seededRandom } from "#core/simulation/random.ts";
import { figuresOf, judgeIncident } from "#core/evaluation/figures.ts";
import { referenceProblems } from "#core/architecture/references.ts";
import { CATALOGUE } from "#core/mechanisms/catalogue.ts";
import { incident, incidentIds } from "#tests/support/incidents.ts";

describe("disguise", () => {
  test.each(incidentIds)("%s keeps its shape and loses its ids", (id) => {
    const original = incident(id);
    const { architecture, documented, originalId } = disguise(original, seededRandom(7));
    expect(referenceProblems(architecture)).toEqual([]);
    expect(architecture.components.map((c) => originalId(c.id)).sort()).toEqual(
      original.architecture.components.map((c) => c.id).sort(),
    );
    const ids = new Set(original.architecture.components.map((c) => c.id));
    expect(architecture.components.some((c) => ids.has(c.id))).toBe(false);
    expect(documented.seam.between.map((pair) => pair.map(originalId))).toEqual(
      original.documented.seam.between,
    );
  });
});

describe("the corpus", () => {
  const each = incidentIds.map((id, i) => judgeIncident(incident(id), CATALOGUE, i));

  test("a repaired pair is not reported, and healthy agreements stay low", () => {
    const value = (name: string) => figuresOf(each).rows.find((row) => row.name === name)?.value;
    expect(value("repaired")).toBe(1);
    expect(value("healthy")).toBeGreaterThanOrEqual(0.9);
  });

  test("a question that moved nothing is wasted, and so is one whose answer was a surprise", () => {
    for (const { asked, wasted, unmoved } of each) {
      expect(unmoved).toBeLessThanOrEqual(wasted);
      expect(wasted).toBeLessThanOrEqual(asked);
    }
    expect(each.some(({ wasted, unmoved }) => wasted > unmoved)).toBe(true);
  });

  // Which of two connections is asked about first cannot be settled where the sketch draws them alike (same ends, kind
  // and object), so the number of wasted questions may differ by one or two. What is found may not.
  test("the seed makes no difference to what is found", () => {
    const found = (all: typeof each) =>
      figuresOf(all).rows.filter(({ name }) => name !== "wasted" && name !== "unmoved");
    const again = incidentIds.map((id, i) => judgeIncident(incident(id), CATALOGUE, i + 1_000));
    expect(found(again)).toEqual(found(each));
  });
});
