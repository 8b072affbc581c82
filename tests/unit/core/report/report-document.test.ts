import { emptySession } from "#core/document/new-session.ts";
import { reportDocument } from "#core/report/blocks/compose.ts";
import type { Block, Run } from "#core/report/report-document.ts";
import { sketchOf } from "#core/evaluation/games.ts";
import { incident } from "#tests/support/incidents.ts";
import { answeredSession, reportOn, SETTINGS, sessionWithAnswers } from "#tests/support/reports.ts";
import { describe, expect, test } from "vitest";

const typical = answeredSession("docker-authz-2024");
const headings = (blocks: readonly Block[], level: number) =>
  blocks.flatMap((block) => (block.type === "heading" && block.level === level ? [block.text] : []));
const words = (runs: readonly Run[]) => runs.map(({ text }) => text).join("");
const paragraphs = (blocks: readonly Block[]) =>
  blocks.flatMap((block) => (block.type === "paragraph" ? [words(block.runs)] : []));
const tableOf = (blocks: readonly Block[], caption: string) => {
  const found = blocks.find((block) => block.type === "table" && block.caption.startsWith(caption));
  if (found?.type !== "table") throw new Error(`there is no table ${caption}`);
  return found.rows.map((cells) => cells.map(words));
};

describe("the document of a report", () => {
  const { blocks } = reportDocument(reportOn(typical));

  test("tells a board first what was found, and every fact last", () => {
    expect(headings(blocks, 1)).toEqual([
      "In short",
      "Situation and scope",
      "The architecture",
      "Seams",
      "What else was considered",
      "Open questions",
      "Method and limits",
      "Glossary",
      "Appendix: all facts",
    ]);
  });

  test("begins with what was looked at, the result, the seams and what to do first", () => {
    const first = blocks.slice(
      0,
      blocks.findIndex(({ type }) => type === "page-break"),
    );
    expect(paragraphs(first).map((text) => text.split(".")[0])).toEqual(
      expect.arrayContaining(["What was looked at", "Result", "What to do first"]),
    );
    const [seam] = tableOf(first, "Seams");
    expect(seam).toContain("Container daemon and Authorization plugin");
    expect(seam?.at(-1)).toBe("almost certain, 99 %");
  });

  test("names every weight of a finding, and they add up to how sure it is", () => {
    const rows = tableOf(blocks, "What speaks for it and against it");
    const weights = rows.map(([weight = ""]) => Number(weight.replace("−", "-")));
    const sum = weights.at(-1) ?? NaN;
    expect(weights.slice(0, -1).reduce((all, one) => all + one, 0)).toBeCloseTo(sum, 0);
    expect(rows.at(-1)?.[1]).toBe("Together, in log-odds: 99 %");
  });

  test("every id stands once, and every place that is led to is there", () => {
    const ids = blocks.flatMap((block) =>
      block.type === "heading" || block.type === "figure" ? [block.id] : [],
    );
    expect(new Set(ids).size).toBe(ids.length);
    const ledTo = blocks.flatMap((block) =>
      block.type === "table" ? block.rows.flat(2).flatMap(({ href = "" }) => href) : [],
    );
    const within = ledTo.filter((href) => href.startsWith("#"));
    expect(within.length).toBeGreaterThan(0);
    for (const href of within) expect(ids).toContain(href.slice(1));
  });

  test("every row of a table has as many cells as its head", () => {
    for (const block of blocks)
      if (block.type === "table")
        for (const row of block.rows) expect(row, block.caption).toHaveLength(block.head.length);
  });

  test("names the published case of the same mechanism before any other", () => {
    const at = blocks.findIndex((block) => block.type === "heading" && block.text.startsWith("Published"));
    const list = blocks[at + 1];
    expect(list?.type === "list" ? list.items[0]?.[0] : null).toMatchObject({
      runs: [
        {
          text: "Approved without its body",
          href: "https://seamark.example/cases/approved-without-its-body",
        },
        { text: expect.stringContaining("(the same mechanism)") as string },
      ],
    });
  });
});

describe("a report on a session with little in it", () => {
  test("is honest where nothing is drawn", () => {
    const { blocks, cover } = reportDocument(reportOn(emptySession()));
    expect(cover).toMatchObject({ title: "Untitled sketch", client: "", date: SETTINGS.date });
    const text = paragraphs(blocks).join("\n");
    expect(text).toContain("a sketch on which nothing is drawn yet");
    expect(text).toContain("neither a figure nor an inventory");
    expect(text).toContain("No fact was answered.");
    expect(blocks.some(({ type }) => type === "figure")).toBe(false);
  });

  test("says first whom to ask, where nothing was answered", () => {
    const sketch = sketchOf(incident("docker-authz-2024").architecture);
    const { blocks } = reportDocument(reportOn(sessionWithAnswers(sketch)));
    const text = paragraphs(blocks).join("\n");
    expect(text).toContain("Nothing was answered yet.");
    expect(text).toMatch(/What to do first\. Ask [^:]+: [^?]+\?/);
  });
});

test("the settings stand on the cover", () => {
  const settings = {
    title: "Findings",
    client: "Harbour",
    author: "M",
    confidentiality: "For Harbour alone",
  };
  expect(reportDocument(reportOn(emptySession(), { settings })).cover).toMatchObject(settings);
});

test("the glossary has the words that the report uses, and no others", () => {
  const glossary = ["boundary", "sounding line", "agreement"].map((word) => ({
    word,
    meaning: "What it means.",
  }));
  const { blocks } = reportDocument(reportOn(typical, { context: { glossary } }));
  const lists = blocks.flatMap((block) =>
    block.type === "definitions" ? [block.entries.map(({ term }) => term)] : [],
  );
  expect(lists).toContainEqual(["boundary", "agreement"]);
  const withoutWords = reportDocument(reportOn(typical, { context: { glossary: glossary.slice(1, 2) } }));
  expect(headings(withoutWords.blocks, 1)).not.toContain("Glossary");
});

test("a question that is open is asked once", () => {
  const { blocks } = reportDocument(reportOn(answeredSession("capital-one-2019")));
  const [next = ""] = tableOf(blocks, "Questions that are open").map(([question]) => question);
  const lists = blocks.flatMap((block) => (block.type === "list" ? block.items.flat() : []));
  expect(next).not.toBe("");
  expect(paragraphs(lists).filter((text) => text.startsWith("What would stop"))).toEqual([]);
});
