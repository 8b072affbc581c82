import { describe, expect, test } from "vitest";
import { nearCases, wordsToLookUp, type CaseBrief } from "#core/intake/near-cases.ts";

const CASES: readonly CaseBrief[] = Array.from({ length: 20 }, (_, index) => ({
  slug: `case-${index}`,
  title: `Case ${index}`,
  zone: index % 2 === 0 ? "resilience" : "coupling",
}));
const WORDS = wordsToLookUp(["The gateway retries uploads and the scanner quarantines them."]);
const hitsIn = (...slugs: string[]) => new Map(WORDS.map(({ beginning }) => [beginning, slugs]));

describe("wordsToLookUp", () => {
  test("leaves out everyday words and endings, and takes each word once as it was written", () => {
    expect(wordsToLookUp(["Uploads keep failing.", "The UPLOADED file never returned"])).toEqual([
      { word: "uploads", beginning: "upload" },
      { word: "file", beginning: "file" },
      { word: "returned", beginning: "return" },
    ]);
  });
});

describe("nearCases", () => {
  test("names the words that a case shares", () => {
    const [near] = nearCases(WORDS, hitsIn("case-3"), [], CASES);
    expect(near).toEqual({
      slug: "case-3",
      title: "Case 3",
      because: "It speaks of “gateway”, “retries”, “uploads” and “scanner”, as you do.",
    });
  });

  test("a word that stands everywhere makes nothing near", () => {
    expect(nearCases(WORDS, hitsIn(...CASES.map(({ slug }) => slug)), [], CASES)).toEqual([]);
  });

  test("two words can be shared by chance", () => {
    const hits = new Map([...hitsIn("case-3")].slice(0, 2));
    expect(nearCases(WORDS, hits, [], CASES)).toEqual([]);
  });

  test("a ticked sign decides among near cases, and alone makes none near", () => {
    const hits = hitsIn("case-2", "case-3");
    const signals = ["came-back-next-door"] as const;
    const near = nearCases(WORDS, hits, signals, CASES);
    expect(near.map(({ slug }) => slug)).toEqual(["case-3", "case-2"]);
    expect(near[0]?.because).toContain("you ticked a sign of its zone, coupling");
    expect(nearCases(WORDS, new Map(), signals, CASES)).toEqual([]);
  });

  test("names three at most", () => {
    expect(nearCases(WORDS, hitsIn("case-1", "case-2", "case-3", "case-4"), [], CASES)).toHaveLength(3);
  });
});
