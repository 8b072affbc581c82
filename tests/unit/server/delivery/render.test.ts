import { createElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import type { Letter } from "#server/delivery/letter.ts";
import { isMailAddress } from "#server/delivery/mail-address.ts";
import { escapeHtml, renderHtml } from "#server/delivery/render-html.ts";
import { renderText } from "#server/delivery/render-text.ts";

const HOSTILE = `</blockquote><script>alert(1)</script><img src=x onerror='a'>"&amp; \u202e\u0007\u2028`;

const LETTER: Letter = {
  subject: "An answer",
  heading: "An answer",
  blocks: [
    { kind: "facts", facts: [["Reference", "AAAA"]] },
    { kind: "quote", text: `${HOSTILE}\r\n.\r\nFrom: x\n\tindented` },
    { kind: "list", items: ["One.", "Two."] },
    { kind: "link", label: "Open", href: "https://seamark.example/a?b=1&c=2" },
  ],
  why: "Why.",
};

test("text becomes text: the same as React makes of it", () => {
  for (const text of ["a < b && c > \"d\" 'e'", "<!-- -->", "&lt;", "]]>"]) {
    const theirs = renderToStaticMarkup(createElement("p", null, text));
    expect(`<p>${escapeHtml(text)}</p>`.replaceAll("&#39;", "&#x27;")).toBe(theirs);
  }
});

test("what a person wrote is in the HTML as text, and brings no element with it", () => {
  const html = renderHtml(LETTER);
  expect(html).toContain("&lt;script&gt;alert(1)&lt;/script&gt;");
  expect(html).not.toMatch(/<(?:script|img|iframe|link|object|form)\b/i);
  expect(html).not.toMatch(/[\p{Cf}\p{Zl}]|(?![\n\t])\p{Cc}/u);
  // Nothing is loaded from anywhere: addresses stand in links alone.
  expect(html.match(/(?:src|url\(|@import|background=)/gi)).toEqual(["src"]);
  expect(html.match(/https?:[^"<\s]*/g)).toEqual(Array(2).fill("https://seamark.example/a?b=1&amp;c=2"));
});

test("the plain text says the same, in lines of its own", () => {
  const text = renderText(LETTER);
  for (const said of ["An answer", "Reference: AAAA", "- One.", "https://seamark.example/a?b=1&c=2", "Why."])
    expect(text).toContain(said);
  expect(text).toContain("> .\n> From: x\n> \tindented");
  expect(text).not.toContain("\r");
});

test.each(["a@example.org", "first.last+tag@mail.example.co.uk", "ä@exämple.org", "o'hara@example.org"])(
  "%s is one recipient",
  (address) => expect(isMailAddress(address)).toBe(true),
);

test.each([
  ...["", "a", "@example.org", "a@", "a@b@c", "a b@example.org", "a@example.org,b@example.org"],
  ...["a@example.org\r\nBcc: b@example.org", "a@example.org\n", "A <a@example.org>", '"a b"@example.org'],
  ...[
    "a@example.org;b@example.org",
    "a@-example.org",
    "a@example.org>",
    "\u200ba@example.org",
    "a\u0000@x.org",
  ],
  `${"a".repeat(65)}@example.org`,
  `a@${"b".repeat(260)}.org`,
])("%j is not", (address) => expect(isMailAddress(address)).toBe(false));
