import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { readCursorText, writeCursor } from "#core/triage/cursor.ts";
import {
  filterQuery,
  readCursor,
  readFilters,
  SituationFilters,
  STATE_FILTERS,
} from "#core/triage/filters.schema.ts";
import { searchQuery } from "#core/triage/search-words.ts";
import { stateAfter } from "#core/triage/situation-events.ts";
import { mayMove, nextStates, SITUATION_STATES, type Mover } from "#core/triage/states.ts";

const state = fc.constantFrom(...SITUATION_STATES);
const mover = fc.constantFrom<Mover[]>("visitor", "staff", "owner");

describe("the states of a situation", () => {
  test("are never left once erased, and what the visitor took back is never taken up again", () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(mover, fc.nat(10)), { maxLength: 50 }), (steps) => {
        let at: (typeof SITUATION_STATES)[number] = "new";
        let isTakenBack = false;
        for (const [by, choice] of steps) {
          const ways = nextStates(at, by);
          if (ways.length === 0) continue;
          at = ways[choice % ways.length]!;
          isTakenBack ||= at === "withdrawn" || at === "erased";
          if (isTakenBack) expect(["withdrawn", "erased"]).toContain(at);
        }
      }),
      { numRuns: 1000 },
    );
  });

  test("let nobody stay where they are, and an owner do all that staff do", () => {
    fc.assert(
      fc.property(state, state, mover, (from, to, by) => {
        expect(mayMove(from, from, by)).toBe(false);
        if (mayMove(from, to, "staff")) expect(mayMove(from, to, "owner")).toBe(true);
        if (by === "staff") expect(["withdrawn", "erased"]).not.toContain(mayMove(from, to, by) ? to : "");
      }),
    );
  });
});

describe("stateAfter", () => {
  test("takes a merge back to where it was, whatever was noted and assigned in between", () => {
    const quiet = fc.array(
      fc.constantFrom("noted", "assigned", "unassigned", "took-in", "gave-back", "added"),
    );
    const moves = fc.array(state.filter((s) => s !== "withdrawn" && s !== "erased"));
    fc.assert(
      fc.property(moves, quiet, (moved, between) => {
        const kinds = ["received", ...moved.map((s) => `moved-to-${s}`)];
        const merged = [...kinds, ...between, "merged", ...between];
        expect(stateAfter(merged)).toBe("closed");
        expect(stateAfter([...merged, "unmerged"])).toBe(stateAfter(kinds));
      }),
    );
  });
});

describe("filters", () => {
  const filters = fc.record({
    state: fc.constantFrom(...STATE_FILTERS),
    who: fc.oneof(fc.constantFrom("anyone" as const, "me" as const, "nobody" as const), fc.uuid()),
    verified: fc.constantFrom("any" as const, "yes" as const, "no" as const),
    q: fc.string({ unit: "grapheme", maxLength: 60 }),
  });

  test("are read from the address that says them", () => {
    fc.assert(
      fc.property(filters, (given) => {
        const meant = SituationFilters.parse(given);
        const query = new URLSearchParams(filterQuery(meant));
        expect(readFilters((name) => query.get(name))).toEqual(meant);
      }),
    );
  });

  test("are read from any address, as the ones that go without saying where it makes no sense", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), (text) => {
        const read = readFilters(() => text);
        expect(SituationFilters.safeParse(read).success).toBe(true);
        const cursor = readCursor(text);
        if (cursor !== undefined) expect(writeCursor(readCursorText(cursor))).toBe(cursor);
      }),
    );
  });
});

describe("searchQuery", () => {
  test("quotes every word whole: outside of quotes there are only our own operators", () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...Array.from("a'\\ |&!():*<->")) }), (typed) => {
        const query = searchQuery(typed);
        if (query === undefined) return;
        expect(query.replaceAll(/'(?:[^'\\]|''|\\\\)*'/g, "w")).toMatch(/^w:\*(?: & w:\*)*$/);
      }),
      { numRuns: 1000 },
    );
  });
});
