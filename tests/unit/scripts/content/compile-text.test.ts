import { describe, expect, it } from "vitest";
import { SPINE } from "#core/series/spine.ts";
import { CASES } from "../../../../scripts/content/collections.ts";
import { compileText } from "../../../../scripts/content/compile-text.ts";

const HEAD = `id: SF-0009
slug: a-case
title: A case
dek: What it is about.
version: "1.0.0"
status: seed
published: "2026-01-01"
updated: "2026-01-01"
incident: an-incident
zone: coupling
mechanism: dual-write
failureClass: hidden-dependency
trigger: code
involved: Two stores.
impact: { text: One order too many., sources: [one] }
invariant: Both stores hold the same order.
absentLayer: One place that both are written from
structuralMove: Write once and derive.
patterns: [transactional-outbox]
relations: []
sources:
  - { key: one, title: One, publisher: A, date: "2025", url: "https://example.org/1" }
  - { key: two, title: Two, publisher: B, date: "2025", url: "https://example.org/2" }
corrections: []`;

const CITED = 'First.<Cite keys="two" /> Then.<Cite keys="one two" />';

/** A case whose first part says `text` and whose other parts say nothing much. */
function document(text: string, head = HEAD): string {
  const parts = SPINE.map(({ part }, i) => `<Part name="${part}">\n\n${i === 0 ? text : "Text."}\n\n</Part>`);
  return `---\n${head}\n---\n\n${parts.join("\n\n")}\n`;
}

const compile = (source: string) => compileText(CASES, "a-case.mdx", source);

describe("compileText", () => {
  it("numbers sources by first mention and keeps every place that cites them", async () => {
    const { entry } = await compile(document(CITED));
    expect(entry.citations).toEqual([
      { key: "two", number: 1, places: ["cite-1", "cite-3"] },
      { key: "one", number: 2, places: ["cite-2"] },
    ]);
    expect(entry.text).toMatch(/^First\. Then\. Text\./);
  });

  it("makes the same of the same text", async () => {
    expect(await compile(document(CITED))).toEqual(await compile(document(CITED)));
  });

  it.each([
    ["an import", `import fs from "node:fs"\n\n${CITED}`, "neither import nor export"],
    ["an export", `export const a = 1\n\n${CITED}`, "neither import nor export"],
    ["an expression", `${CITED} {process.env.HOME}`, "must be a literal"],
    ["a component that is not on the list", `${CITED} <Script src="x" />`, "is not a component"],
    ["an element in lower case", `${CITED} <iframe src="x" />`, "is not a component"],
    ["a computed attribute", `${CITED} <Cite keys={"one"} />`, "as plain strings"],
    ["spread attributes", `${CITED} <Cite {...{}} />`, "as plain strings"],
    ["an attribute that is not on the list", `${CITED} <Cite keys="one" onClick="x" />`, "as plain strings"],
    ["a link that runs code", `${CITED} [a](javascript:alert)`, "a link must begin"],
    ["a link to another host without a scheme", `${CITED} [a](//example.org)`, "a link must begin"],
    ["a figure without words", `${CITED}\n\n<Architecture caption="" />`, "without a caption"],
    ["a key without a source", `${CITED} <Cite keys="three" />`, 'no source "three"'],
    ["a citation of nothing", `${CITED} <Cite keys="" />`, "names no source"],
    ["a citation outside a sentence", `${CITED}\n\n<Cite keys="one" />`, "belongs to a sentence"],
    ["a source that is never cited", 'First.<Cite keys="two" />', '"one" is never cited'],
    [
      "a part that is there twice",
      `${CITED}\n\n<Part name="claim">\n\nAgain.\n\n</Part>`,
      "the parts must be",
    ],
  ])("refuses %s", async (_, text, message) => {
    await expect(compile(document(text))).rejects.toThrow(message);
  });

  it("allows a literal expression and a comment", async () => {
    await expect(compile(document(`${CITED} {" "} {/* kept out of the page */}`))).resolves.toBeDefined();
  });

  it("refuses front matter that is missing, incomplete, misspelt or marked as script", async () => {
    await expect(compile("No front matter.")).rejects.toThrow("begins with front matter");
    await expect(compile(document(CITED, HEAD.replace("zone: coupling\n", "")))).rejects.toThrow("zone");
    await expect(compile(document(CITED, `${HEAD}\ntitel: A case`))).rejects.toThrow("titel");
    await expect(compile(`---js\n{}\n---\n${document(CITED)}`)).rejects.toThrow("begins with front matter");
    await expect(compile(`---\n${HEAD}\n---\n---js\n{}\n---\nText.`)).rejects.toThrow(
      "cannot begin with ---",
    );
  });
});
