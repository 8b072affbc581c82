import { importFiles } from "#core/interchange/importers.ts";
import { drawnOf } from "#tests/support/drawn-of-session.ts";
import { interchangeExamples, score } from "#tests/support/interchange-examples.ts";
import { expect, test } from "vitest";

const examples = interchangeExamples().filter(({ folder }) => folder === "structurizr");

test.each(examples.map((one) => [one.name, one] as const))(
  "%s holds what a person found in it",
  (_, example) => {
    const read = importFiles([example], { at: "2026-01-01T00:00:00.000Z" });
    if (!read.ok) expect.fail(JSON.stringify(read.error));
    expect(read.value.format).toBe("structurizr");
    const { components, connections, boundaries } = score(example.expected, drawnOf(read.value.session));
    for (const { matched, expected, found } of [components, connections, boundaries])
      expect({ matched, found }).toEqual({ matched: expected, found: expected });
  },
);
