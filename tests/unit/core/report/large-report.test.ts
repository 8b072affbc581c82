import { reportDocument } from "#core/report/blocks/compose.ts";
import { IN_THE_FILE } from "#core/report/blocks/measure.ts";
import { renderMarkdown } from "#core/report/render-markdown.ts";
import type { Block } from "#core/report/report-document.ts";
import { largeSession } from "#tests/support/large-session.ts";
import { reportOn } from "#tests/support/reports.ts";
import { describe, expect, test } from "vitest";

const TOLD_IN_FULL = 24;

/** More seams, components and facts than anybody reads. */
describe("the report of a large sketch", () => {
  const session = largeSession(550);
  const report = reportOn(session);
  const { blocks } = reportDocument(report);
  const { findings } = report;
  const pairs = new Set(findings.seams.map(({ pair }) => pair));
  const tables = blocks.filter((block) => block.type === "table");
  const rowsOf = (caption: string) =>
    tables.filter((block) => block.caption.startsWith(caption)).flatMap(({ rows }) => rows);
  const headings = blocks.filter((block) => block.type === "heading");

  test("tells so many seams in full, and each of the others in a line", () => {
    expect(pairs.size).toBeGreaterThan(TOLD_IN_FULL);
    expect(headings.filter(({ text }) => text.startsWith("Seam "))).toHaveLength(TOLD_IN_FULL);
    expect(rowsOf("Further seams")).toHaveLength(pairs.size - TOLD_IN_FULL);
    expect(rowsOf("Seams, each with its rung")).toHaveLength(12);
  });

  test("tries the moves of those that are told in full, and of no other", () => {
    const tried = findings.seams.filter(({ moves }) => moves.some(({ outlook }) => outlook !== null));
    const triedPairs = new Set(tried.map(({ pair }) => pair));
    expect(triedPairs.size).toBeGreaterThan(0);
    expect(triedPairs.size).toBeLessThanOrEqual(TOLD_IN_FULL);
    const [first] = findings.seams;
    expect(triedPairs).toContain(first?.pair);
  });

  test("says of every part that is cut short how much there is, and where", () => {
    const words = renderMarkdown(reportDocument(report));
    const { components } = session.architecture;
    expect(words).toContain(`These are the first 500 of ${components.length};`);
    expect(words).toContain(`Everything is told of the first ${TOLD_IN_FULL} seams`);
    expect(words).toContain("They are too many to be printed.");
  });

  test("leads nowhere that is not there", () => {
    const ids = new Set(headings.map(({ id }) => id));
    const runsOf = (block: Block) =>
      block.type === "table" ? block.rows.flat(2) : block.type === "paragraph" ? block.runs : [];
    const ledTo = blocks.flatMap(runsOf).flatMap(({ href = "" }) => (href.startsWith("#") ? [href] : []));
    expect(ledTo).toContain("#seam-13");
    for (const href of ledTo) expect(ids).toContain(href.slice(1));
  });
});

/** As many as a sketch that people can still draw has. */
describe("the report of 200 components, all answered", () => {
  const report = reportOn(largeSession(200));
  const { blocks } = reportDocument(report);
  const { seams, asked } = report.findings;
  const pairs = new Set(seams.map(({ pair }) => pair));

  test("tells every seam in full, with its moves tried", () => {
    const headings = blocks.filter((block) => block.type === "heading");
    expect(headings.filter(({ text }) => text.startsWith("Seam "))).toHaveLength(pairs.size);
    expect(pairs.size).toBeGreaterThan(TOLD_IN_FULL);
    const untried = seams.filter(
      ({ moves }) => moves.length > 0 && moves.every(({ outlook }) => outlook === null),
    );
    expect(untried).toEqual([]);
  });

  test("ends with all facts, and leaves nothing to the file", () => {
    const facts = blocks.find(
      (block) => block.type === "table" && block.caption.startsWith("What was asked"),
    );
    expect(facts).toMatchObject({ rows: { length: asked.length } });
    expect(JSON.stringify(blocks)).not.toContain(IN_THE_FILE);
  });
});
