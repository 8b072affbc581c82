import { describe, expect, test } from "vitest";
import {
  expectedPaths,
  interchangeExamples,
  score,
  type Drawn,
} from "#tests/support/interchange-examples.ts";

const examples = interchangeExamples();

const shop: Drawn = {
  components: ["Browser", "API", "API", "Orders"],
  connections: [
    ["Browser", "API"],
    ["API", "Orders"],
    ["API", "Orders"],
  ],
  boundaries: [
    { name: "Cloud", holds: ["API", "Inside"] },
    { name: "Inside", holds: ["Orders", "API"] },
  ],
};

describe("score", () => {
  test("everything matches itself", () => {
    expect(score(shop, shop)).toEqual({
      components: { matched: 4, expected: 4, found: 4 },
      connections: { matched: 3, expected: 3, found: 3 },
      boundaries: { matched: 2, expected: 2, found: 2 },
    });
  });

  test("order and white space do not matter, case does", () => {
    const found: Drawn = {
      components: ["Orders", " API\n", "A PI", "browser", "API"],
      connections: [
        ["API", "Orders "],
        ["BROWSER", "API"],
      ],
      boundaries: [{ name: "Inside", holds: ["API", " Orders"] }],
    };
    expect(score(shop, found)).toEqual({
      components: { matched: 3, expected: 4, found: 5 },
      connections: { matched: 1, expected: 3, found: 2 },
      boundaries: { matched: 1, expected: 2, found: 1 },
    });
    expect(
      score({ ...shop, components: ["Web\nApplication"] }, { ...shop, components: ["Web  Application"] }),
    ).toHaveProperty("components.matched", 1);
  });

  test("a name matches as often as it was expected, and no more", () => {
    expect(score(shop, { ...shop, components: ["API", "API", "API"] }).components).toEqual({
      matched: 2,
      expected: 4,
      found: 3,
    });
    expect(score(shop, { ...shop, components: ["API"] }).components.matched).toBe(1);
  });

  test("a connection the other way round is another one", () => {
    expect(score(shop, { ...shop, connections: [["Orders", "API"]] }).connections.matched).toBe(0);
  });

  test("names that only read alike when joined are different connections", () => {
    const one: Drawn = { ...shop, connections: [["a,b", "c"]] };
    const other: Drawn = { ...shop, connections: [["a", "b,c"]] };
    expect(score(one, other).connections.matched).toBe(0);
  });

  test.each([
    ["one too few", ["API"]],
    ["one too many", ["API", "Inside", "Browser"]],
    ["one twice", ["API", "API", "Inside"]],
    ["another one", ["API", "Orders"]],
  ])("a boundary that holds %s is not matched", (_, holds) => {
    expect(score(shop, { ...shop, boundaries: [{ name: "Cloud", holds }] }).boundaries.matched).toBe(0);
  });

  test("a boundary of another name is not matched by what it holds", () => {
    const boundaries = [{ name: "Sky", holds: ["API", "Inside"] }];
    expect(score(shop, { ...shop, boundaries }).boundaries.matched).toBe(0);
  });
});

describe("the examples", () => {
  test("are all there, and nothing is expected of a file that is not", () => {
    const paths = examples.map(({ folder, name }) => `${folder}/${name}`);
    expect(paths).not.toHaveLength(0);
    expect(expectedPaths()).toEqual(paths);
  });

  test.each(examples.map((example) => [`${example.folder}/${example.name}`, example] as const))(
    "%s: connections have their ends and boundaries their members among what is expected",
    (_, { text, expected }) => {
      const components = new Set(expected.components);
      const known = new Set([...components, ...expected.boundaries.map(({ name }) => name)]);
      expect(text.trim()).not.toBe("");
      expect(expected.connections.flat().filter((name) => !components.has(name))).toEqual([]);
      expect(expected.boundaries.flatMap(({ holds }) => holds).filter((name) => !known.has(name))).toEqual(
        [],
      );
    },
  );

  test.each(examples.map((example) => [`${example.folder}/${example.name}`, example] as const))(
    "%s: nothing is connected to itself, unless two components share the name",
    (_, { expected }) => {
      const loops = expected.connections.filter(([from, to]) => from === to).map(([from]) => from);
      const shared = (name: string) => expected.components.filter((other) => other === name).length > 1;
      expect(loops.filter((name) => !shared(name))).toEqual([]);
    },
  );
});
