import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { findCounterexample } from "#core/simulation/find-counterexample.ts";
import { settingsOf } from "#core/simulation/model.ts";
import { ambiguitiesOf, readRequests, type Dialect } from "#core/simulation/two-readers.grammar.ts";
import { twoReaders } from "#core/simulation/two-readers.ts";
import { arbitrarySeed, arbitrarySettings, isBroken } from "#tests/support/lanes-laws.ts";
import { lawsOfLanesModel } from "#tests/support/lanes-model-laws.ts";

lawsOfLanesModel(twoReaders, { holding: ["capture", "refuse"], collapsing: ["parsers", "versions"] });

const arbitraryDialect: fc.Arbitrary<Dialect> = fc.record({
  header: fc.constantFrom("first", "last"),
  framing: fc.constantFrom("length", "chunks"),
  decoding: fc.constantFrom("once", "twice"),
  query: fc.constantFrom("first", "last"),
});

const anyOf = (...texts: string[]) => fc.constantFrom(...texts);
const arbitraryHead = fc
  .tuple(
    fc.array(
      anyOf(
        "/",
        "a",
        "..",
        ".",
        "%2e",
        "%252e",
        "%25",
        "41",
        "%",
        "?",
        "&",
        "=",
        "?action=read",
        "&action=delete",
        "&%61ction=list",
      ),
    ),
    fc.array(
      anyOf(
        "Account: ada",
        "account: root",
        "Content-Length: 5",
        "Content-Length: 0",
        "Transfer-Encoding: chunked",
        "Transfer-Encoding: none",
        "Account ada",
      ),
      { maxLength: 4 },
    ),
  )
  .map(([target, headers]) => [`GET /${target.join("")} HTTP/1.1`, ...headers, "", ""].join("\r\n"));
const arbitraryBytes = fc
  .array(fc.oneof(arbitraryHead, anyOf("0\r\n\r\n", "5\r\nhello\r\n0\r\n\r\n", "hello", "\r\n")), {
    maxLength: 4,
  })
  .map((parts) => parts.join(""));

describe("the grammar", () => {
  test("leaves no choice where it finds no ambiguity: every two readers read the same", () => {
    fc.assert(
      fc.property(arbitraryBytes, arbitraryDialect, arbitraryDialect, (bytes, one, other) => {
        fc.pre(ambiguitiesOf(bytes).length === 0);
        expect(readRequests(bytes, one)).toEqual(readRequests(bytes, other));
      }),
      { numRuns: 5_000 },
    );
  });
});

describe("the outcome", () => {
  test("says that readings differ just where the strip is broken", () => {
    fc.assert(
      fc.property(arbitrarySettings(twoReaders), arbitrarySeed, (settings, seed) => {
        const run = twoReaders.run(settings, seed);
        const [evaluated, decision, executed, verdict] = run.outcome.map(({ value }) => value);
        expect(verdict).toBe(isBroken(run) ? "differ" : "agree");
        if (!isBroken(run)) expect(executed).toBe(decision === "refused" ? "nothing" : evaluated);
      }),
      { numRuns: 1_000 },
    );
  });
});

describe("the ways to read a request", () => {
  const choicesOf = (key: string) => {
    const setting = twoReaders.settings.find((one) => one.key === key);
    return setting?.shape === "choice" ? setting.choices.map((choice) => choice.key) : [];
  };
  const combinations = choicesOf("structure").flatMap((structure) =>
    choicesOf("difference").flatMap((difference) =>
      [0, 1, 2, 3, 4].map((apart) => ({ structure, difference, apart })),
    ),
  );

  test("are more than one just where some seed breaks the invariant, in every combination of settings", () => {
    for (const settings of combinations) {
      const { holds } = twoReaders.condition(settings);
      expect([settings, findCounterexample(twoReaders, settings).broken === 0]).toEqual([settings, holds]);
    }
  });

  test("matter to a parser of the same habits as little as to none: an ordinary request is done", () => {
    for (const policy of twoReaders.policies) {
      const settings = { ...settingsOf(twoReaders, policy), difference: "none" };
      const decision = twoReaders.run(settings, 5).outcome.find(({ label }) => label === "Decision");
      expect(decision?.value).toBe("let pass");
    }
  });
});
