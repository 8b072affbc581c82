import { expect, test } from "vitest";
import { yamlExtent } from "#core/interchange/yaml-extent.ts";

const MOST = { depth: 64, documents: 2_000 };

test.each([
  ["a: [b, {c: [d]}]", 3],
  ["a: []\nb: {}\nc: [[]]", 2],
  ["a: \"[[[[\"\nb: '{{{'\nc: if [ -f x ]; then [[ y", 0],
  ["a: # [[[\n  - b", 0],
  ["run: |\n  [ [ [ {\n  {{ value }}\nb: [c]", 1],
])("brackets are counted where they are brackets: %j", (text, depth) => {
  expect(yamlExtent(text, MOST).depth).toBe(depth);
});

test("documents are counted by the marks before them, not by lines of a text", () => {
  expect(yamlExtent("---\na: 1\n---\nb: 1\n...\n---\n", MOST).documents).toBe(3);
  expect(yamlExtent("a: |\n  ---\n  b\n", MOST).documents).toBe(0);
});

test("what goes further than it may is not read to its end", () => {
  expect(yamlExtent("[".repeat(100_000), MOST).depth).toBe(65);
  expect(yamlExtent("---\n".repeat(100_000), MOST).documents).toBe(2_001);
});
