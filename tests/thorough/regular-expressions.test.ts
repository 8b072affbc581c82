import { checkSync } from "recheck";
import { beforeAll, describe, expect, test, vi } from "vitest";
import { writtenExpressions } from "#tests/support/regular-expressions.ts";

/** Some are tried on texts that are made up: the same ones each time. */
const SETTINGS = { randomSeed: 1, timeout: 110_000, incubationTimeout: null, attackTimeout: null };

// In this process and in JavaScript: nothing is started beside it.
beforeAll(() => void vi.stubEnv("RECHECK_SYNC_BACKEND", "pure"));

function verdictOn(source: string, flags: string) {
  const { status, ...found } = checkSync(source, flags, SETTINGS);
  return { status, attack: "attack" in found ? found.attack.pattern : undefined };
}

test("a text that an expression takes long for is found", () => {
  expect(verdictOn("^(?:a+)+$", "")).toMatchObject({ status: "vulnerable" });
  expect(verdictOn("\\s+$", "")).toMatchObject({ status: "vulnerable" });
});

describe("no text takes more than its length", () => {
  const expressions = writtenExpressions();

  test("every expression of the product is looked at", () => {
    const places = expressions.flatMap((one) => one.places);
    expect(places).toContainEqual(expect.stringContaining("core/interchange/mermaid/mermaid-source.ts"));
    expect(places.length).toBeGreaterThan(300);
  });

  test.each(expressions)("/$source/$flags", ({ source, flags, places }) => {
    expect({ places, ...verdictOn(source, flags) }).toEqual({ places, status: "safe", attack: undefined });
  });
});
