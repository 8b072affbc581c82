import { makeDocx } from "#reports/docx/make-docx.ts";
import { makePdf } from "#reports/pdf/make-pdf.ts";
import { makePng } from "#reports/picture/make-png.ts";
import { HOSTILE, hostileReports } from "#tests/support/hostile-report.ts";
import { partsOf, saidOf } from "#tests/support/report-files.ts";
import { whyNotWellFormed } from "#tests/support/well-formed.ts";
import { expect, test } from "vitest";
import { nodeAssets } from "../../../scripts/report-assets/node-assets.ts";

const assets = nodeAssets();
const FORBIDDEN = [
  "/JS",
  "/JavaScript",
  "/Launch",
  "/OpenAction",
  "/AA",
  "/EmbeddedFile",
  "/EmbeddedFiles",
  "/RichMedia",
];
const reports = hostileReports(26);

test("there are 500 hostile texts", () => {
  expect(new Set(HOSTILE).size).toBeGreaterThanOrEqual(500);
});

test("no text of people becomes part of the structure of a PDF", { timeout: 600_000 }, async () => {
  for (const report of reports) {
    const pdf = await makePdf(report, assets);
    expect(saidOf("qpdf", pdf, (file) => ["--check", file])).toContain("No syntax or stream encoding errors");
    const { keys, links } = structureOf(saidOf("qpdf", pdf, (file) => ["--json=2", "--json-key=qpdf", file]));
    expect(FORBIDDEN.filter((key) => keys.has(key))).toEqual([]);
    expect(links.filter((link) => !/^u:(?:https?:\/\/|mailto:)/i.test(link))).toEqual([]);
    expect(saidOf("pdfinfo", pdf, (file) => ["-meta", file])).toMatch(/<\/x:xmpmeta>/);
  }
});

/** Every key and every name in the objects of a file, and where its links lead. */
function structureOf(json: string): {
  readonly keys: ReadonlySet<string>;
  readonly links: readonly string[];
} {
  const keys = new Set<string>();
  const links: string[] = [];
  const walk = (value: unknown): void => {
    if (typeof value === "string" && value.startsWith("/")) keys.add(value);
    else if (Array.isArray(value)) value.forEach(walk);
    else if (typeof value === "object" && value !== null)
      for (const [key, inner] of Object.entries(value)) {
        keys.add(key);
        if (key === "/URI" && typeof inner === "string") links.push(inner);
        walk(inner);
      }
  };
  walk(JSON.parse(json));
  return { keys, links };
}

test("no text of people becomes part of the structure of a Word document", { timeout: 600_000 }, async () => {
  for (const report of reports) {
    const parts = partsOf(await makeDocx(report, assets));
    for (const [name, text] of parts) {
      if (!/\.(?:xml|rels)$/.test(name)) continue;
      expect([name, whyNotWellFormed(text)]).toEqual([name, null]);
      expect(text).not.toMatch(/<(?:w:fldSimple|w:attachedTemplate|w:object|o:OLEObject|w:altChunk)\b/);
      for (const [, field = ""] of text.matchAll(/<w:instrText[^>]*>([^<]+)</g))
        expect(field).toMatch(/^(?:PAGE|NUMPAGES|PAGEREF _Toc\d+ \\h|TOC \\h \\o &quot;1-2&quot;)$/);
      for (const [relation] of text.matchAll(/<Relationship [^>]*TargetMode="External"[^>]*>/g))
        expect(relation).toMatch(/Target="(?:https?:\/\/|mailto:)/i);
    }
  }
});

test("pictures of drawings with such texts are pictures", { timeout: 300_000 }, async () => {
  for (const { blocks } of reports)
    for (const block of blocks)
      if (block.type === "figure") {
        const png = await makePng(block.drawing, assets, { ground: "#ffffff" });
        expect([...png.subarray(1, 4)]).toEqual([0x50, 0x4e, 0x47]);
      }
});
