import { Lexer } from "yaml";
import { expect, test } from "vitest";
import { YamlExtent, type YamlLimits } from "#core/interchange/yaml-extent.ts";

/** How many of the tokens of a text are looked at, and what goes too far. */
function follow(text: string, most: Partial<YamlLimits>) {
  const extent = new YamlExtent({ depth: 64, documents: 2_000, ...most });
  let tokens = 0;
  for (const token of new Lexer().lex(text)) {
    tokens += 1;
    const beyond = extent.add(token);
    if (beyond !== null) return { beyond, tokens };
  }
  return { beyond: null, tokens };
}

test.each([
  ["a: [b, {c: [d]}]", 3],
  ["a: []\nb: {}\nc: [[]]", 2],
  ["a: \"[[[[\"\nb: '{{{'\nc: if [ -f x ]; then [[ y", 0],
  ["a: # [[[\n  - b", 0],
  ["run: |\n  [ [ [ {\n  {{ value }}\nb: [c]", 1],
])("brackets are counted where they are brackets: %j", (text, depth) => {
  expect(follow(text, { depth }).beyond).toBeNull();
  expect(follow(text, { depth: depth - 1 }).beyond).toBe("depth");
});

test("documents are counted by the marks before them, not by lines of a text", () => {
  const three = "---\na: 1\n---\nb: 1\n...\n---\n";
  expect(follow(three, { documents: 3 }).beyond).toBeNull();
  expect(follow(three, { documents: 2 }).beyond).toBe("documents");
  expect(follow("a: |\n  ---\n  b\n", { documents: 0 }).beyond).toBeNull();
});

test("what goes further than it may is told at once", () => {
  const { beyond, tokens } = follow("[".repeat(100_000), {});
  expect(beyond).toBe("depth");
  expect(tokens).toBeLessThan(100);
  expect(follow("---\n".repeat(100_000), {}).beyond).toBe("documents");
});
