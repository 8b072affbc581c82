import { expect, test } from "vitest";
import { findCases } from "../../../../../app/(site)/cases/find-cases.ts";

test.each([
  ["authorization plugin", 1],
  ["authorisation plugin", 1],
  ["plu", 1],
  ["pl", 0],
  ["of", 1],
  ["OF of Of plugin", 1],
  ["plugin zzzzqq", 0],
])("a search for “%s” finds %i", (text, count) => {
  expect(findCases({ text, zone: null })).toHaveLength(count);
});
