import { describe, expect, test } from "vitest";
import { parseSituation } from "#core/intake/situation.schema.ts";
import { EMPTY_DRAFT, LIMITS, readSituation, type SituationDraft } from "#core/intake/situation-form.ts";

const VALID: SituationDraft = {
  ...EMPTY_DRAFT,
  failing: "Uploads over 2 MB fail although everything is green.",
  email: "ada@example.org",
  consent: true,
};

function problemsOf(draft: unknown): Record<string, string> {
  const parsed = parseSituation(draft);
  return parsed.ok ? {} : Object.fromEntries(parsed.error.map(({ field, message }) => [field, message]));
}

describe("parseSituation", () => {
  test("accepts the least that can be answered", () => {
    const parsed = parseSituation(VALID);
    expect(parsed.ok && parsed.value).toEqual({
      failing: VALID.failing,
      works: "",
      tried: "",
      signals: [],
      system: "",
      name: "",
      email: "ada@example.org",
    });
  });

  test("says every problem of an empty form at once, in the order of the form", () => {
    const parsed = parseSituation(EMPTY_DRAFT);
    expect(parsed.ok ? [] : parsed.error.map(({ field }) => field)).toEqual(["failing", "email", "consent"]);
  });

  test("asks for more when a few letters cannot tell anything", () => {
    expect(problemsOf({ ...VALID, failing: "it fails" })["failing"]).toContain("at least 20 characters");
  });

  test("says how long a text is and how much fits", () => {
    const failing = "x".repeat(LIMITS.failing + 1);
    expect(problemsOf({ ...VALID, failing })["failing"]).toBe(
      "This is 2501 characters long, and 2500 fit. Please shorten it.",
    );
  });

  test("counts a line break once however the browser sends it", () => {
    const failing = "\r\n".repeat(10) + "x".repeat(LIMITS.failing - 1) + "\r\nx";
    expect(problemsOf({ ...VALID, failing })["failing"]).toContain("2501");
    expect(parseSituation({ ...VALID, failing: "x".repeat(LIMITS.failing - 2) + "\r\nx" }).ok).toBe(true);
  });

  test("needs an address only when an answer is wanted, and forgets it otherwise", () => {
    expect(problemsOf({ ...VALID, email: "" })["email"]).toContain("choose that you need none");
    const parsed = parseSituation({ ...VALID, reply: "none" });
    expect(parsed.ok && parsed.value.email).toBeNull();
  });

  test("refuses an address with a second recipient or a header in it", () => {
    for (const email of ["a@b.org,c@d.org", "a@b.org\r\nBcc: c@d.org", "Ada <a@b.org>", "a b@c.org", "a@b"])
      expect(problemsOf({ ...VALID, email })["email"]).toContain("does not look like");
  });

  test("takes each statement once, in one order, and refuses unknown ones", () => {
    const signals = ["never-came-back", "fell-together", "fell-together"];
    const parsed = parseSituation({ ...VALID, signals });
    expect(parsed.ok && parsed.value.signals).toEqual(["fell-together", "never-came-back"]);
    expect(problemsOf({ ...VALID, signals: ["made-up"] })["signals"]).toContain("not known here");
  });

  test("refuses fields that a situation does not have", () => {
    expect(problemsOf({ ...VALID, state: "answered" })["situation"]).toContain("does not have");
    expect(problemsOf(null)["situation"]).toContain("an object");
  });
});

describe("readSituation", () => {
  test("reads a submitted form", () => {
    const form = new URLSearchParams("failing=a&signals=b&signals=c&reply=none&consent=yes&key=k&other=1");
    expect(readSituation(form)).toEqual({
      key: "k",
      isTrapped: false,
      draft: { ...EMPTY_DRAFT, failing: "a", signals: ["b", "c"], reply: "none", consent: true },
    });
  });

  test("notices the filled trap", () => {
    expect(readSituation([["website", "https://example.org"]]).isTrapped).toBe(true);
  });
});

test("every text within its limit fits the form body of 64 KiB", () => {
  const longest = Object.fromEntries(
    Object.entries(LIMITS).map(([name, limit]) => [name, "海".repeat(limit)]),
  );
  const body = new URLSearchParams({ ...longest, email: "a".repeat(LIMITS.email) }).toString();
  expect(body.length + 1024).toBeLessThan(64 * 1024);
});
