import { reportDocument } from "#core/report/blocks/compose.ts";
import { makeDocx } from "#reports/docx/make-docx.ts";
import { documentOf, paragraphOf, partsOf, sha256 } from "#tests/support/report-files.ts";
import { answeredSession, reportOn } from "#tests/support/reports.ts";
import { whyNotWellFormed } from "#tests/support/well-formed.ts";
import { expect, test } from "vitest";
import { nodeAssets } from "../../../scripts/report-assets/node-assets.ts";

const assets = nodeAssets();
const document = reportDocument(reportOn(answeredSession("capital-one-2019")));
const file = await makeDocx(document, assets);

test("the same report is the same file, also after another", async () => {
  await makeDocx(documentOf([paragraphOf("Another.")]), assets);
  expect(sha256(await makeDocx(document, assets))).toBe(sha256(file));
}, 60_000);

test("headings, captions and table heads are written in styles, and every part is well-formed", () => {
  const parts = partsOf(file);
  const body = parts.get("word/document.xml") ?? "";
  for (const style of ["Title", "Heading1", "Heading2", "Caption", "TableHead", "TableText", "Quote"])
    expect(body).toContain(`<w:pStyle w:val="${style}"/>`);
  expect(body).toContain("<w:tblHeader/>");
  expect(body).toMatch(/<wp:docPr [^>]*descr="[^"]{20}/);
  for (const [name, text] of parts)
    if (/\.(?:xml|rels)$/.test(name)) expect([name, whyNotWellFormed(text)]).toEqual([name, null]);
}, 30_000);

test("the only fields are those for the number of the page and for the contents", () => {
  const parts = partsOf(file);
  const fields = [...parts.values()].flatMap((text) =>
    [...text.matchAll(/<w:instrText[^>]*>([^<]+)</g)].map(([, field = ""]) => field),
  );
  expect(fields.length).toBeGreaterThan(4);
  for (const field of fields)
    expect(field).toMatch(/^(?:PAGE|NUMPAGES|PAGEREF _Toc\d+ \\h|TOC \\h \\o &quot;1-2&quot;)$/);
}, 30_000);

test("the contents stand in the file with the pages of the headings", async () => {
  const parts = partsOf(
    await makeDocx(
      documentOf([
        { type: "heading", level: 1, id: "a", text: "First part" },
        paragraphOf("Words."),
        { type: "page-break" },
        { type: "heading", level: 1, id: "b", text: "Second part" },
      ]),
      assets,
    ),
  );
  const [contents = ""] = /<w:sdt>.*<\/w:sdt>/s.exec(parts.get("word/document.xml") ?? "") ?? [];
  const texts = [...contents.matchAll(/<w:t[^>]*>([^<]*)</g)].flatMap(([, text]) => (text ? [text] : []));
  expect(texts).toEqual(["First part", "3", "Second part", "4"]);
});

test("nothing in the file has a time but that of the report", async () => {
  const parts = partsOf(await makeDocx(documentOf([], { date: "2025-12-31" }), assets));
  expect(parts.get("docProps/core.xml")?.match(/\d{4}-\d{2}-\d{2}T[\d:.]+Z/g)).toEqual([
    "2025-12-31T00:00:00Z",
    "2025-12-31T00:00:00Z",
  ]);
});

test("what belongs together is not parted by the end of a page: a caption and its table, its last rows, a few definitions", async () => {
  const row = (text: string) => [[{ text }]];
  const table = {
    type: "table",
    caption: "Sums",
    head: ["A"],
    rows: ["one", "two", "three"].map(row),
  } as const;
  const entries = ["Relation", "Tolerance"].map((term) => ({ term, runs: [{ text: "the same" }] }));
  const body =
    partsOf(await makeDocx(documentOf([table, { type: "definitions", entries }]), assets)).get(
      "word/document.xml",
    ) ?? "";
  const kept = [...body.matchAll(/<w:p>((?:(?!<\/w:p>).)*)<\/w:p>/gs)].flatMap(([, paragraph = ""]) =>
    paragraph.includes("<w:keepNext/>") ? [/<w:t[^>]*>([^<]*)/.exec(paragraph)?.[1]] : [],
  );
  expect(kept).toEqual(["Table 1. Sums", "two", "Relation", "the same"]);
});

test("a drawing that nobody could read on its page is left out, and its caption says where it stands", async () => {
  const drawing = (width: number) => ({
    svg: `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} 40"></svg>`,
    width,
    height: 40,
    alternative: "A long way.",
  });
  const figure = (id: string, width: number) =>
    ({ type: "figure", id, caption: `The ${id} way.`, drawing: drawing(width) }) as const;
  const parts = partsOf(await makeDocx(documentOf([figure("short", 7_000), figure("long", 8_000)]), assets));
  expect([...parts.keys()].filter((name) => name.startsWith("word/media/"))).toHaveLength(1);
  const body = parts.get("word/document.xml") ?? "";
  expect(body).toMatch(/The long way\. It is too large/);
  expect(body).not.toMatch(/The short way\. It is too large/);
});
