import { expect, test } from "vitest";
import { compareFile } from "#core/engagements/compare-file.ts";

const FILE = {
  ...{ format: "pdf", sha256: "a1", bytes: 7 },
  madeWith: { version: "seamark.findings/1", published: "b1" },
};
const OTHER = { ...FILE, sha256: "a2" };

test("a format in which nothing was handed over has nothing to be compared with", () => {
  expect(compareFile([FILE], { ...FILE, format: "csv" })).toEqual({ kind: "other-format" });
});

test("of what was kept before hashes were noted nothing is said", () => {
  const unnoted = { format: "pdf", sha256: null, bytes: null, madeWith: null } as const;
  expect(compareFile([unnoted], FILE)).toEqual({ kind: "not-noted" });
});

test("the same bytes are the same file, whatever they were made with", () => {
  const newer = { version: "seamark.findings/2", published: "b2" };
  expect(compareFile([FILE], { ...FILE, madeWith: newer })).toEqual({ kind: "same" });
});

test.each([
  ["version", { version: "seamark.findings/2", published: "b2" }],
  ["published", { version: "seamark.findings/1", published: "b2" }],
  ["program", { version: "seamark.findings/1", published: "b1" }],
] as const)("other bytes are told by what has changed since: %s", (because, madeWith) => {
  const was = "seamark.findings/1";
  expect(compareFile([FILE], { ...OTHER, madeWith })).toEqual({ kind: "changed", because, was });
});
