import type { Block } from "#core/report/report-document.ts";
import { reportDocument } from "#core/report/blocks/compose.ts";
import { makePdf } from "#reports/pdf/make-pdf.ts";
import { COVER, documentOf, paragraphOf, sha256 } from "#tests/support/report-files.ts";
import { answeredSession, reportOn } from "#tests/support/reports.ts";
import { expect, test } from "vitest";
import { nodeAssets } from "../../../scripts/report-assets/node-assets.ts";

const assets = nodeAssets();
const latin1 = (bytes: Uint8Array) => Buffer.from(bytes).toString("latin1");

test("the same report is the same file, also after another", async () => {
  const document = reportDocument(reportOn(answeredSession("capital-one-2019")));
  const first = await makePdf(document, assets);
  await makePdf(documentOf([paragraphOf("日本語")]), assets);
  expect(sha256(await makePdf(document, assets))).toBe(sha256(first));
}, 60_000);

test("a report is a tagged PDF in English with the date that its author gave, and nothing acts in it", async () => {
  const pdf = latin1(await makePdf(documentOf([paragraphOf("Words.")]), assets));
  expect(pdf.startsWith("%PDF-1.7")).toBe(true);
  expect(pdf).toContain("/Marked true");
  expect(pdf).toContain("/Lang (en)");
  expect(pdf).toContain("(D:20260302000000Z)");
  expect(pdf).not.toMatch(/\/(?:JS|JavaScript|Launch|OpenAction|AA|EmbeddedFile)\b/);
});

test("only fonts that the text needs are read", async () => {
  const read: string[] = [];
  const counted = { read: (name: string) => (read.push(name), assets.read(name)) };
  await makePdf(documentOf([paragraphOf("Words.")]), counted);
  expect(read.filter((name) => name.includes("noto"))).toEqual([]);
  await makePdf(documentOf([paragraphOf("日")]), counted);
  expect(read.filter((name) => name.includes("noto-sans-jp"))).not.toEqual([]);
});

test("it says what it is doing, from beginning to end", async () => {
  const said: [number, string][] = [];
  const blocks: Block[] = [
    { type: "heading", level: 1, id: "a", text: "A" },
    paragraphOf("Words."),
    { type: "page-break" },
    { type: "heading", level: 1, id: "b", text: "B" },
  ];
  await makePdf({ cover: COVER, blocks }, assets, (done, doing) => said.push([done, doing]));
  expect(said.map(([done]) => done)).toEqual(said.map(([done]) => done).toSorted((a, b) => a - b));
  expect(said.every(([done]) => done >= 0 && done <= 1)).toBe(true);
  expect(said.map(([, doing]) => doing)).toContain("Setting page 3");
});

test("an asset that cannot be read is an error, not a file without letters", async () => {
  const broken = { read: () => Promise.reject(new Error("away")) };
  await expect(makePdf(documentOf([]), broken)).rejects.toThrow("away");
});
