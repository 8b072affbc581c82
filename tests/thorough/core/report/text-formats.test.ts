import { emptySession } from "#core/document/new-session.ts";
import { reportDocument } from "#core/report/blocks/compose.ts";
import { renderMarkdown } from "#core/report/render-markdown.ts";
import { markdownNodes } from "#tests/support/check-markdown.ts";
import { reportProblems } from "#tests/support/check-report.ts";
import { MANY_HOSTILE_TEXTS } from "#tests/support/hostile-texts.ts";
import { answeredSession, hostileSession, reportOn } from "#tests/support/reports.ts";
import { TEXT_FORMATS } from "#tests/support/text-formats.ts";
import { createHash } from "node:crypto";
import { describe, expect, test } from "vitest";

describe("texts of people who mean no good", () => {
  const GROUP = 16;
  const groups = Array.from({ length: Math.ceil(MANY_HOSTILE_TEXTS.length / GROUP) }, (_, i) =>
    MANY_HOSTILE_TEXTS.slice(i * GROUP, (i + 1) * GROUP),
  );

  test("there are at least 500 of them", () => {
    expect(new Set(MANY_HOSTILE_TEXTS).size).toBeGreaterThanOrEqual(500);
  });

  test("are text in every format, wherever in a session they stand (EXP-1)", () => {
    for (const texts of groups) expect(reportProblems(reportOn(hostileSession(texts))), texts[0]).toEqual([]);
  });

  test("are text as title, client, author and confidentiality line, and nothing of them is lost", () => {
    for (const text of MANY_HOSTILE_TEXTS) {
      const line = text.trim().slice(0, 200);
      const settings = { title: line, client: line, author: line, confidentiality: line };
      const report = reportOn(emptySession(), { settings });
      expect(reportProblems(report), text).toEqual([]);
      const [title] = markdownNodes(renderMarkdown(reportDocument(report)))
        .filter(({ type }) => type === "heading")
        .toReversed();
      expect(
        title?.children?.every(({ type }) => type === "text"),
        text,
      ).toBe(true);
    }
  });
});

const typical = answeredSession("docker-authz-2024");

test.each(Object.entries(TEXT_FORMATS))(
  "the same session gives the same bytes a hundred times (EXP-2): %s",
  (_, render) => {
    let report = reportOn(typical);
    const made = Array.from({ length: 100 }, (_, i) => {
      // Of a copy of the session now and then: nothing may depend on what was computed before.
      if (i % 20 === 0) report = reportOn(structuredClone(typical));
      return createHash("sha256").update(render(report)).digest("hex");
    });
    expect(new Set(made).size).toBe(1);
  },
);
