import { seriesProblems, type Series } from "../../../../scripts/content/check-series.ts";
import { expect, test } from "vitest";

const text = (slug: string, more: object = {}, links: readonly string[] = []) => ({
  matter: { slug, relations: [], patterns: [], seeAlso: [], ...more },
  links,
  sections: [],
});
const series = (parts: Partial<Record<keyof Series, unknown>>) =>
  ({ cases: [], patterns: [], pages: [], otherAddresses: ["/method"], words: ["seam"], ...parts }) as Series;

test("a series in which everything leads somewhere has no problems", () => {
  const cases = [
    text("a", { relations: [{ to: "b" }], patterns: ["p"] }, ["/cases/b#claim", "/method", "/glossary#seam"]),
    text("b", {}, ["/method?case=a", "/patterns/p"]),
  ];
  expect(seriesProblems(series({ cases, patterns: [text("p")] }))).toEqual([]);
});

test.each([
  [{ cases: [text("a", { relations: [{ to: "b" }] })] }, /no other case "b"/],
  [{ cases: [text("a", { relations: [{ to: "a" }] })] }, /no other case "a"/],
  [{ cases: [text("a", { patterns: ["p"] })] }, /no pattern "p"/],
  [{ patterns: [text("p", { seeAlso: ["q"] })] }, /no other pattern "q"/],
  [
    { cases: [text("a", { relations: [{ to: "b" }] }), text("b", { relations: [{ to: "a" }] })] },
    /a and b is said twice/,
  ],
  [{ cases: [text("a", {}, ["/nowhere"])] }, /\/nowhere leads nowhere/],
  [{ cases: [text("a", {}, ["/cases/a#nothing"])] }, /#nothing leads nowhere/],
  [{ pages: [text("p", {}, ["/glossary#ghost"])] }, /#ghost leads nowhere/],
])("what leads nowhere or stands twice is named: %j", (parts, message) => {
  const problems = seriesProblems(series(parts));
  expect(problems).toHaveLength(1);
  expect(problems[0]).toMatch(message);
});
