import { expect, onTestFinished, test } from "vitest";
import { patternExamples } from "#tests/support/pattern-examples.ts";
import { createTestDatabase, runIn } from "#tests/support/test-database.ts";

const examples = patternExamples()
  .filter(({ language }) => language === "sql")
  .map(({ slug, code }) => [slug, code] as const);

test("there are examples in SQL", () => {
  expect(examples.length).toBeGreaterThan(0);
});

test.each(examples)("the example of %s runs from top to bottom in an empty database", async (_slug, code) => {
  const { url, drop } = await createTestDatabase({ template: false });
  onTestFinished(drop);
  await runIn(url, code);
});
