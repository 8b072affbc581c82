import { emptySession } from "#core/document/new-session.ts";
import type { ExportedInvariant } from "#core/interchange/exporter.ts";
import { openThreatModel } from "#core/interchange/open-threat-model/open-threat-model.ts";
import { drawnOf } from "#tests/support/drawn-of.ts";
import { interchangeExamples, score } from "#tests/support/interchange-examples.ts";
import { writeOpenThreatModel } from "#core/interchange/open-threat-model/write-open-threat-model.ts";
import { draw } from "#tests/support/draw.ts";
import { publishedSchema } from "#tests/support/published-schema.ts";
import { describe, expect, test } from "vitest";

const at = "2026-03-01T10:00:00.000Z";

const read = (text: string) => {
  const done = openThreatModel.read([{ name: "model.otm", text }], { at });
  if (!done.ok) throw new Error(JSON.stringify(done.error));
  return done.value;
};

describe("examples of Open Threat Model", () => {
  const examples = interchangeExamples().filter(({ folder }) => folder === "otm");
  test.each(examples.map((example) => [example.name, example] as const))("%s", (_, { text, expected }) => {
    const { session } = read(text);
    const found = drawnOf(session.architecture);
    expect(found.components.toSorted()).toEqual(expected.components.toSorted());
    expect(score(expected, found)).toEqual(score(expected, expected));
  });
});

const model = (parts: object) =>
  JSON.stringify({ otmVersion: "0.2.0", project: { name: "Shop", id: "shop" }, ...parts });
const zone = (id: string, more: object = {}) => ({
  id,
  name: id.toUpperCase(),
  risk: { trustRating: 1 },
  ...more,
});
const component = (id: string, type: string, parent: object, more: object = {}) => ({
  id,
  name: id,
  type,
  parent,
  ...more,
});
const shape = (x: number, y: number, width: number, height: number) => ({
  representations: [{ representation: "d", id: "s", position: { x, y }, size: { width, height } }],
});
const leftOut = (text: string) =>
  read(text).notes.flatMap(({ how, what }) => (how === "left-out" ? [what] : []));

describe("an Open Threat Model", () => {
  test("tells positions relative to what something lies in, and they come out absolute", () => {
    const { session } = read(
      model({
        representations: [{ id: "d", name: "d", type: "diagram" }],
        trustZones: [
          zone("outer", shape(1000, 100, 500, 500)),
          zone("inner", { parent: { trustZone: "outer" }, ...shape(100, 20, 300, 300) }),
        ],
        components: [
          component("host", "server", { trustZone: "inner" }, shape(10, 10, 200, 200)),
          component("api", "web-service", { component: "host" }, shape(5, 6, 100, 100)),
          component("blank", "web-service", { trustZone: "inner" }),
        ],
      }),
    );
    expect(session.positions).toEqual({
      // The boundary around its parts has the name first.
      "host-2": [1110 + 100 - 84, 130 + 100 - 28],
      api: [1115 + 50 - 84, 136 + 50 - 28],
    });
    expect(drawnOf(session.architecture).boundaries).toEqual(
      expect.arrayContaining([
        { name: "OUTER", holds: ["INNER"] },
        { name: "INNER", holds: ["blank", "host"] },
        { name: "host", holds: ["api", "host"] },
      ]),
    );
  });

  test("whose parts lie in each other in a circle is read all the same", () => {
    const parts = ["a", "b"].map((id, i, all) => component(id, "x", { component: all[1 - i] }));
    const own = component("own", "x", { component: "own" });
    const { architecture } = read(model({ components: [...parts, own] })).session;
    expect(architecture.components).toHaveLength(3);
    expect(architecture.boundaries).toHaveLength(2);
  });

  test("has null for whatever is not there, and ids that are numbers", () => {
    const text =
      "otmVersion: 0.1.0\nproject: {name: Shop, id: 1}\ntrustZones: null\nassets:\ncomponents:\n" +
      "  - {id: 1, name: api, type: null, parent: null, tags: null, attributes: null}\n" +
      "  - {id: 2, name: db, type: rds, parent: {trustZone: none}}\n" +
      "dataflows:\n  - {id: f, name: order, source: 1, destination: 2, assets: null}\n";
    const { session, notes } = read(text);
    expect(session.architecture.components.map(({ name, kind }) => [name, kind])).toEqual([
      ["api", "service"],
      ["db", "store"],
    ]);
    expect(session.architecture.connections).toHaveLength(1);
    expect(notes.find(({ what }) => what.includes("db"))).toMatchObject({
      how: "recognized",
      guesses: [{ of: "kind" }],
      line: 7,
    });
  });

  test("has assets as objects: the first of a flow travels on it, the others are noted", () => {
    const { architecture } = read(
      model({
        assets: ["card", "name", "spare"].map((id) => ({ id, name: id })),
        components: [
          component("api", "service", {}, { assets: { processed: ["card"], stored: null } }),
          component("db", "database", {}),
        ],
        dataflows: [
          {
            id: "f",
            name: "Order",
            source: "api",
            destination: "db",
            assets: [null, "gone", "card", "name"],
            bidirectional: true,
          },
        ],
      }),
    ).session;
    expect(architecture.objects.map(({ name }) => name)).toEqual(["card", "name", "spare"]);
    expect(architecture.connections.map(({ from, to, carries }) => [from, to, carries])).toEqual([
      ["api", "db", "card"],
      ["db", "api", "card"],
    ]);
    expect(architecture.connections[0]?.notes).toBe("Order\nCarries as well: name");
    expect(architecture.components[0]?.notes).toBe("Type: service\nProcesses: card");
  });

  test("counts threats and mitigations once, and says which flows lead nowhere", () => {
    const text = model({
      components: [component("api", "service", {})],
      dataflows: [{ id: "f", name: "Lost", source: "api", destination: "gone" }],
      threats: [
        { id: "t", name: "T" },
        { id: "u", name: "U" },
      ],
      mitigations: [{ id: "m", name: "M" }],
    });
    expect(leftOut(text)).toEqual([
      "dataflow “Lost”: one of its ends is no component",
      "threats: 2",
      "mitigations: 1",
    ]);
  });

  test("that is none is refused with the line", () => {
    const text = "otmVersion: 0.1.0\nproject: {name: x}\ncomponents:\n  api: {}\n";
    expect(openThreatModel.recognizes({ name: "", text })).toBe(true);
    expect(openThreatModel.read([{ name: "x.otm", text }], { at })).toEqual({
      ok: false,
      error: [expect.objectContaining({ file: "x.otm", line: 3 })],
    });
  });
});

