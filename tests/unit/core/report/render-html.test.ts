import type { Block } from "#core/report/report-document.ts";
import { documentOf } from "#tests/support/report-files.ts";
import { emptySession } from "#core/document/new-session.ts";
import { base64 } from "#core/report/base64.ts";
import { reportDocument } from "#core/report/blocks/compose.ts";
import { renderHtml } from "#core/report/render-html.ts";
import { safeHref } from "#core/report/safe-href.ts";
import { htmlProblems } from "#tests/support/check-html.ts";
import { answeredSession, reportOn } from "#tests/support/reports.ts";
import { describe, expect, test } from "vitest";

const html = renderHtml(reportDocument(reportOn(answeredSession("docker-authz-2024"))));

describe("the HTML report", () => {
  test("is one well-formed file with nothing in it that runs or fetches", () => {
    expect(htmlProblems(html)).toEqual([]);
    expect(html).toContain(
      "default-src &#39;none&#39;; style-src &#39;unsafe-inline&#39;; img-src data:; base-uri &#39;none&#39;",
    );
  });

  test("every id stands once, and every link within it leads somewhere", () => {
    const ids = [...html.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id);
    expect(new Set(ids).size).toBe(ids.length);
    const links = [...html.matchAll(/ href="#([^"]+)"/g)].map(([, id]) => id);
    expect(links.length).toBeGreaterThan(10);
    for (const id of links) expect(ids).toContain(id);
  });

  test("has the drawings of the sketch and of a move in it, and numbers them", () => {
    expect(html.match(/<svg /g)?.length).toBeGreaterThan(2);
    expect(html).toContain("Figure 1. The sketch.");
    expect(html).toContain('data-seam="daemon~plugin"');
  });

  test("carries a logo as data, and says whose it is", () => {
    const logo = { mediaType: "image/png", bytes: new Uint8Array([0x89, 0x50, 0x4e, 0x47, 1]) } as const;
    const withLogo = renderHtml(
      reportDocument(reportOn(emptySession(), { settings: { logo, client: "Harbour <b>" } })),
    );
    expect(htmlProblems(withLogo)).toEqual([]);
    expect(withLogo).toContain('src="data:image/png;base64,iVBORwE="');
    expect(withLogo).toContain('alt="Logo of Harbour &lt;b&gt;"');
  });
});

describe("a link", () => {
  test.each([
    "https://seamark.example/cases/a?b=c#d",
    "http://a.example/",
    "mailto:ada@example.org",
    "#seam-1",
  ])("may be %s", (href) => {
    expect(safeHref(href)).toBe(href);
  });

  test.each([
    "javascript:alert(1)",
    "JaVaScRiPt:alert(1)",
    " https://a.example",
    "https://a.example/ b",
    'https://a.example/"x',
    "https://a.example/<x>",
    "java\tscript:alert(1)",
    "data:text/html,x",
    "//evil.example",
    "#A b",
    "file:///etc/passwd",
    `https://a.example/${"x".repeat(2_000)}`,
  ])("is never %j", (href) => {
    expect(safeHref(href)).toBeNull();
  });
});

test.each([0, 1, 2, 3, 4, 5, 256])("%i bytes are written as base64 has it", (length) => {
  const bytes = Uint8Array.from({ length }, (_, i) => (i * 37 + 251) % 256);
  expect(base64(bytes)).toBe(Buffer.from(bytes).toString("base64"));
});

test("only where a word is very long may words of a table be broken", () => {
  const row = [[{ text: "unstated" }], [{ text: `over ${"x".repeat(40)}` }]];
  const table: Block = { type: "table", caption: "", head: ["A", "B"], rows: [row] };
  expect(renderHtml(documentOf([table]))).toContain('<td>unstated</td><td class="long">over x');
});
