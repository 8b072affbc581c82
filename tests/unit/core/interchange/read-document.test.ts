import { describe, expect, test } from "vitest";
import { problemsIn, readJson, readYaml } from "#core/interchange/read-document.ts";
import { valueOf } from "#tests/support/value-of.ts";

const yaml = (text: string) => readYaml({ name: "x.yaml", text });
const refused = (text: string) => {
  const read = yaml(text);
  return read.ok ? [] : read.error.map(({ line, message }) => [line, message]);
};

describe("a YAML file", () => {
  test("says on which line a key stands, whatever its value, also through an alias", () => {
    const [document] = valueOf(yaml("a: &a\n  b:\n    - 1\n    - c: 2\nd: *a\n"));
    const lines = ["", "/a", "/a/b", "/a/b/1", "/a/b/1/c", "/d", "/d/b", "/e", "/a/b/9"];
    expect(lines.map((pointer) => document?.lineOf(pointer))).toEqual([1, 1, 2, 4, 4, 5, 2, null, null]);
  });

  test("with one key twice in one map is refused where the second stands", () => {
    expect(refused("a: 1\nb:\n  c: 1\n  c: 2\n")).toEqual([
      [4, expect.stringContaining("this key stands twice") as string],
    ]);
    expect(yaml("a: {c: 1}\nb: {c: 2}\n").ok).toBe(true);
  });

  test("may merge twice", () => {
    const [document] = valueOf(yaml("a: &a {x: 1}\nb: &b {y: 2}\nc:\n  <<: *a\n  z: 3\n"));
    expect(document?.value).toMatchObject({ c: { x: 1, z: 3 } });
  });

  test("that is nested too deeply is refused once, not once for each level", () => {
    expect(refused(`a: ${"[".repeat(200)}${"]".repeat(200)}`)).toEqual([
      [null, expect.stringContaining("64 levels") as string],
    ]);
    expect(refused("[".repeat(20_000))).toEqual([[null, expect.stringContaining("64 levels") as string]]);
    expect(refused("[".repeat(200))).toHaveLength(1);
  });

  test("of too many lines and entries is refused before it is parsed", () => {
    expect(refused("- a\n".repeat(39_000))).toEqual([
      [null, expect.stringContaining("40000 lines and entries") as string],
    ]);
    expect(yaml("- a\n".repeat(10_000)).ok).toBe(true);
  });

  test("that refers to itself too often is refused in plain words", () => {
    const aliases = refused(`a: &a x\nb: [${"*a, ".repeat(1_500)}]`);
    expect(aliases).toEqual([[null, expect.stringContaining("too often") as string]]);
  });
});

describe("a JSON file", () => {
  test("may hold texts full of brackets and escapes", () => {
    const text = JSON.stringify({ a: '[{"\\'.repeat(50_000), b: 1 });
    expect(readJson({ name: "x.json", text }).ok).toBe(true);
  });

  test("that is nested too deeply is refused unread", () => {
    expect(readJson({ name: "x.json", text: "[".repeat(200_000) })).toMatchObject({
      error: [{ message: expect.stringContaining("64 levels") as string }],
    });
  });

  test("shows where something is wrong, however long its keys are", () => {
    const key = "k".repeat(10_000);
    const text = `${`{"${key}":`.repeat(50)}[\n1,\n2]${"}".repeat(50)}`;
    const file = { name: "x.json", text };
    const document = valueOf(readJson(file));
    const pointer = `${`/${key}`.repeat(50)}/1`;
    expect(problemsIn(file, document, [{ pointer, message: "no" }])).toMatchObject([{ line: 3 }]);
  });
});
