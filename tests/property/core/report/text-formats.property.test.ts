import { arbitrarySession } from "#tests/support/arbitrary-session.ts";
import { reportProblems } from "#tests/support/check-report.ts";
import { HOSTILE_TEXTS } from "#tests/support/hostile-texts.ts";
import { hostileSession, reportOn } from "#tests/support/reports.ts";
import { TEXT_FORMATS } from "#tests/support/text-formats.ts";
import fc from "fast-check";
import { describe, expect, test } from "vitest";

describe("every text format of a report", () => {
  test("is made for every session, and has nothing in it that is not ours", () => {
    fc.assert(
      fc.property(arbitrarySession, (session) => {
        expect(reportProblems(reportOn(session))).toEqual([]);
      }),
    );
  });

  // All of them, at every place, and a hundred times the same bytes: tests/thorough.
  test("has texts of people who mean no good as text, and is the same bytes again", () => {
    const session = hostileSession(HOSTILE_TEXTS);
    expect(reportProblems(reportOn(session))).toEqual([]);
    for (const [format, render] of Object.entries(TEXT_FORMATS))
      expect(render(reportOn(structuredClone(session))), format).toBe(render(reportOn(session)));
  });
});
