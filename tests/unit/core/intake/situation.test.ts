import { describe, expect, test } from "vitest";
import { parseSituation } from "#core/intake/situation.schema.ts";
import { SIGNAL_IDS } from "#core/fit/signals.ts";
import { MOST_SKETCH_CHARACTERS } from "#core/intake/attached-sketch.ts";
import {
  EMPTY_DRAFT,
  LIMITS,
  MOST_FORM_BYTES,
  MOST_JSON_BYTES,
  readSituation,
  type SituationDraft,
} from "#core/intake/situation-form.ts";

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
      system: "",
      failing: VALID.failing,
      works: "",
      tried: "",
      relied: "",
      known: "",
      unanswered: "",
      sketch: null,
      signals: [],
      email: "ada@example.org",
      phone: null,
      name: "",
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

  test("takes a phone number as people write it, and forgets it when no answer is wanted", () => {
    const phone = "+49 (30) 123-456";
    const parsed = parseSituation({ ...VALID, phone });
    expect(parsed.ok && parsed.value.phone).toBe(phone);
    const unwanted = parseSituation({ ...VALID, phone, reply: "none" });
    expect(unwanted.ok && unwanted.value.phone).toBeNull();
    for (const wrong of ["call me", "12", "+49 30 1234\nBcc: x", "030-12345 <script>"])
      expect(problemsOf({ ...VALID, phone: wrong })["phone"]).toContain("does not look like");
  });

  test("says what is wrong with an attached sketch, beside everything else", () => {
    const problems = problemsOf({ ...VALID, failing: "", sketch: { format: 1, title: "x" } });
    expect(Object.keys(problems)).toEqual(["failing", "sketch"]);
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

test("every text within its limit fits the body of a form, and with a sketch the body of JSON", () => {
  const longest = Object.fromEntries(
    Object.entries(LIMITS).map(([name, limit]) => [name, "海".repeat(limit)]),
  );
  const body = new URLSearchParams({ ...longest, email: "a".repeat(LIMITS.email) }).toString();
  expect(body.length + 1024).toBeLessThan(MOST_FORM_BYTES);
  const json = new TextEncoder().encode(JSON.stringify({ ...longest, signals: SIGNAL_IDS }));
  expect(json.length + 3 * MOST_SKETCH_CHARACTERS + 1024).toBeLessThan(MOST_JSON_BYTES);
});
