import { expect, test } from "vitest";
import { pairKey } from "#core/architecture/subject.ts";
import { diagnose } from "#core/diagnosis/diagnose.ts";
import { sketchOf } from "#core/evaluation/games.ts";
import { CATALOGUE } from "#core/mechanisms/catalogue.ts";
import { incident } from "#tests/support/incidents.ts";

const sketch = sketchOf(incident("knight-order-router-2012").architecture);
const { wouldChange, verdict } = diagnose(sketch, CATALOGUE);

test("says in the words of the sketch which question and which answers would make a seam", () => {
  expect(verdict).toBe("too-little-known");
  expect(wouldChange[0]).toMatchObject({
    question: {
      text: "Where is it written what Capital thresholds and Order router servers must agree on?",
      multiple: false,
    },
    answers: [
      { value: "nowhere", label: "Nowhere" },
      { value: "unknown", label: "Nobody knows" },
      { value: "docs", label: "In a document" },
      { value: "code", label: "Only in code" },
    ],
    isSetAside: false,
  });
});

test("names three different pairs as long as there are so many", () => {
  expect(new Set(wouldChange.map(({ between }) => pairKey(...between))).size).toBe(3);
});

test("says nothing of a pair that was ruled out, and keeps what was set aside", () => {
  const [first] = wouldChange;
  const pair = first?.between ?? ["", ""];
  const without = diagnose(sketch, CATALOGUE, { independent: [pair] }).wouldChange;
  expect(without.map(({ between }) => pairKey(...between))).not.toContain(pairKey(...pair));
  const setAside = [`agreement:${pairKey(...pair)}#stated`];
  expect(diagnose(sketch, CATALOGUE, { setAside }).wouldChange[0]).toMatchObject({
    question: { text: first?.question.text, information: 0 },
    answers: first?.answers,
    isSetAside: true,
  });
});

test("is found once, when somebody looks", () => {
  const diagnosis = diagnose(sketch, CATALOGUE);
  expect(diagnosis.wouldChange).toBe(diagnosis.wouldChange);
});
