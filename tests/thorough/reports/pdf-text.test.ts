import type { Block } from "#core/report/report-document.ts";
import { reportDocument } from "#core/report/blocks/compose.ts";
import { makePdf } from "#reports/pdf/make-pdf.ts";
import { documentOf, paragraphOf, pdfText, saidOf } from "#tests/support/report-files.ts";
import { answeredSession, reportOn } from "#tests/support/reports.ts";
import { expect, test } from "vitest";
import { nodeAssets } from "../../../scripts/report-assets/node-assets.ts";

const assets = nodeAssets();

/** In each script the word for a database, mostly with that for a payment. */
const LINES: readonly (readonly [script: string, text: string])[] = [
  ["Japanese", "日本語の文章は、漢字とかなとカタカナで書かれている。データベース"],
  ["simplified Chinese", "数据库 付款 订单"],
  ["traditional Chinese", "資料庫 付款 訂單"],
  ["Korean", "데이터베이스 결제"],
  ["Korean with Chinese characters", "資料庫 데이터베이스"],
  ["Hindi", "डेटाबेस भुगतान हिन्दी"],
  ["Bengali", "ডাটাবেস পেমেন্ট"],
  ["Punjabi", "ਡਾਟਾਬੇਸ ਭੁਗਤਾਨ"],
  ["Gujarati", "ડેટાબેઝ ચુકવણી"],
  ["Odia", "ଡାଟାବେସ"],
  ["Tamil", "தரவுத்தளம் கட்டணம்"],
  ["Telugu", "డేటాబేస్ చెల్లింపు"],
  ["Kannada", "ಡೇಟಾಬೇಸ್ ಪಾವತಿ"],
  ["Malayalam", "ഡാറ്റാബേസ് പേയ്‌മെന്റ്"],
  ["Sinhala", "දත්ත සමුදාය ගෙවීම ශ්‍රී"],
  ["Thai", "ฐานข้อมูล การชำระเงิน น้ำ"],
  ["Lao", "ຖານຂໍ້ມູນ ການຊຳລະເງິນ"],
  ["Khmer", "មូលដ្ឋានទិន្នន័យ"],
  ["Burmese", "ဒေတာဘေ့စ် မြန်မာ"],
  ["Armenian", "տվյալների բազա վճարում"],
  ["Georgian", "მონაცემთა ბაზა გადახდა"],
  ["Amharic", "የውሂብ ጎታ ክፍያ"],
  ["Greek", "βάση δεδομένων πληρωμή"],
  ["Russian", "база данных платёж"],
  ["Kazakh", "дерекқор төлем"],
  ["Vietnamese", "cơ sở dữ liệu thanh toán"],
  ["Yoruba", "ẹ̀rọ ìsanwó"],
];

test.each(LINES)("a reader of the text finds %s as it was written, spaces and all", async (_, text) => {
  // A table cell begins a line with the first letter, in which the layout once lost what was before a mark.
  const table: Block = { type: "table", caption: "", head: ["Name"], rows: [[[{ text }]]] };
  const found = pdfText(await makePdf(documentOf([paragraphOf(text), table]), assets));
  expect(found.normalize().split(text.normalize())).toHaveLength(3);
});

test.each([
  ["Hebrew", "מסד נתונים ותשלום"],
  ["Hebrew with points", "שָׁלוֹם"],
  ["Arabic", "قاعدة بيانات ودفع مرحبا بالعالم سلام"],
  ["Arabic with vowels", "كِتَابٌ"],
  ["Dhivehi", "ޑޭޓާބޭސް"],
  ["pictures", "😀 👍 🇩🇪 ✓ ❤"],
  ["mathematics and arrows", "≤ ≥ ≠ → ← ∀ ∑"],
  ["letters with marks", "e\u0301 a\u0308 n\u0303 x\u0304 q\u0307 ș ệ"],
])(
  "a reader of the text finds every character of %s, in the order in which it was written",
  async (_, text) => {
    const table: Block = { type: "table", caption: "", head: ["Name"], rows: [[[{ text }]]] };
    const found = pdfText(await makePdf(documentOf([paragraphOf(text), table]), assets)).normalize();
    const wanted = Array.from(text.normalize()).filter((character) => character !== " ");
    expect(wanted.filter((character) => !found.includes(character))).toEqual([]);
    // The bounds of what runs from right to left are marked, and marks may be told before their letters.
    const plain = (value: string) => value.replaceAll(/[\s\p{Cf}\p{M}\u{1f3fb}-\u{1f3ff}]/gu, "");
    expect(plain(found).split(plain(text.normalize()))).toHaveLength(3);
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
