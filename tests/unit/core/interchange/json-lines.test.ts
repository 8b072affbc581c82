import { expect, test } from "vitest";
import { jsonLines } from "#core/interchange/json-lines.ts";

test("every value is found on the line on which it begins", () => {
  const lineOf = jsonLines('{\n  "a": [\n    1,\n    { "b": "x" }, [],\n    null],\n\n  "c": true\n}\n');
  expect(["", "/a", "/a/0", "/a/1", "/a/1/b", "/a/2", "/a/3", "/c"].map(lineOf)).toEqual([
    1, 2, 3, 4, 4, 4, 5, 7,
  ]);
});

test("what is no value has no line", () => {
  const lineOf = jsonLines('{ "a": [] }');
  expect(["/a/0", "/b", "a"].map(lineOf)).toEqual([undefined, undefined, undefined]);
});

test("marks inside a text are text, and a key is found by its pointer", () => {
  const lineOf = jsonLines('{\n"x\\"{[,:": "],}\\n",\n"a/b~c": 1,\n"\\u00e9": -2.5e+3 }');
  expect(['/x"{[,:', "/a~1b~0c", "/é"].map(lineOf)).toEqual([2, 3, 4]);
});

test("of two values under one key the second counts", () => {
  expect(jsonLines('{"a": 1,\n"a": 2}')("/a")).toBe(2);
});
