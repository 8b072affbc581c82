import { describe, expect, test } from "vitest";
import { readFact } from "#core/architecture/reading.ts";
import { ladderPlace } from "#core/architecture/rung.ts";

const answer = (value: string, by: string) => ({ value, by, at: "2026-01-01T00:00:00Z" });

describe("readFact", () => {
  test("a missing fact means nothing", () => {
    expect(readFact(undefined)).toEqual({ kind: "missing" });
  });

  test("nobody knows is not the same as never asked", () => {
    expect(readFact("unknown")).toEqual({ kind: "unknown" });
  });

  test("an empty list is a value", () => {
    expect(readFact([])).toEqual({ kind: "known", value: [] });
  });

  test("people who agree are one voice", () => {
    expect(readFact([answer("fleet", "Ann"), answer("fleet", "Bo")])).toEqual({
      kind: "known",
      value: "fleet",
    });
  });

  test("one who knows outweighs one who does not", () => {
    expect(readFact([answer("unknown", "Ann"), answer("fleet", "Bo")])).toEqual({
      kind: "known",
      value: "fleet",
    });
  });

  test("two different answers are kept as a dispute", () => {
    expect(readFact([answer("one", "Ann"), answer("fleet", "Bo")])).toEqual({
      kind: "disputed",
      values: ["one", "fleet"],
    });
  });
});

describe("a guess", () => {
  const guess = (value: string, by: string) => ({ ...answer(value, by), guessed: true });

  test("is read as one, with whom it is from", () => {
    expect(readFact([guess("fleet", "compose.yaml")])).toEqual({
      kind: "guessed",
      values: ["fleet"],
      by: ["compose.yaml"],
    });
  });

  test("yields to an answer, and does not disagree with it", () => {
    expect(readFact([guess("fleet", "compose.yaml"), answer("one", "Ann")])).toEqual({
      kind: "known",
      value: "one",
    });
  });

  test("yields to somebody who says that nobody knows", () => {
    expect(readFact([guess("fleet", "compose.yaml"), answer("unknown", "Ann")])).toEqual({ kind: "unknown" });
  });

  test("that differs from another guess is no dispute", () => {
    expect(readFact([guess("fleet", "compose.yaml"), guess("one", "web.yaml")])).toMatchObject({
      kind: "guessed",
      values: ["fleet", "one"],
    });
  });

  test("that nobody knows is no guess", () => {
    expect(readFact([guess("unknown", "Ann")])).toEqual({ kind: "unknown" });
  });

  test("does not lift an agreement on the ladder", () => {
    expect(ladderPlace({ stated: [guess("contract", "openapi.yaml")] }).rung).toBe("unstated");
  });
});

describe("ladderPlace", () => {
  const place = (facts: Record<string, string | string[]>) => ladderPlace(facts);

  test.each([
    [{}, "unstated"],
    [{ stated: "nowhere", enforced: "convention" }, "unstated"],
    [{ stated: "docs", verified: "never" }, "stated"],
    [{ stated: "docs", enforced: "runtime-check" }, "enforced"],
    [{ stated: "code", verified: "in-tests" }, "verified"],
    [{ stated: "unknown", enforced: "unknown", verified: "unknown" }, "unstated"],
  ])("%j is on the rung %s", (facts, rung) => {
    expect(place(facts).rung).toBe(rung);
  });

  test("a rung is shown with the conditions it was shown under", () => {
    expect(place({ verified: "in-tests", stated: "code", limitedTo: ["steady-state"] }).limitedTo).toEqual([
      "steady-state",
    ]);
  });

  test("enforced without being stated is said too", () => {
    expect(place({ stated: "nowhere", enforced: "runtime-check" })).toMatchObject({
      rung: "enforced",
      withoutStatement: true,
    });
  });
});
