import { columnWidths } from "#reports/column-widths.ts";
import { expect, test } from "vitest";

const row = (...texts: readonly string[]) => texts.map((text) => [{ text }]);

test("columns fill the width, and the one in which most is written is the widest", () => {
  const widths = columnWidths(["Weight", "Because"], [row("+1.6", "a long reason for it ".repeat(8))]);
  expect(widths.reduce((sum, width) => sum + width, 0)).toBeCloseTo(100);
  expect(widths[1]).toBeGreaterThan(widths[0]! * 3);
});

test("beside a long text a short word keeps room enough to stand whole", () => {
  const widths = columnWidths(
    ["Known by", "On"],
    [row("answered", "name after name after name ".repeat(30))],
  );
  expect(widths[0]).toBeGreaterThan("answered".length * 1.2);
});

test("many columns share what there is", () => {
  const head = Array.from({ length: 30 }, (_, i) => `Column${i}`);
  const widths = columnWidths(head, []);
  expect(widths.reduce((sum, width) => sum + width, 0)).toBeCloseTo(100);
  expect(Math.min(...widths)).toBeGreaterThan(2);
});

test("a column in which a note stands only here and there has room for more than a word of it", () => {
  const rows = [
    ...Array.from({ length: 40 }, () => row("Card application service", "")),
    row("Load balancer", "kept for seconds: 300"),
  ];
  const widths = columnWidths(["Component", "Notes"], rows);
  expect(widths[1]).toBeGreaterThan("kept for seconds".length * 1.3);
});
