import {
  DAYS_KEPT,
  LATEST_KEPT,
  superfluousVersions,
} from "#components/workbench/versions/superfluous-versions.ts";
import type { VersionRecord } from "#components/workbench/storage/version-database.ts";
import fc from "fast-check";
import { expect, test } from "vitest";

const START = Date.parse("2026-01-01T00:00:00Z");

const arbitraryVersions = fc
  .array(fc.record({ minute: fc.nat(60 * 24 * 60), isNamed: fc.boolean() }), { maxLength: 120 })
  .map((kept): readonly VersionRecord[] =>
    kept
      .toSorted((a, b) => b.minute - a.minute)
      .map(({ minute, isNamed }, i) => ({
        id: `version-${i}`,
        session: "session-a",
        at: new Date(START + minute * 60_000).toISOString(),
        name: isNamed ? "Before the review" : null,
        reason: "work",
        components: 1,
        answers: 0,
      })),
  );

test("a named version never makes room, and neither do the latest of the others", () => {
  fc.assert(
    fc.property(arbitraryVersions, (versions) => {
      const superfluous = new Set(superfluousVersions(versions));
      const automatic = versions.filter(({ name }) => name === null);
      expect(versions.some((version) => version.name !== null && superfluous.has(version))).toBe(false);
      expect(automatic.slice(0, LATEST_KEPT).some((version) => superfluous.has(version))).toBe(false);
    }),
  );
});

test("what is left has a limit, and one of every day that is in it", () => {
  fc.assert(
    fc.property(arbitraryVersions, (versions) => {
      const superfluous = new Set(superfluousVersions(versions));
      const left = versions.filter((version) => version.name === null && !superfluous.has(version));
      expect(left.length).toBeLessThanOrEqual(LATEST_KEPT + DAYS_KEPT);
      const days = left.slice(LATEST_KEPT).map(({ at }) => at.slice(0, 10));
      expect(new Set(days).size).toBe(days.length);
      expect(superfluousVersions(versions.filter((version) => !superfluous.has(version)))).toEqual([]);
    }),
  );
});
