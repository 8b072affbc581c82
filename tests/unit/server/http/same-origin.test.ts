import { expect, test } from "vitest";
import { isSameOrigin } from "#server/http/same-origin.ts";

const ask = (headers: Record<string, string>, publicOrigin?: string) =>
  isSameOrigin((name) => headers[name], publicOrigin);

test("what the browser says decides", () => {
  expect(ask({ "sec-fetch-site": "same-origin" })).toBe(true);
  for (const site of ["cross-site", "same-site", "none", ""])
    expect(ask({ "sec-fetch-site": site })).toBe(false);
  expect(ask({ "sec-fetch-site": "cross-site", origin: "http://a.example", host: "a.example" })).toBe(false);
});

test("without it the origin must be ours exactly", () => {
  expect(ask({ origin: "http://a.example:3000", host: "a.example:3000" })).toBe(true);
  for (const origin of ["null", "http://a.example", "http://b.example:3000", "a.example:3000"])
    expect(ask({ origin, host: "a.example:3000" })).toBe(false);
  expect(ask({ origin: "https://a.example", host: "internal:3000" }, "https://a.example")).toBe(true);
  expect(ask({ origin: "http://internal:3000", host: "internal:3000" }, "https://a.example")).toBe(false);
});

test("a program that is no browser may send", () => {
  expect(ask({ host: "a.example" })).toBe(true);
});
