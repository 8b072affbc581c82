import { expect, test } from "vitest";
import { EngagementWords, KeptReport, NewEngagement } from "#core/engagements/engagement.schema.ts";
import { ENGAGEMENT_LIMITS } from "#core/engagements/engagement-limits.ts";
import { LARGEST_LOGO } from "#core/report/report-settings.schema.ts";

const ID = "0190b2a4-5c3e-7d11-8f00-000000000000";
const HASH = "0f".repeat(32);
const FILE = {
  ...{ format: "pdf", sha256: HASH, bytes: 1 },
  madeWith: { version: "seamark.findings/1", published: HASH },
};
const REPORT = {
  ...{ id: ID, report: ID, files: [FILE], session: "{}" },
  settings: { date: "2026-03-01" },
};

test("a client is one line and a note several, both in their one stored form", () => {
  const words = { client: " Harbour\r\n\u0000 Ltd ", note: " One\r\nTwo\u0007 " };
  expect(EngagementWords.parse(words)).toEqual({ client: "Harbour Ltd", note: "One\nTwo" });
});

test.each([
  ["no client", { client: " \n ", note: "" }],
  ["a client too long", { client: "x".repeat(ENGAGEMENT_LIMITS.client + 1), note: "" }],
  ["a note too long", { client: "x", note: "x".repeat(ENGAGEMENT_LIMITS.note + 1) }],
  ["a field nobody asked for", { client: "x", note: "", ownerId: ID }],
])("%s is refused in a sentence", (_, words) => {
  const parsed = NewEngagement.safeParse(words);
  expect(parsed.success).toBe(false);
  expect(parsed.error?.issues[0]?.message).toMatch(/\w+ \w+/);
});

test("what its author left out of a report is empty, and the largest logo fits", () => {
  const base64 = Buffer.alloc(LARGEST_LOGO).toString("base64");
  const parsed = KeptReport.parse({ ...REPORT, logo: { mediaType: "image/png", base64 } });
  expect(parsed).toMatchObject({
    documentId: null,
    settings: { title: "", isAnonymous: false },
    logo: { base64 },
  });
  const larger = { mediaType: "image/png", base64: Buffer.alloc(LARGEST_LOGO + 3).toString("base64") };
  expect(KeptReport.safeParse({ ...REPORT, logo: larger }).success).toBe(false);
});

test.each([
  ["no file", { files: [] }],
  ["a format that is markup", { files: [{ ...FILE, format: "<b>" }] }],
  ["a format twice", { files: [FILE, FILE] }],
  ["a hash that is none", { files: [{ ...FILE, sha256: HASH.toUpperCase() }] }],
  ["a size below nothing", { files: [{ ...FILE, bytes: -1 }] }],
  ["a version that is markup", { files: [{ ...FILE, madeWith: { version: "<b>", published: HASH } }] }],
  ["a file with its bytes", { files: [{ ...FILE, base64: "AAAA" }] }],
  ["a day that is none", { settings: { date: "2026-02-31" } }],
  ["a logo among the settings", { settings: { date: "2026-03-01", logo: null } }],
  ["a logo of another kind", { logo: { mediaType: "image/svg+xml", base64: "" } }],
  ["bytes that are no base64", { logo: { mediaType: "image/png", base64: "a b" } }],
  ["an id that is none", { report: "1" }],
])("a report with %s is refused", (_, change) => {
  expect(KeptReport.safeParse(REPORT).success).toBe(true);
  expect(KeptReport.safeParse({ ...REPORT, ...change }).success).toBe(false);
});
