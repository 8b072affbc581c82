import { importFiles } from "#core/interchange/importers.ts";
import { drawnOf } from "#tests/support/drawn-of-session.ts";
import { interchangeExamples, score } from "#tests/support/interchange-examples.ts";
import { expect, test } from "vitest";

const examples = interchangeExamples().filter(({ folder }) => folder === "mermaid");

test.each(examples.map((one) => [one.name, one] as const))(
  "%s holds what a person found in it",
  (_, example) => {
    const read = importFiles([example], { at: "2026-01-01T00:00:00.000Z" });
    if (!read.ok) expect.fail(JSON.stringify(read.error));
    expect(read.value.format).toBe("mermaid");
    const { components, connections, boundaries } = score(example.expected, drawnOf(read.value.session));
    for (const { matched, expected, found } of [components, connections, boundaries])
      expect({ matched, found }).toEqual({ matched: expected, found: expected });
  },
);

test.each(examples.map((one) => [one.name, one] as const))(
  "%s is told apart as an architecture or not",
  (_, example) => {
    const read = importFiles([example], { at: "2026-01-01T00:00:00.000Z" });
    const said =
      read.ok &&
      read.value.notes.some(({ what }) => what.includes("nothing in it says that it is an architecture"));
    expect(said).toBe(!example.expected.isArchitecture);
  },
);
