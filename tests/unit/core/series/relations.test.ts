import { relationsOf } from "#core/series/relations.ts";
import type { CaseEntry } from "#core/series/text-entry.ts";
import { expect, test } from "vitest";

const entry = (slug: string, relations: readonly object[] = []) =>
  ({ matter: { slug, relations } }) as unknown as CaseEntry;
const said = {
  type: "continues",
  to: "b",
  because: "The second bug is what the first fix left open.",
} as const;

test("a relation is said once and stands on both cases", () => {
  const cases = [entry("a", [said]), entry("b"), entry("c")];
  expect(relationsOf("a", cases)).toMatchObject([
    { type: "continues", isBacklink: false, entry: { matter: { slug: "b" } } },
  ]);
  expect(relationsOf("b", cases)).toMatchObject([
    { type: "continues", isBacklink: true, entry: { matter: { slug: "a" } } },
  ]);
  expect(relationsOf("c", cases)).toEqual([]);
});

test("two cases that name each other stand there once", () => {
  const cases = [entry("a", [said]), entry("b", [{ ...said, to: "a" }])];
  expect(relationsOf("b", cases)).toHaveLength(1);
  expect(relationsOf("b", cases)).toMatchObject([{ isBacklink: false }]);
});
