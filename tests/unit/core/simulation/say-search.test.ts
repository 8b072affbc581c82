import { describe, expect, test } from "vitest";
import type { CounterexampleSearch } from "#core/simulation/find-counterexample.ts";
import { saySearch } from "#core/simulation/say-search.ts";

const FOUND: CounterexampleSearch = {
  tried: 1_000,
  limit: 1_000,
  broken: 23,
  first: { seed: 5, messages: 9, until: 70 },
  shortest: { seed: 310, messages: 6, until: 20 },
};
const NOTHING: CounterexampleSearch = { ...FOUND, broken: 0, first: null, shortest: null };

describe("a search in words", () => {
  test("says how many break, when the first came, and that the one beside it is the shortest", () => {
    expect(saySearch(FOUND, 310)).toBe(
      "The invariant broke in 23 of 1,000 schedules, first after 6 seeds. This is the shortest: 6 messages, seed 310.",
    );
  });

  test("does not say of another schedule that it is the shortest", () => {
    expect(saySearch(FOUND, 8)).toMatch(/ The shortest is that of seed 310: 6 messages\.$/);
  });

  test("that found nothing does not call that a proof", () => {
    expect(saySearch(NOTHING, 8)).toBe(
      "No schedule of 1,000 breaks it. That is not a proof: another seed may.",
    );
  });

  test("that was stopped speaks of those that it has tried", () => {
    expect(saySearch({ ...FOUND, tried: 350 }, 8)).toMatch(/^Stopped\. The invariant broke in 23 of 350 /);
    expect(saySearch({ ...NOTHING, tried: 350 }, 8)).toMatch(/^Stopped\. No schedule of 350 breaks it\./);
    expect(saySearch({ ...NOTHING, tried: 0 }, 8)).toBe("Stopped before the first schedule.");
  });

  test("counts one seed and one message as one", () => {
    const one = { seed: 0, messages: 1, until: 2 };
    const said = saySearch({ ...FOUND, first: one, shortest: one }, 0);
    expect(said).toContain("first after 1 seed. This is the shortest: 1 message, seed 0.");
  });
});
