import { threatDragon } from "#core/interchange/threat-dragon/threat-dragon.ts";
import { drawnOf } from "#tests/support/drawn-of.ts";
import { interchangeExamples, score } from "#tests/support/interchange-examples.ts";
import { describe, expect, test } from "vitest";

const at = "2026-03-01T10:00:00.000Z";

const read = (text: string) => {
  const done = threatDragon.read([{ name: "model.json", text }], { at });
  if (!done.ok) throw new Error(JSON.stringify(done.error));
  return done.value;
};

describe("examples of Threat Dragon", () => {
  const examples = interchangeExamples().filter(({ folder }) => folder === "threat-dragon");
  test.each(examples.map((example) => [example.name, example] as const))("%s", (_, { text, expected }) => {
    const { session } = read(text);
    const found = drawnOf(session.architecture);
    expect(found.components.toSorted()).toEqual(expected.components.toSorted());
    expect(score(expected, found)).toEqual(score(expected, expected));
  });
});

const model = (...diagrams: readonly object[][]) =>
  JSON.stringify({
    version: "2.3.0",
    summary: { title: "Shop", owner: "Ada", description: "Sells." },
    detail: { diagrams: diagrams.map((cells, id) => ({ id, title: `Diagram ${id}`, cells })) },
  });

const node = (id: string, shape: string, name: string, x = 0, y = 0, data: object = {}) => ({
  id,
  shape,
  position: { x, y },
  size: { width: 100, height: 100 },
  data: { name, ...data },
});
const box = (id: string, name: string, x: number, y: number, side: number, data: object = {}) => ({
  id,
  shape: "trust-boundary-box",
  position: { x, y },
  size: { width: side, height: side },
  data: { name, ...data },
});
const flow = (from: string, to: string, name: string, data: object = {}) => ({
  shape: "flow",
  source: { cell: from },
  target: { cell: to },
  data: { name, ...data },
});