describe("a sketch written as Open Threat Model", () => {
  const architecture = draw(
    "Shop",
    "boundary trust cloud\nservice api in [cloud]\nstore orders in [cloud]\nperson buyer\napi -write-> orders: order",
  );
  const session = {
    ...emptySession(),
    architecture,
    positions: { api: [300, 200] as const, orders: [600, 200] as const },
  };
  const invariant: ExportedInvariant = {
    between: ["api", "buyer"],
    sentence: "What is shown is what is sold.",
    ladder: { rung: "stated", limitedTo: [], withoutStatement: false },
    owner: "",
    mechanism: null,
    title: "Two models",
    zone: null,
    probability: 0.5,
    moves: [],
  };
  const file = () =>
    JSON.parse(writeOpenThreatModel.write(session, [invariant])) as {
      components: { id: string; parent: object; threats: object[]; representations: object[] }[];
      trustZones: { id: string; representations?: { position: object }[] }[];
    };
  const found = (id: string) => file().components.find((one) => one.id === id);

  test("puts components where they stand in their zone, and those of no boundary into a zone that says so", () => {
    expect(file().trustZones[0]?.representations?.[0]?.position).toEqual({ x: 260, y: 148 });
    expect(found("api")?.representations).toMatchObject([{ position: { x: 40, y: 52 } }]);
    expect(found("buyer")?.parent).toEqual({ trustZone: "seamark:sheet" });
    expect(read(writeOpenThreatModel.write(session, [])).session.architecture.boundaries).toHaveLength(1);
  });

  test("hangs an agreement on both sides where nothing flows between them, and gives it back", () => {
    expect([found("api"), found("buyer"), found("orders")].map((one) => one?.threats.length)).toEqual([
      1, 1, 0,
    ]);
    expect(found("api")?.threats).toMatchObject([{ state: "exposed" }]);
    const back = read(writeOpenThreatModel.write(session, [invariant]));
    expect(back.session.seams).toMatchObject([{ between: ["api", "buyer"], invariant: invariant.sentence }]);
    expect(back.notes.filter(({ how }) => how === "left-out")).toEqual([]);
  });

  test("would be told apart from a file that the schema does not allow", () => {
    const problemsIn = publishedSchema("otm_schema.json");
    expect(problemsIn(file())).toEqual([]);
    expect(problemsIn({ ...file(), trustZones: null })).not.toEqual([]);
  });
});
