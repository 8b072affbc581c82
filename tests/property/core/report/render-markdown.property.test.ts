import { diagnose } from "#core/diagnosis/diagnose.ts";
import { CATALOGUE } from "#core/mechanisms/catalogue.ts";
import { diagnoseOptionsOf, findingsOf } from "#core/report/findings.ts";
import { renderMarkdown, text } from "#core/report/render-markdown.ts";
import { arbitrarySession } from "#tests/support/arbitrary-session.ts";
import fc from "fast-check";
import { describe, expect, test } from "vitest";

const OWN_HEADINGS = [
  "## Fit",
  "## Seams",
  "## Suspected from the sketch alone",
  "## Kept by people, and not likely so far",
  "## Also possible",
  "## What was asked",
  "## To be asked",
  "## Set aside",
  "## Said to need no agreement",
  "## Dismissed",
  "## What would change this",
];

describe("the Markdown report", () => {
  test("is made for every session, and has no markup but its own", () => {
    fc.assert(
      fc.property(arbitrarySession, (session) => {
        const diagnosis = diagnose(session.architecture, CATALOGUE, diagnoseOptionsOf(session));
        const report = renderMarkdown(findingsOf(session, diagnosis));
        const headings = report.split("\n").filter((line) => line.startsWith("## "));
        expect(headings).toEqual(OWN_HEADINGS.filter((heading) => headings.includes(heading)));
        expect(report).not.toMatch(/(^|[^\\])<[a-z!/]/i);
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
