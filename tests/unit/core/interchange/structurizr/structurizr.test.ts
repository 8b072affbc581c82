import { importFiles } from "#core/interchange/importers.ts";
import { writeStructurizr } from "#core/interchange/structurizr/write-structurizr.ts";
import { drawnOf } from "#tests/support/drawn-of.ts";
import { checkStructurizr } from "#tests/support/check-structurizr.ts";
import { invariantOf, sketchOf } from "#tests/support/drawn-sketches.ts";
import { describe, expect, test } from "vitest";

const importOf = (text: string) =>
  importFiles([{ name: "workspace.dsl", text }], { at: "2026-01-01T00:00:00.000Z" });
const read = (text: string) => {
  const result = importOf(text);
  if (!result.ok) expect.fail(JSON.stringify(result.error));
  return result.value;
};
const model = (...lines: readonly string[]) =>
  read(["workspace {", "model {", ...lines, "}", "}"].join("\n"));
const drawn = (...lines: readonly string[]) => drawnOf(model(...lines).session.architecture);

describe("elements and their parts", () => {
  test("only what has no parts is a component; what has them is a boundary", () => {
    expect(
      drawn(
        's = softwareSystem "S" {',
        'c = container "C" {',
        'component "P"',
        "}",
        'd = container "D"',
        "}",
      ),
    ).toMatchObject({
      components: ["D", "P"],
      boundaries: [
        { name: "C", holds: ["P"] },
        { name: "S", holds: ["D", "C"] },
      ],
    });
  });

  test("what has parts and is drawn itself is a component in itself", () => {
    const { components, connections, boundaries } = drawn(
      'u = person "U"',
      's = softwareSystem "S" {',
      'container "C"',
      "}",
      'u -> s "uses"',
    );
    expect([components, connections]).toEqual([["C", "S", "U"], [["U", "S"]]]);
    expect(boundaries).toEqual([{ name: "S", holds: ["C", "S"] }]);
  });

  test("a relationship that is also drawn between the parts says nothing more", () => {
    const lines = [
      'u = person "U"',
      's = softwareSystem "S" {',
      'c = container "C"',
      "}",
      "u -> s",
      "u -> c",
    ];
    expect(drawn(...lines).connections).toEqual([["U", "C"]]);
    expect(model(...lines).notes.some(({ what }) => what.includes("also drawn between the parts"))).toBe(
      true,
    );
  });

  test("groups are boundaries, and one name at one place is one group", () => {
    expect(
      drawn(
        'group "G" {',
        'person "A"',
        'group "H" {',
        'person "B"',
        "}",
        "}",
        'group "G" {',
        'person "C"',
        "}",
      ).boundaries,
    ).toEqual([
      { name: "G", holds: ["A", "C", "H"] },
      { name: "H", holds: ["B"] },
    ]);
  });
});

describe("names", () => {
  test("are one for all, without regard to capitals, unless they are hierarchical", () => {
    expect(drawn('a = person "A"', 'b = element "B"', "A -> b").connections).toEqual([["A", "B"]]);
    const lines = [
      "!identifiers hierarchical",
      's = softwareSystem "S" {',
      'x = container "X"',
      'y = container "Y" {',
      "x -> this",
      "}",
      "}",
    ];
    expect(
      drawn(...lines, 't = softwareSystem "T" {', 'x = container "TX"', "-> s.x", "}", "t.x -> s.y")
        .connections,
    ).toContainEqual(["TX", "Y"]);
    expect(drawn(...lines).connections).toEqual([["X", "Y"]]);
  });

  test("that are not there yet are said", () => {
    const { notes } = model('a = person "A"', "a -> b", 'b = person "B"');
    expect(notes.some(({ what, line }) => what.includes("no element “b” before it") && line === 4)).toBe(
      true,
    );
  });

  test("of the file's own stand for what they begin as", () => {
    const { session } = model(
      "archetypes {",
      "db = container {",
      'technology "MySQL"',
      'tag "Datastore"',
      "}",
      "}",
      's = softwareSystem "S" {',
      'db "Orders"',
      "}",
    );
    expect(session.architecture.components).toMatchObject([
      { name: "Orders", kind: "store", notes: "MySQL" },
    ]);
  });
});

