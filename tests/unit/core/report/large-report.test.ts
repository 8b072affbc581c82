import { reportDocument } from "#core/report/blocks/compose.ts";
import { TOLD_IN_FULL } from "#core/report/findings.ts";
import { renderMarkdown } from "#core/report/render-markdown.ts";
import type { Block } from "#core/report/report-document.ts";
import { largeSession } from "#tests/support/large-session.ts";
import { reportOn } from "#tests/support/reports.ts";
import { describe, expect, test } from "vitest";

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
    expect(rowsOf("Seams, each with its rung")).toHaveLength(TOLD_IN_FULL);
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
    expect(ledTo).toContain("#further");
    for (const href of ledTo) expect(ids).toContain(href.slice(1));
  });
});
