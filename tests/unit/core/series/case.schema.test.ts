import { describe, expect, it } from "vitest";
import { CaseMatter } from "#core/series/case.schema.ts";
import { SPINE, spineProblems } from "#core/series/spine.ts";

const matter = {
  id: "SF-0009",
  slug: "a-case",
  title: "A case",
  dek: "What it is about.",
  version: "1.0.0",
  status: "seed",
  published: "2026-01-01",
  updated: "2026-01-02",
  incident: "an-incident",
  zone: "authorization",
  mechanism: "stale-decision",
  failureClass: "hidden-dependency",
  trigger: "time",
  involved: "A client and its gateway.",
  impact: { text: "Commands were refused.", sources: ["report"] },
  invariant: "Both sides hold the same token.",
  absentLayer: "A version of the token",
  structuralMove: "Name the version in every call.",
  patterns: ["versioned-meaning"],
  relations: [{ type: "same-layer", to: "another-case", because: "Neither side knows the age of its copy." }],
  sources: [
    { key: "report", title: "Report", publisher: "Someone", date: "2025", url: "https://example.org/report" },
  ],
  corrections: [],
};

describe("CaseMatter", () => {
  it("reads complete front matter", () => {
    expect(CaseMatter.safeParse(matter).success).toBe(true);
  });

  it.each([
    ["an unknown key", { ...matter, titel: "A case" }],
    ["a version that YAML read as a number", { ...matter, version: 1.1 }],
    ["a mechanism of another zone", { ...matter, mechanism: "backlog" }],
    ["an update before the publication", { ...matter, updated: "2025-12-31" }],
    ["an impact that nobody reports", { ...matter, impact: { text: "Bad.", sources: ["hearsay"] } }],
    ["two sources with one key", { ...matter, sources: [...matter.sources, ...matter.sources] }],
    [
      "a source over a plain connection",
      { ...matter, sources: [{ ...matter.sources[0], url: "http://a.b" }] },
    ],
    ["a day that does not exist", { ...matter, published: "2026-02-30" }],
  ])("refuses %s", (_, input) => {
    expect(CaseMatter.safeParse(input).success).toBe(false);
  });
});

describe("spineProblems", () => {
  const parts = SPINE.map(({ part }) => part);

  it("has nothing to say about the fixed parts in order", () => {
    expect(spineProblems(SPINE, parts)).toEqual([]);
  });

  it("names a part that does not exist, and notices order and absence", () => {
    expect(spineProblems(SPINE, [...parts, "epilogue"])).toEqual(['there is no part "epilogue"']);
    expect(spineProblems(SPINE, parts.slice(1))).toHaveLength(1);
    expect(spineProblems(SPINE, parts.toReversed())).toHaveLength(1);
  });
});