describe("a model of Threat Dragon", () => {
  const leftOut = (text: string) =>
    read(text).notes.flatMap(({ how, what }) => (how === "left-out" ? [what] : []));

  test("gives its owner, its layout and what it says beside names as notes", () => {
    const { session } = read(
      model([
        node("a", "process", "API", 200, 100, {
          outOfScope: true,
          reasonOutOfScope: "Bought",
          isEncrypted: true,
        }),
      ]),
    );
    const { architecture, positions } = session;
    expect(architecture).toMatchObject({ title: "Shop", summary: "Sells.\nOwner: Ada" });
    expect(architecture.components[0]?.notes).toBe("Out of scope of the threat model: Bought\nEncrypted");
    // The middle stays where it is: 250, 150.
    expect(positions).toEqual({ api: [250 - 84, 150 - 28] });
  });

  test.each([
    ["actor", "Customer", "person", "guessed"],
    ["actor", "Stripe", "external", "recognized"],
    ["actor", "Web Browser", "client", "guessed"],
    ["process", "Checkout", "service", "recognized"],
    ["process", "API Gateway", "gateway", "guessed"],
    ["process", "Order Database", "service", "recognized"],
    ["store", "Orders", "store", "recognized"],
    ["store", "Message Queue", "queue", "guessed"],
  ])("takes %s “%s” for a %s, %s", (shape, name, kind, how) => {
    const { session, notes } = read(model([node("a", shape, name)]));
    expect(session.architecture.components[0]?.kind).toBe(kind);
    expect(notes[0]).toMatchObject({ how: "recognized", guesses: how === "guessed" ? [{ of: "kind" }] : [] });
  });

  test("is read wherever names stand", () => {
    const named = (place: object) => ({ ...node("a", "process", ""), ...place });
    for (const place of [
      { attrs: { text: { text: "API\n one" } } },
      { attrs: { label: { text: "API one" } } },
      { labels: [{ attrs: { labelText: { text: "API one" } } }] },
      { labels: [{ attrs: { label: { text: "API one" } } }] },
    ])
      expect(read(model([named(place)])).session.architecture.components[0]?.name).toBe("API one");
  });

  test("says what a box contains, and otherwise what lies wholly inside is in it, nearest box first", () => {
    const { session } = read(
      model([
        node("in", "process", "Inside", 120, 120),
        node("half", "process", "Half", 250, 250),
        node("far", "process", "Far", 900, 900),
        box("inner", "Inner", 100, 100, 200),
        box("outer", "Outer", 0, 0, 400),
        box("says", "Says", 0, 500, 100, { containedElements: ["far"] }),
      ]),
    );
    expect(drawnOf(session.architecture).boundaries).toEqual([
      { name: "Inner", holds: ["Inside"] },
      { name: "Outer", holds: ["Half", "Inner"] },
      { name: "Says", holds: ["Far"] },
    ]);
  });

  test("whose boxes claim to lie in each other is read all the same", () => {
    const { session } = read(
      model([
        box("a", "A", 0, 0, 10, { containedElements: ["b"] }),
        box("b", "B", 0, 0, 10, { containedElements: ["a"] }),
      ]),
    );
    expect(session.architecture.boundaries.map(({ within }) => within)).toEqual([null, null]);
  });

  test("with boxes that overlap says which of them counted", () => {
    const text = model([
      node("a", "process", "API", 50, 50),
      box("l", "Left", 0, 0, 160),
      box("r", "Right", 40, 40, 160),
    ]);
    expect(drawnOf(read(text).session.architecture).boundaries.map(({ holds }) => holds)).toEqual([
      ["API"],
      [],
    ]);
    expect(leftOut(text)).toEqual(["process “API” lies in 1 more, which overlap “Left”"]);
  });

  test("draws one component on several diagrams, and two on one", () => {
    const { session } = read(
      model(
        [node("a", "process", "API"), node("b", "process", "API", 500), node("c", "store", "Orders")],
        [node("x", "process", "API"), node("y", "store", "API"), flow("x", "y", "order")],
      ),
    );
    expect(session.architecture.components.map(({ name, kind }) => [name, kind])).toEqual(
      [
        ["API", "service"],
        ["API", "service"],
        ["API", "store"],
        ["Orders", "store"],
      ].sort(),
    );
    expect(session.architecture.connections).toHaveLength(1);
  });

  test("has flows that carry what they are called, both ways where they go both ways", () => {
    const cells = [
      node("a", "process", "API"),
      node("b", "store", "Orders"),
      flow("a", "b", "order", { isBidirectional: true, protocol: "SQL" }),
      flow("a", "b", "order"),
      flow("a", "b", "refund"),
      flow("a", "nowhere", "lost"),
      flow("a", "a", "itself"),
    ];
    const { session, notes } = read(model(cells));
    const { connections, objects } = session.architecture;
    expect(connections.map(({ from, to, kind, carries }) => [from, to, kind, carries]).sort()).toEqual([
      ["api", "orders", "write", "order"],
      ["api", "orders", "write", "refund"],
      ["orders", "api", "send", "order"],
    ]);
    expect(objects.map(({ name }) => name)).toEqual(["order", "refund"]);
    const noted = (element: string) => notes.filter(({ about }) => about !== null && element in about);
    for (const { how, guesses } of noted("connection")) {
      expect(how).toBe("recognized");
      expect(guesses.map(({ of }) => of)).toEqual(["kind", "object"]);
    }
    expect(noted("object").map(({ how }) => how)).toEqual(["guessed", "guessed"]);
    expect(leftOut(model(cells))).toEqual([
      "flow “lost”: one of its ends is attached to nothing",
      "flow “itself”: a component is not connected to itself",
    ]);
  });

  test("counts what has no place in a sketch, threats of both places among it", () => {
    const text = model([
      { ...node("a", "process", "API", 0, 0, { threats: [{ title: "1" }] }), threats: [{ title: "2" }] },
      { shape: "trust-boundary-curve", data: {} },
      { shape: "td-text-block", data: { name: "A remark" } },
      { shape: "cloud", data: {} },
    ]);
    expect(leftOut(text)).toEqual([
      "threats, with what they say of mitigation: 2",
      "trust boundaries that are curves, which enclose nothing: 1",
      "text blocks: 1",
      "cells of an unknown shape: 1",
    ]);
  });

  test("that is none is refused with the line", () => {
    const done = threatDragon.read(
      [{ name: "x.json", text: '{\n "summary": {},\n "detail": {\n "diagrams": 7 }}' }],
      { at },
    );
    expect(done).toEqual({ ok: false, error: [expect.objectContaining({ file: "x.json", line: 4 })] });
  });

  test("with more boxes around more cells than can be followed is refused", () => {
    const text = model(Array.from({ length: 1_500 }, (_, i) => box(`b${i}`, `B${i}`, i, i, 9)));
    expect(threatDragon.read([{ name: "x.json", text }], { at }).ok).toBe(false);
  });
});
