import { expect, test } from "vitest";
import { caseAddress, findCases, readCaseQuery } from "../../../../../app/(site)/cases/find-cases.ts";

const slugs = (text: string) => findCases({ text, facets: {} }).map(({ matter }) => matter.slug);
const daemon = "plugin-approved-daemon-executed";

test.each(["authorization plugin", "authorisation plugin", "OF of Of plugin daemon"])(
  "a search for “%s” finds the case that is about it first",
  (text) => {
    expect(slugs(text)[0]).toBe(daemon);
  },
);

test.each(["zzzzqq plugin", "pl"])("a search for “%s” finds nothing", (text) => {
  expect(slugs(text)).toEqual([]);
});

test("what is asked for is read from the address, and written back the same", () => {
  const query = readCaseQuery({ q: " daemon ", zone: "authorization", trigger: ["crafted-request"] });
  expect(query).toEqual({
    text: "daemon",
    facets: { zone: "authorization", trigger: "crafted-request" },
  });
  expect(caseAddress(query)).toBe("/cases?q=daemon&zone=authorization&trigger=crafted-request");
  expect(caseAddress(query, "zone", undefined)).toBe("/cases?q=daemon&trigger=crafted-request");
  expect(findCases(query).map(({ matter }) => matter.slug)).toContain(daemon);
});

test("values that no case has are as good as not asked", () => {
  expect(readCaseQuery({ zone: "nowhere", layer: "" }).facets).toEqual({});
});