describe("the text of a file", () => {
  test("has constants, continued lines, text blocks and comments", () => {
    const { session } = model(
      "/* none",
      "of this */",
      "// nor this",
      "# nor this",
      '!const NAME "Shop"',
      'a = person "${NAME} ${HOME}" \\',
      '    "who buys"',
      'b = element "B" {',
      'description """',
      "  one",
      "  two",
      '"""',
      "}",
    );
    expect(session.architecture.components.map(({ name, notes }) => [name, notes])).toEqual([
      ["B", "one\ntwo"],
      ["Shop ${HOME}", "who buys"],
    ]);
  });

  test("grows no further than a text may, whatever its constants say", () => {
    const doubling = Array.from({ length: 60 }, (_, i) => `!const V${i + 1} "\${V${i}}\${V${i}}"`);
    expect(drawn('!const V0 "xx"', ...doubling, 'person "${V60}"').components[0]!.length).toBeLessThanOrEqual(
      200,
    );
  });

  test("is never followed elsewhere, and that is said with its line", () => {
    const { notes } = model(
      "!include https://example.org/x.dsl",
      "!script groovy {",
      "workspace.model.delete()",
      "}",
      'deploymentEnvironment "Live" {',
      'deploymentNode "N" {',
      "}",
      "}",
    );
    expect(notes.map(({ what, line }) => [what.split(":")[0], line])).toEqual([
      ["!include https", 3],
      ["!script groovy", 4],
      ["deployment environment “Live”", 7],
    ]);
  });

  test.each([
    ["workspace {\nmodel {\n}", "it ends before every block is closed", 3],
    ["workspace {\n}\n}", "a block ends that has not begun", 3],
    [`workspace {\n${"a {\n".repeat(100)}`, "blocks are nested more than 60 levels deep", 61],
  ])("is refused where its blocks do not fit", (text, message, line) => {
    expect(importOf(text)).toEqual({ ok: false, error: [{ file: "workspace.dsl", line, message }] });
  });

  test("is refused at the line from which on a sketch has no room for it", () => {
    const people = 'person "U"\n'.repeat(25_001);
    const message = expect.stringContaining("20000 components and 80000 connections") as string;
    expect(importOf(`workspace {\nmodel {\n${people}`)).toEqual({
      ok: false,
      error: [{ file: "workspace.dsl", line: 25_003, message }],
    });
  });
});

describe("kinds", () => {
  test("are recognized by sorts and tags, guessed by shapes, technologies and names", () => {
    const { session, notes } = read(
      'workspace {\nmodel {\nperson "U"\na = softwareSystem "Mail" "" "External"\ns = softwareSystem "S" {\ncontainer "X" "" "" "Box"\ncontainer "Y" "" "RabbitMQ"\ncontainer "Z"\n}\n}\nviews {\nstyles {\nelement "Box" {\nshape Cylinder\n}\n}\n}\n}',
    );
    const kinds = session.architecture.components.map(({ name, kind }) => [name, kind]);
    expect(Object.fromEntries(kinds)).toEqual({
      U: "person",
      Mail: "external",
      X: "store",
      Y: "queue",
      Z: "service",
    });
    const ofComponents = notes.filter(({ about }) => about !== null && "component" in about);
    expect(ofComponents.map(({ how }) => how)).toEqual(Array(5).fill("recognized"));
    expect(ofComponents.filter(({ guesses }) => guesses.length === 0)).toHaveLength(2);
  });

  test("of connections are told by tags", () => {
    const { session } = model(
      'a = person "A"',
      'b = element "B"',
      'a -> b "x" "" "Asynchronous"',
      'b -> a "y" "" "Observe"',
    );
    expect(session.architecture.connections.map(({ kind }) => kind).sort()).toEqual(["observe", "send"]);
  });
});

test("what is written for a sketch of every kind is what the published parser accepts", () => {
  const sketch = sketchOf(Array.from({ length: 200 }, (_, index) => `Component ${index % 150}`));
  expect(
    checkStructurizr(writeStructurizr.write(sketch, [invariantOf("c0", "c1"), invariantOf("c1", "c2")])),
  ).toEqual([]);
});

test("a move that was taken over stands in the perspective of its seam, and the sentence is read without it", () => {
  const before = sketchOf(["A", "B"]);
  const text = writeStructurizr.write(before, [
    invariantOf("c0", "c1", { moves: ["Bind both to one digest."] }),
  ]);
  expect(text).toContain(
    "What is approved is what runs. Structural move taken over: Bind both to one digest.",
  );
  expect(checkStructurizr(text)).toEqual([]);
  expect(read(text).session.seams).toMatchObject([{ invariant: "What is approved is what runs." }]);
});
