import { sessionFromSketch } from "#core/document/new-session.ts";
import { importFiles } from "#core/interchange/importers.ts";
import { writeMermaid } from "#core/interchange/mermaid/write-mermaid.ts";
import { arbitrarySession } from "#tests/support/arbitrary-session.ts";
import { arbitrarySketch } from "#tests/support/arbitrary-sketch.ts";
import { HOSTILE_TEXTS } from "#tests/support/hostile-texts.ts";
import { keptOf } from "#tests/support/kept-of-session.ts";
import fc from "fast-check";
import { describe, expect, test } from "vitest";

const at = "2026-01-01T00:00:00.000Z";
const name = fc
  .oneof(fc.constantFrom("Orders", "Users", ...HOSTILE_TEXTS), fc.string({ unit: "binary", maxLength: 30 }))
  .map((text) => text.slice(0, 190).trim() || "x");
const session = fc.oneof(
  arbitrarySession,
  arbitrarySketch({ name }).map((sketch) => sessionFromSketch(sketch, null, {})),
);
const read = (text: string) => importFiles([{ name: "a.mmd", text }], { at }, "mermaid");

describe("Mermaid", () => {
  test("written and read again keeps components, connections and boundaries", () => {
    fc.assert(
      fc.property(session, (before) => {
        const after = read(writeMermaid.write(before, []));
        if (!after.ok) expect.fail(JSON.stringify(after.error));
        expect(keptOf(after.value.session)).toEqual(keptOf(before));
        expect(
          after.value.notes.filter(({ how, guesses }) => how === "guessed" || guesses.length > 0),
        ).toEqual([]);
      }),
      { numRuns: 1_000 },
    );
  });

  test("written twice is the same text", () => {
    fc.assert(
      fc.property(session, (one) => {
        expect(writeMermaid.write(one, [])).toBe(writeMermaid.write(structuredClone(one), []));
      }),
    );
  });

  test("whatever stands in a file is read or refused with a reason, and never thrown at", () => {
    const piece = fc.oneof(
      fc.constantFrom(
        "flowchart LR\n",
        "C4Context\n",
        "graph TD;",
        "```mermaid\n",
        "---\n",
        "%%{init: {",
        "}%%",
        "%% seamark ",
      ),
      fc.constantFrom(
        "subgraph a[b]\n",
        "end\n",
        "A[",
        "]",
        "-->",
        "-- ",
        "-.",
        "==",
        "~~~",
        "|",
        '"',
        "`",
        "@{",
        "}",
        "&",
        ":::",
        "\n",
      ),
      fc.constantFrom(
        'Person(a, "b")\n',
        "Boundary(x, y) {\n",
        "Rel(a, b",
        "A",
        "B",
        "__proto__",
        "constructor",
        "click A",
        "#quot;",
        "#99999999;",
      ),
      fc.string({ unit: "binary", maxLength: 12 }),
    );
    fc.assert(
      fc.property(
        fc.array(piece, { maxLength: 60 }),
        fc.constantFrom("", "flowchart LR\n", "C4Context\n"),
        (pieces, start) => {
          const result = read(start + pieces.join(""));
          if (!result.ok) expect(result.error[0]?.message).toMatch(/\S/);
        },
      ),
      { numRuns: 1_000 },
    );
  });
});
