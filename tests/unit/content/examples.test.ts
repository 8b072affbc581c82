import { execFile } from "node:child_process";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { parseAllDocuments } from "yaml";
import { fencedBlocks, patternExamples } from "#tests/support/pattern-examples.ts";
import { patterns } from "#content/generated/patterns.ts";

const run = promisify(execFile);
const examples = patternExamples();
const inLanguages = (...names: readonly string[]) =>
  examples
    .filter(({ language }) => names.includes(language))
    .map(({ slug, language, code }) => [slug, language, code] as const);

test("every pattern shows one example, in a language that has a name", () => {
  const slugs = patterns.map(({ matter }) => matter.slug);
  expect(examples.map(({ slug }) => slug).sort()).toEqual(slugs.sort());
  expect(examples.filter(({ language }) => language === "")).toEqual([]);
});

test("a fence ends with a fence of its own length, or not at all", () => {
  const text = "words\n\n````ts\nconst a = `\n```\n`;\n````\n\n```sql\nSELECT 1;\n```\n";
  expect(fencedBlocks("p", text)).toEqual([
    { slug: "p", language: "ts", code: "const a = `\n```\n`;\n" },
    { slug: "p", language: "sql", code: "SELECT 1;\n" },
  ]);
  expect(() => fencedBlocks("p", "```ts\nlet a;\n")).toThrow("p: the block of line 1 is not closed");
});

describe("the examples in TypeScript", () => {
  let folder: string;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), "seamark-examples-"));
  });
  afterAll(() => rm(folder, { recursive: true }));

  test.concurrent.for(inLanguages("ts"))(
    "%s runs, and its assertions hold",
    { timeout: 40_000 },
    async ([slug, , code]) => {
      const file = join(folder, `${slug}.ts`);
      await writeFile(file, code);
      const { stdout, stderr } = await run(process.execPath, [file], { timeout: 30_000 });
      expect({ stdout, stderr }).toEqual({ stdout: "", stderr: "" });
      expect(code).toContain("node:assert");
    },
  );
});

test.each(inLanguages("yaml", "json"))("the example of %s is valid %s", (_slug, _language, code) => {
  for (const document of parseAllDocuments(code, { strict: true })) {
    if (!("errors" in document)) continue;
    expect([...document.errors, ...document.warnings]).toEqual([]);
    expect(document.toJS()).toBeTypeOf("object");
  }
});
