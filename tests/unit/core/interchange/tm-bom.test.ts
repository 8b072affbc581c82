import { tmBom } from "#core/interchange/tm-bom.ts";
import { drawnOf } from "#tests/support/drawn-of.ts";
import { interchangeExamples, score } from "#tests/support/interchange-examples.ts";
import { describe, expect, test } from "vitest";

const at = "2026-03-01T10:00:00.000Z";

const read = (text: string) => {
  const done = tmBom.read([{ name: "model.json", text }], { at });
  if (!done.ok) throw new Error(JSON.stringify(done.error));
  return done.value;
};

describe("examples of the Threat Model Library", () => {
  const examples = interchangeExamples().filter(({ folder }) => folder === "threat-model-library");
  test.each(examples.map((example) => [example.name, example] as const))("%s", (_, { text, expected }) => {
    const { session } = read(text);
    const found = drawnOf(session.architecture);
    expect(found.components.toSorted()).toEqual(expected.components.toSorted());
    expect(score(expected, found)).toEqual(score(expected, expected));
  });
});
