import { reportDocument } from "#core/report/blocks/compose.ts";
import { withPageBreaks } from "#core/report/blocks/page-breaks.ts";
import type { Block } from "#core/report/report-document.ts";
import { emptySession } from "#core/document/new-session.ts";
import { paragraphOf } from "#tests/support/report-files.ts";
import { answeredSession, reportOn } from "#tests/support/reports.ts";
import { expect, test } from "vitest";

/** A part that takes about so much of a page. */
function part(name: string, pages: number): readonly Block[] {
  const lines = Math.round(pages * 30);
  return [
    { type: "heading", level: 1, id: name, text: name },
    ...Array.from({ length: lines }, () => paragraphOf(name)),
  ];
}

const breaksBefore = (parts: readonly (readonly Block[])[]) => {
  const blocks = withPageBreaks(parts);
  return blocks.flatMap((block, i) => {
    const next = blocks[i + 1];
    return block.type === "page-break" && next?.type === "heading" ? [next.text] : [];
  });
};

test("short parts share a page", () => {
  expect(breaksBefore([part("a", 0.2), part("b", 0.1), part("c", 0.3)])).toEqual([]);
});

test("a part begins a page where the one before it fills most of its own", () => {
  expect(breaksBefore([part("a", 0.6), part("b", 0.8), part("c", 5), part("d", 2)])).toEqual(["b", "c", "d"]);
});

test("no page is left with a few lines on it, nor begun for a few", () => {
  expect(breaksBefore([part("a", 1.1), part("b", 0.8)])).toEqual([]);
  expect(breaksBefore([part("a", 0.6), part("b", 0.2)])).toEqual([]);
});

test("a report on nothing takes two pages, and a long one begins some", () => {
  const breaks = (blocks: readonly Block[]) => blocks.filter(({ type }) => type === "page-break").length;
  expect(breaks(reportDocument(reportOn(emptySession())).blocks)).toBeLessThan(2);
  expect(breaks(reportDocument(reportOn(answeredSession("capital-one-2019"))).blocks)).toBeGreaterThan(2);
});
