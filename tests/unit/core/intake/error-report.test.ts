import { describe, expect, test } from "vitest";
import { parseErrorReport } from "#core/intake/error-report.schema.ts";
import {
  EMPTY_REPORT,
  readErrorReport,
  REPORT_LIMITS,
  type ErrorReportDraft,
} from "#core/intake/error-report-form.ts";

const VALID: ErrorReportDraft = { ...EMPTY_REPORT, text: "SF-0001", wrong: "The date is wrong." };

function problemsOf(draft: unknown): Record<string, string> {
  const parsed = parseErrorReport(draft);
  return parsed.ok ? {} : Object.fromEntries(parsed.error.map(({ field, message }) => [field, message]));
}

function parsed(draft: Partial<ErrorReportDraft>) {
  const outcome = parseErrorReport({ ...VALID, ...draft });
  return outcome.ok ? outcome.value : outcome.error;
}

describe("parseErrorReport", () => {
  test("accepts a text and what is wrong with it, and leaves the rest open", () => {
    expect(parsed({})).toEqual({
      text: "SF-0001",
      version: null,
      part: null,
      wrong: VALID.wrong,
      shouldSay: "",
      source: null,
      email: null,
    });
  });

  test("says every problem of an empty form at once, in the order of the form", () => {
    const outcome = parseErrorReport(EMPTY_REPORT);
    expect(outcome.ok ? [] : outcome.error.map(({ field }) => field)).toEqual(["text", "wrong"]);
  });

  test("cleans every text as a situation is cleaned", () => {
    expect(
      parsed({
        text: " Approved\twithout  its body ",
        wrong: "\u0000First\r\nsecond\u2028third ",
        shouldSay: "cafe\u0301",
        email: " ada@example.org\r\n",
      }),
    ).toMatchObject({
      text: "Approved without its body",
      wrong: "First\nsecond\nthird",
      shouldSay: "café",
      email: "ada@example.org",
    });
  });

  test("says how long a text is and how much fits", () => {
    const wrong = "x".repeat(REPORT_LIMITS.wrong);
    expect(parsed({ wrong })).toMatchObject({ wrong });
    expect(problemsOf({ ...VALID, wrong: `${wrong}x` })["wrong"]).toBe(
      "This is 4001 characters long, and 4000 fit. Please shorten it.",
    );
  });

  test("takes the version and the part as the links of the texts have them", () => {
    expect(parsed({ version: "1.0.0", part: "absent-layer" })).toMatchObject({
      version: "1.0.0",
      part: "absent-layer",
    });
    for (const version of ["1", "1.0", "latest", "1.0.0<script>"])
      expect(problemsOf({ ...VALID, version })["version"]).toContain("open the form again");
    for (const part of ["../x", "Claim", "a b"])
      expect(problemsOf({ ...VALID, part })["part"]).toContain("open the form again");
  });

  test.each(["https://example.org/report?id=1#now", "https://exämple.org/ä", "HTTPS://example.org"])(
    "accepts the public source %s",
    (source) => {
      expect(parsed({ source })).toMatchObject({ source });
    },
  );

  test.each([
    "http://example.org",
    "javascript:alert(1)",
    "example.org/report",
    "https://localhost/report",
    "https://10.0.0.1/report",
    "https://example.org/ and https://example.net/",
    "https://ada:secret@example.org/",
    "https://example.org\\@example.net/",
  ])("refuses %s as a source", (source) => {
    expect(Object.keys(problemsOf({ ...VALID, source }))).toEqual(["source"]);
  });

  test("refuses an address with a second recipient or a header in it", () => {
    for (const email of ["a@b.org,c@d.org", "a@b.org\r\nBcc: c@d.org", "Ada <a@b.org>", "a@b"])
      expect(problemsOf({ ...VALID, email })["email"]).toContain("does not look like");
  });

  test("refuses fields that a report does not have", () => {
    expect(problemsOf({ ...VALID, state: "read" })["report"]).toContain("does not have");
    expect(problemsOf(null)["report"]).toContain("an object");
  });
});

test("a submitted form is read, whatever else is in it", () => {
  const form = new URLSearchParams("text=SF-0001&wrong=a&wrong=b&key=k&website=x&other=1");
  expect(readErrorReport(form)).toEqual({
    key: "k",
    isTrapped: true,
    draft: { ...EMPTY_REPORT, text: "SF-0001", wrong: "a" },
  });
});

test("every text within its limit fits the form body of 64 KiB", () => {
  const longest = Object.fromEntries(
    Object.entries(REPORT_LIMITS).map(([name, limit]) => [name, "海".repeat(limit)]),
  );
  const ascii = { version: "1".repeat(20), part: "a".repeat(40), email: "a".repeat(254) };
  expect(new URLSearchParams({ ...longest, ...ascii }).toString().length + 1024).toBeLessThan(64 * 1024);
});
