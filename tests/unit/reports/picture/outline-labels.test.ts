import { loadFonts } from "#reports/fonts/fonts.ts";
import { textsIn } from "#reports/fonts/texts.ts";
import { outlineLabels } from "#reports/picture/outline-labels.ts";
import { expect, test } from "vitest";
import { nodeAssets } from "../../../../scripts/report-assets/node-assets.ts";

const label = (text: string, rest = "") =>
  `<svg><text x="100" y="20" font-size="10" font-family="'Hanken Grotesk'"${rest}>${text}</text></svg>`;
/** What is no label asks for no font. */
const NO_FONTS = {} as Parameters<typeof outlineLabels>[1];
const outlined = async (svg: string) =>
  outlineLabels(svg, await loadFonts(textsIn(svg), nodeAssets(), ["sans"]));

test.each([
  ["ordinary letters", "Store &amp; forward – “fast”"],
  ["what runs from right to left", "מסד נתונים"],
])("%s stay a text", async (_, text) => {
  expect(await outlined(label(text))).toBe(label(text));
});

test.each([
  ["syllables", "भुगतान"],
  ["several faces", "DB 数据库"],
  ["letters of another file of the same face", "cơ sở"],
])("%s become a path", async (_, text) => {
  const svg = await outlined(label(text, ' fill="#123456"'));
  expect(svg).toMatch(
    /^<svg><path transform="translate\(100 20\)" d="M[^"]+Z" [^>]*fill="#123456"\/><\/svg>$/,
  );
});

test("the path stands where the text would", async () => {
  const at = async (anchor: string) => {
    const svg = await outlined(label("数据库", ` text-anchor="${anchor}"`));
    return Number(/translate\(([\d.]+) /.exec(svg)?.[1]);
  };
  // Three characters as wide as they are high.
  expect([await at("start"), await at("middle"), await at("end")]).toEqual([100, 85, 70]);
});

test("labels that nobody closes take no longer than they are", () => {
  const svg = `${"<text/".repeat(100_000)}あ`;
  expect(outlineLabels(svg, NO_FONTS)).toBe(svg);
});
