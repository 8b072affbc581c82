import * as fc from "fast-check";
import { expect, test } from "vitest";
import { makePdf } from "#reports/pdf/make-pdf.ts";
import { makePng } from "#reports/picture/make-png.ts";
import { documentOf, paragraphOf, pdfText } from "#tests/support/report-files.ts";
import { nodeAssets } from "../../../scripts/report-assets/node-assets.ts";

const assets = nodeAssets();
const SCRIPTS = [
  ...["Hebrew", "Arabic", "Thaana", "Armenian", "Georgian", "Ethiopic", "Greek", "Cyrillic"],
  ...["Devanagari", "Bengali", "Gurmukhi", "Gujarati", "Oriya", "Tamil", "Telugu", "Kannada", "Malayalam"],
  ...["Sinhala", "Thai", "Lao", "Khmer", "Myanmar", "Hangul", "Hiragana", "Han"],
];

/** Letters, marks and signs of a script in no order that anybody would write. */
function nonsense(script: string, count: number): readonly string[] {
  const isOf = new RegExp(`\\p{Script=${script}}`, "u");
  const characters = Array.from({ length: 0xffff }, (_, code) => String.fromCharCode(code)).filter((one) =>
    isOf.test(one),
  );
  const unit = fc.constantFrom(...characters, " ", "-", "a", "1", "\u200c", "\u200d", "\u0301");
  return fc.sample(fc.string({ unit, minLength: 1, maxLength: 14 }), { numRuns: count, seed: 20 });
}

test.each(SCRIPTS)("a thousand random texts in %s become pages", { timeout: 120_000 }, async (script) => {
  const texts = nonsense(script, 1000);
  const pdf = await makePdf(documentOf(texts.map((text, i) => paragraphOf(`No. ${i}: ${text}`))), assets);
  const found = pdfText(pdf).match(/No\. \d+:/g) ?? [];
  expect(new Set(found).size).toBe(1000);
});

test.each(SCRIPTS)("random labels in %s become pictures", { timeout: 120_000 }, async (script) => {
  const labels = nonsense(script, 200).map(
    (text, i) => `<text x="100" y="${i * 12}" font-size="10" text-anchor="middle">${text}</text>`,
  );
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 200 2400" width="200" height="2400">${labels.join("")}</svg>`;
  const png = await makePng({ svg, width: 200, height: 2400, alternative: "" }, assets, {
    ground: "#ffffff",
  });
  expect([...png.subarray(1, 4)]).toEqual([0x50, 0x4e, 0x47]);
});
