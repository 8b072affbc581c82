import { reportDocument } from "#core/report/blocks/compose.ts";
import { makePdf } from "#reports/pdf/make-pdf.ts";
import { documentOf, paragraphOf, pdfText, saidOf } from "#tests/support/report-files.ts";
import { answeredSession, reportOn } from "#tests/support/reports.ts";
import { expect, test } from "vitest";
import { nodeAssets } from "../../../scripts/report-assets/node-assets.ts";

const assets = nodeAssets();

test.each([
  ["Japanese", "日本語の文章は、漢字とかなとカタカナで書かれている。"],
  ["Arabic", "مرحبا بالعالم هذا نص عربي"],
  ["pictures", "😀 👍 🇩🇪 ✓ ❤"],
  ["letters with marks", "e\u0301 a\u0308 n\u0303 x\u0304 q\u0307 ș ệ"],
  ["Greek and Cyrillic", "Ελληνικά Кириллица"],
  ["mathematics and arrows", "≤ ≥ ≠ → ← ∀ ∑"],
])(
  "a reader of the text finds every character of %s, in the order in which it was written",
  async (_, text) => {
    const found = pdfText(await makePdf(documentOf([paragraphOf(text)]), assets)).normalize();
    const wanted = Array.from(text.normalize()).filter((character) => character !== " ");
    expect(wanted.filter((character) => !found.includes(character))).toEqual([]);
    // The bounds of what runs from right to left are marked, and marks may be set apart from their letters.
    const plain = (value: string) => value.replaceAll(/[\s\p{Cf}\p{M}\u{1f3fb}-\u{1f3ff}]/gu, "");
    expect(plain(found)).toContain(plain(text.normalize()));
  },
);

test("the contents name the pages that the headings stand on", async () => {
  const pdf = await makePdf(reportDocument(reportOn(answeredSession("capital-one-2019"))), assets);
  const pages = pdfText(pdf).split("\f");
  const listed = (pages[1] ?? "").matchAll(/^ *(\S.*?) {2,}(\d+)$/gm);
  const entries = [...listed].map(([, title = "", page]) => [title, Number(page)] as const);
  expect(entries.length).toBeGreaterThan(5);
  for (const [title, page] of entries)
    expect([title, pages[page - 1]?.includes(title)]).toEqual([title, true]);
  expect(pages[2]).toContain(`3 of ${pages.length - 1}`);
}, 60_000);

test("the number of a page and that of all pages stand on one line", async () => {
  const pdf = await makePdf(reportDocument(reportOn(answeredSession("capital-one-2019"))), assets);
  const words = saidOf("pdftotext", pdf, (file) => ["-bbox", "-f", "3", "-l", "3", file, "-"]);
  const [, top, ofTop, totalTop] =
    /yMin="([\d.]+)"[^>]*>3<[^>]*>\s*<[^>]*yMin="([\d.]+)"[^>]*>of<[^>]*>[\s\S]*?yMin="([\d.]+)"[^>]*>\d+</.exec(
      words,
    ) ?? [];
  expect(Number(top)).toBeGreaterThan(780);
  expect(ofTop).toBe(top);
  expect(Math.abs(Number(totalTop) - Number(top))).toBeLessThan(0.25);
}, 60_000);

test("the structure is read in order: headings, tables with heads, lists, figures in words, and links", async () => {
  const pdf = await makePdf(reportDocument(reportOn(answeredSession("capital-one-2019"))), assets);
  const structure = saidOf("pdfinfo", pdf, (file) => ["-struct", file]);
  for (const type of [
    "H1",
    "H2",
    "H3",
    "Table",
    "TR",
    "TH",
    "TD",
    "L",
    "LI",
    "Figure",
    "BlockQuote",
    "TOC",
    "TOCI",
    "Link",
  ])
    expect(structure).toMatch(new RegExp(`^ *${type}\\b`, "m"));
  expect(structure.indexOf("TOC")).toBeLessThan(structure.indexOf("H2"));
}, 60_000);

test("a word longer than a line is broken, and no line runs out of the page", async () => {
  const pdf = await makePdf(
    documentOf([paragraphOf("x".repeat(400)), paragraphOf("/a/path".repeat(60))]),
    assets,
  );
  const boxes = saidOf("pdftotext", pdf, (file) => ["-bbox", file, "-"]).matchAll(/xMax="([\d.]+)"/g);
  for (const [, right] of boxes) expect(Number(right)).toBeLessThan(595 - 60);
});

test("a table goes on with its head on every page, and every row stands once", async () => {
  const rows = Array.from({ length: 900 }, (_, i) => [
    [{ text: `Row ${i} of many` }],
    [{ text: "Something said at some length. ".repeat(1 + (i % 5)) }],
  ]);
  const pdf = await makePdf(
    documentOf([{ type: "table", caption: "Long", head: ["What", "Said"], rows }]),
    assets,
  );
  const pages = pdfText(pdf).split("\f").slice(1, -1);
  expect(pages.length).toBeGreaterThan(20);
  for (const page of pages) expect(page.trimStart()).toMatch(/^(?:Table 1\. Long\s+)?What +Said/);
  const found = pages.join("\n").match(/Row \d+ of many/g) ?? [];
  expect(found).toEqual(rows.map((_, i) => `Row ${i} of many`));
}, 120_000);
