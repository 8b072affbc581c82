import { describe, expect, test } from "vitest";
import { sketchGraph } from "#core/architecture/sketch-graph.ts";
import {
  component,
  connection,
  idsIn,
  namesOneOf,
  objectOf,
  onePerPair,
  signIf,
} from "#core/diagnosis/match.ts";
import type { Match } from "#core/diagnosis/mechanism.ts";
import { draw } from "#tests/support/draw.ts";

const graph = sketchGraph(draw("Two", "service a\nservice b\na -call-> b: order\nb -call-> a"));

function match(
  between: readonly [string, string],
  signs: Match["signs"] = [],
  parts: Match["parts"] = {},
): Match {
  return { between, parts, signs };
}

describe("a match", () => {
  const parts = {
    way: [{ connection: "a-b" }],
    back: [{ connection: "b-a" }],
    side: [component("a"), component("b")],
    agreed: [{ agreement: ["a", "b"] as const }],
    none: [],
  };
  const played = match(["a", "b"], [], parts);

  test("calls what is carried by its name, and by another word where it has none", () => {
    expect(objectOf(graph, played, "way", "thing")).toBe("order");
    for (const part of ["back", "side", "none", "missing"])
      expect(objectOf(graph, played, part, "thing"), part).toBe("thing");
  });

  test("knows the ids that play a part", () => {
    expect(["way", "side", "agreed", "none", "missing"].map((part) => idsIn(played, part))).toEqual([
      ["a-b"],
      ["a", "b"],
      [],
      [],
      [],
    ]);
  });

  test("knows whether an answer names one of them", () => {
    expect(namesOneOf(["x", "b"], played, "side")).toBe(true);
    expect(namesOneOf(["x"], played, "side")).toBe(false);
    expect(namesOneOf("a", played, "side")).toBe(false);
    expect(namesOneOf(["a"], played, "missing")).toBe(false);
  });
});

describe("one match for each pair", () => {
  const sign = (name: string, weight: number, id: string) => ({
    sign: name,
    weight,
    because: `${name} ${weight}`,
    elements: [component(id)],
  });

  test("whichever side comes first, and the first one keeps its sides", () => {
    const merged = onePerPair([match(["b", "a"]), match(["a", "b"]), match(["a", "c"])]);
    expect(merged.map(({ between }) => between)).toEqual([
      ["b", "a"],
      ["a", "c"],
    ]);
  });

  test("a sign counts once, by its heaviest reading, on the elements of all", () => {
    const [merged] = onePerPair([
      match(["a", "b"], [sign("s", 1, "x"), sign("t", 3, "z")]),
      match(["a", "b"], [sign("s", 2, "y")]),
      match(["a", "b"], [sign("s", 2, "x")]),
    ]);
    expect(merged?.signs).toEqual([
      { sign: "s", weight: 2, because: "s 2", elements: [component("x"), component("y")] },
      sign("t", 3, "z"),
    ]);
  });

  test("a part is played by all that play it in one of them", () => {
    const [merged] = onePerPair([
      match(["a", "b"], [], { p: [component("x")], q: [component("y")] }),
      match(["a", "b"], [], { p: [component("x"), component("z")], r: [connection({ id: "w" })] }),
    ]);
    expect(merged?.parts).toEqual({
      p: [component("x"), component("z")],
      q: [component("y")],
      r: [{ connection: "w" }],
    });
  });
});

test("a sign is there when it shows", () => {
  const sign = { sign: "s", weight: 1, because: "b", elements: [] };
  expect(signIf(true, "s", 1, "b", [])).toEqual([sign]);
  expect(signIf(false, "s", 1, "b", [])).toEqual([]);
});
