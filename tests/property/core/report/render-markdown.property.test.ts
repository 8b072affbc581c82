import { text } from "#core/report/render-markdown.ts";
import { arbitrarySession } from "#tests/support/arbitrary-session.ts";
import { markdownOf } from "#tests/support/reports.ts";
import fc from "fast-check";
import { describe, expect, test } from "vitest";

const OWN_PARTS = [
  "## In short",
  "## Situation and scope",
  "## The architecture",
  "## Seams",
  "## Suspected from the sketch alone",
  "## Kept by people, and not likely so far",
  "## What else was considered",
  "## Open questions",
  "## Method and limits",
  "## Glossary",
  "## Appendix: all facts",
];

describe("the Markdown report", () => {
  test("is made for every session, and has no markup but its own", () => {
    fc.assert(
      fc.property(arbitrarySession, (session) => {
        const report = markdownOf(session);
        const parts = report.split("\n").filter((line) => line.startsWith("## "));
        expect(parts).toEqual(OWN_PARTS.filter((part) => parts.includes(part)));
        expect(report).not.toMatch(/(^|[^\\(])<[a-z!/]/i);
      }),
    );
  });

  test("text of people stays on one line and reads back as itself", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary", maxLength: 30 }), (value) => {
        const written = text(value);
        expect(written).not.toContain("\n");
        expect(written.replaceAll(/\\([^A-Za-z0-9\s])/g, "$1")).toBe(value.replaceAll(/\s+/g, " ").trim());
      }),
    );
  });
});
