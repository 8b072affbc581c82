import type { Block } from "#core/report/report-document.ts";
import { paperBlocks, scaleOnPage } from "#reports/paper-blocks.ts";
import { paragraphOf } from "#tests/support/report-files.ts";
import { expect, test } from "vitest";

const heading = (level: 1 | 2 | 3, text: string): Block => ({ type: "heading", level, id: text, text });
const figure = (caption: string, height: number): Block => ({
  type: "figure",
  id: caption,
  caption,
  drawing: { svg: "<svg/>", width: 400, height, alternative: "" },
});
const table: Block = { type: "table", caption: "Facts", head: ["A"], rows: [] };

function said(blocks: readonly Block[]): readonly string[] {
  return blocks.map((block) => {
    if (block.type === "heading") return block.text;
    return block.type === "figure" || block.type === "table" ? block.caption : block.type;
  });
}

test("a tall figure stands after the text of its section, a low one where it is spoken of", () => {
  const blocks = [
    ...[heading(2, "Seam 1"), paragraphOf("Text."), figure("Tall", 900), figure("Low", 100)],
    ...[heading(3, "Check"), paragraphOf("More."), heading(2, "Seam 2"), paragraphOf("Other.")],
  ];
  expect(said(paperBlocks(blocks))).toEqual([
    ...["Seam 1", "paragraph", "Figure 1. Low", "Check", "paragraph", "Figure 2. Tall"],
    ...["Seam 2", "paragraph"],
  ]);
});

test("a figure that a section begins with stays there, and none leaves its section", () => {
  const blocks = [heading(1, "Sketch"), figure("All", 900), paragraphOf("Text."), figure("More", 900)];
  expect(said(paperBlocks([...blocks, { type: "page-break" }, heading(1, "Next")]))).toEqual([
    ...["Sketch", "Figure 1. All", "paragraph", "Figure 2. More", "page-break", "Next"],
  ]);
});

test("figures and tables are numbered by themselves, and what has no caption is not counted", () => {
  const blocks = [table, { ...table, caption: "" }, figure("A", 10), table];
  expect(said(paperBlocks(blocks))).toEqual(["Table 1. Facts", "", "Figure 1. A", "Table 2. Facts"]);
});

test("a drawing is never enlarged, fits the page, and takes half of it where it can be read so", () => {
  expect(scaleOnPage({ width: 100, height: 50 })).toBe(1);
  expect(scaleOnPage({ width: 934, height: 100 })).toBe(0.5);
  expect(scaleOnPage({ width: 400, height: 380 })).toBeCloseTo((614 * 0.47) / 380);
  expect(scaleOnPage({ width: 400, height: 614 })).toBeCloseTo(0.6);
  expect(scaleOnPage({ width: 400, height: 1228 })).toBeCloseTo(0.5);
});
