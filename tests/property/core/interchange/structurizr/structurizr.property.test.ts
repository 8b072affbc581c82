import { sessionFromSketch } from "#core/document/new-session.ts";
import { importFiles } from "#core/interchange/importers.ts";
import { writeStructurizr } from "#core/interchange/structurizr/write-structurizr.ts";
import { arbitrarySession } from "#tests/support/arbitrary-session.ts";
import { arbitrarySketch } from "#tests/support/arbitrary-sketch.ts";
import { checkStructurizr } from "#tests/support/check-structurizr.ts";
import { invariantOf } from "#tests/support/drawn-sketches.ts";
import { HOSTILE_TEXTS } from "#tests/support/hostile-texts.ts";
import { keptOf } from "#tests/support/kept-of-session.ts";
import fc from "fast-check";
import { describe, expect, test } from "vitest";

const at = "2026-01-01T00:00:00.000Z";
const SYNTAX = [
  "->",
  "--x->",
  "=",
  "{",
  "}",
  "\\",
  "a\\",
  'a"',
  '"""',
  "${HOME}",
  "//",
  "#",
  "a|b",
  "\\n",
  "/*",
  "!include x",
  "group",
];
const text = fc.oneof(
  fc.constantFrom("Orders", "Users", ...SYNTAX, ...HOSTILE_TEXTS),
  fc.string({ unit: "binary", maxLength: 30 }),
);
const name = text.map((one) => one.slice(0, 190).trim() || "x");
const session = fc.oneof(
  arbitrarySession,
  arbitrarySketch({ name }).map((sketch) => sessionFromSketch(sketch, null, {})),
);
const read = (file: string) => importFiles([{ name: "a.dsl", text: file }], { at }, "structurizr");

describe("the Structurizr DSL", () => {
  test("written and read again keeps components, connections and boundaries", () => {
    fc.assert(
      fc.property(session, (before) => {
        const after = read(writeStructurizr.write(before, []));
        if (!after.ok) expect.fail(JSON.stringify(after.error));
        expect(keptOf(after.value.session)).toEqual(keptOf(before));
        expect(
          after.value.notes.filter(({ how, guesses }) => how === "guessed" || guesses.length > 0),
        ).toEqual([]);
      }),
      { numRuns: 1_000 },
    );
  });

  test("is what the published parser accepts, whatever people wrote", () => {
    fc.assert(
      fc.property(session, text, text, (one, sentence, owner) => {
        const [a, b] = one.architecture.components;
        const seams =
          a === undefined || b === undefined ? [] : [invariantOf(a.id, b.id, { sentence, owner })];
        expect(checkStructurizr(writeStructurizr.write(one, seams))).toEqual([]);
      }),
      { numRuns: 1_000 },
    );
  });

  test("a seam comes back with its sentence, mechanism and owner", () => {
    fc.assert(
      fc.property(text, name, (sentence, owner) => {
        const sketch = sessionFromSketch(TWO, null, {});
        const after = read(writeStructurizr.write(sketch, [invariantOf("a", "b", { sentence, owner })]));
        if (!after.ok) expect.fail(JSON.stringify(after.error));
        const [seam] = after.value.session.seams;
        expect(seam?.mechanism).toBe("evaluated-not-executed");
        expect(seam?.owner).toBe(owner.toWellFormed());
        if (sentence.trim() !== "") expect(seam?.invariant).toBe(sentence.toWellFormed());
      }),
    );
  });

  test("whatever stands in a file is read or refused with a line, and never thrown at", () => {
    const piece = fc.oneof(
      fc.constantFrom(
        "workspace {\n",
        "model {\n",
        "}\n",
        "a = ",
        "person ",
        "softwareSystem ",
        "container ",
        "group ",
        '"x" ',
        "{\n",
      ),
      fc.constantFrom(
        "a -> b ",
        "-> this",
        "this",
        "!include x\n",
        "!script groovy {\n",
        "!const A ${A}${A}\n",
        "${A}",
        '"""\n',
        "\\\n",
        "/*\n",
        "*/\n",
        "//\n",
      ),
      fc.constantFrom(
        "properties {\n",
        "perspectives {\n",
        "archetypes {\n",
        "views {\n",
        "styles {\n",
        "!element a {\n",
        "__proto__",
        "constructor",
        "\n",
        "!identifiers hierarchical\n",
        "a.b.c",
      ),
      fc.string({ unit: "binary", maxLength: 12 }),
    );
    fc.assert(
      fc.property(
        fc.array(piece, { maxLength: 60 }),
        fc.constantFrom("", "workspace {\nmodel {\n"),
        (pieces, start) => {
          const result = read(start + pieces.join(""));
          if (!result.ok) expect(result.error[0]?.message).toMatch(/\S/);
        },
      ),
      { numRuns: 1_000 },
    );
  });
});

const plain = { boundaries: [], notes: "", facts: {}, numbers: {} };
const TWO = {
  format: "seamark.architecture/1" as const,
  title: "Two",
  summary: "",
  objects: [],
  boundaries: [],
  components: [
    { id: "a", name: "A", kind: "service" as const, ...plain },
    { id: "b", name: "B", kind: "store" as const, ...plain },
  ],
  connections: [],
  agreements: [],
  history: [],
};
