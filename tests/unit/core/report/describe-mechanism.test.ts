import { describe, expect, test } from "vitest";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { parseArchitecture } from "#core/architecture/parse-architecture.ts";
import { pairOf } from "#core/architecture/subject.ts";
import { diagnose } from "#core/diagnosis/diagnose.ts";
import { sketchOf } from "#core/evaluation/games.ts";
import { CATALOGUE } from "#core/mechanisms/catalogue.ts";
import { agreementQuestions, describeMechanism } from "#core/report/describe-mechanism.ts";

function sketchFor(key: string) {
  const file = join(import.meta.dirname, "../../../../content/mechanisms", `${key}.json`);
  const parsed = parseArchitecture(JSON.parse(readFileSync(file, "utf8")));
  if (!parsed.ok) throw new Error(`${key}: ${JSON.stringify(parsed.error)}`);
  return parsed.value;
}

describe.each(CATALOGUE)("the sketch of $key", (mechanism) => {
  const sketch = sketchFor(mechanism.key);
  const [seam] = sketch.agreements;
  const pair = pairOf(...(seam?.between ?? ["", ""]));

  test("is a bare drawing with its seam as the one agreement", () => {
    expect(sketch.agreements).toHaveLength(1);
    expect(sketch.summary).not.toBe("");
    expect(sketchOf(sketch)).toEqual({ ...sketch, agreements: [] });
    expect(sketch.components.length).toBeLessThanOrEqual(8);
  });

  test("makes the mechanism propose the drawn pair first, and the engine too", () => {
    const { candidates } = diagnose(sketchOf(sketch), CATALOGUE);
    expect(candidates[0]?.between).toEqual(pair);
    expect(candidates.find((candidate) => candidate.mechanism === mechanism.key)?.between).toEqual(pair);
  });

  test("is described in its own words, as the engine would weigh it", () => {
    const shown = describeMechanism(mechanism, sketch);
    const candidate = diagnose(sketchOf(sketch), CATALOGUE).candidates.find(
      (each) => each.mechanism === mechanism.key && each.between.join() === pair.join(),
    );
    expect(shown?.probability).toBeCloseTo(candidate?.probability ?? NaN, 10);
    expect(shown?.invariant).toBe(candidate?.invariant);
    expect(shown?.questions.length).toBeGreaterThan(0);
    const names = sketch.components.map(({ name }) => name);
    for (const { text, answers } of shown?.questions ?? []) {
      expect(text).toMatch(/\?$/);
      expect(
        names.some((name) => text.includes(name)),
        text,
      ).toBe(true);
      expect(answers.map(({ weight }) => weight)).toEqual(
        answers.map(({ weight }) => weight).toSorted((a, b) => b - a),
      );
      expect(answers.every(({ label, because }) => label !== "" && because !== "")).toBe(true);
    }
  });
});

test("a sketch without the mechanism shows nothing of it", () => {
  const [first, ...others] = CATALOGUE;
  expect(others.some((each) => describeMechanism(each, sketchFor(first?.key ?? "")) === null)).toBe(true);
});

test("what is asked of every agreement is asked of two sides", () => {
  const questions = agreementQuestions();
  expect(questions).toHaveLength(6);
  expect(questions[1]).toMatchObject({
    text: "Where is it written what one side and the other must agree on?",
  });
  expect(questions[1]?.answers[0]).toMatchObject({ label: "Nowhere", weight: 1.6 });
});
