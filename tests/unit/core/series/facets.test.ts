import { cases } from "#content/generated/cases.ts";
import { countFacet, FACETS, facetValues, hasFacets } from "#core/series/facets.ts";
import { describe, expect, test } from "vitest";

describe.each(FACETS)("the facet $key", ({ key }) => {
  test("counts for every value the cases that have it", () => {
    for (const { value, count } of countFacet(cases, key, {})) {
      expect(cases.filter((entry) => facetValues(entry, key).includes(value))).toHaveLength(count);
    }
  });

  test("counts under other facets what choosing the value would leave", () => {
    for (const { value, count } of countFacet(cases, key, { zone: "authorization" })) {
      const facets = { zone: "authorization", [key]: value };
      expect(cases.filter((entry) => hasFacets(entry, facets))).toHaveLength(count);
    }
  });
});
