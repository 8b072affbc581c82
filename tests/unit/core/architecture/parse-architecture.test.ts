import { describe, expect, test } from "vitest";
import { parseArchitecture } from "#core/architecture/parse-architecture.ts";
import { parseIncident } from "#core/architecture/incident.schema.ts";
import { incidentIds, incidentJson } from "#tests/support/incidents.ts";

const minimal = {
  format: "seamark.architecture/1",
  title: "Two sides",
  components: [
    { id: "a", name: "A", kind: "service" },
    { id: "b", name: "B", kind: "store" },
  ],
  connections: [{ id: "w", from: "a", to: "b", kind: "write" }],
};

function problemsOf(input: unknown) {
  const parsed = parseArchitecture(input);
  return parsed.ok ? [] : parsed.error;
}

describe("parseArchitecture", () => {
  test.each(incidentIds)("reads the incident %s", (id) => {
    const parsed = parseIncident(incidentJson(id));
    expect(parsed.ok ? [] : parsed.error).toEqual([]);
  });

  test("fills in what a small file leaves out", () => {
    const parsed = parseArchitecture(minimal);
    expect(parsed.ok && parsed.value.connections[0]).toMatchObject({ carries: null, over: [], facts: {} });
  });

  test("says where a reference leads nowhere", () => {
    const connections = [{ id: "w", from: "a", to: "nobody", kind: "write", carries: "nothing" }];
    expect(problemsOf({ ...minimal, connections })).toEqual([
      {
        pointer: "/connections/0/to",
        message: 'there is no entry "nobody" in components: add it, or name one that is there',
      },
      {
        pointer: "/connections/0/carries",
        message: 'there is no entry "nothing" in objects: add it, or name one that is there',
      },
    ]);
  });

  test("says which id is used twice", () => {
    const components = [...minimal.components, { id: "a", name: "Again", kind: "cache" }];
    expect(problemsOf({ ...minimal, components })).toEqual([
      {
        pointer: "/components/2/id",
        message: 'the id "a" is used twice in components: give one of the two another',
      },
    ]);
  });

  test("refuses a boundary that lies within itself", () => {
    const boundaries = [
      { id: "x", name: "X", kind: "trust", within: "y" },
      { id: "y", name: "Y", kind: "trust", within: "x" },
    ];
    expect(problemsOf({ ...minimal, boundaries }).map(({ pointer }) => pointer)).toEqual([
      "/boundaries/0/within",
      "/boundaries/1/within",
    ]);
  });

  test("refuses an agreement of a component with itself", () => {
    const agreements = [{ id: "g", between: ["a", "a"], about: "x" }];
    expect(problemsOf({ ...minimal, agreements })).toEqual([
      {
        pointer: "/agreements/0/between",
        message: "an agreement is between two components: name another one as the second",
      },
    ]);
  });

  test.each([
    ["an unknown kind", { components: [{ id: "a", name: "A", kind: "gizmo" }] }, "/components/0/kind"],
    [
      "an unknown fact value",
      { components: [{ id: "a", name: "A", kind: "store", facts: { scale: "many" } }] },
      "/components/0/facts/scale",
    ],
    [
      "an unknown fact",
      { components: [{ id: "a", name: "A", kind: "store", facts: { colour: "red" } }] },
      "/components/0/facts/colour",
    ],
    ["a label of a megabyte", { title: "x".repeat(1_000_000) }, "/title"],
    [
      "an id with a path in it",
      { components: [{ id: "../a", name: "A", kind: "store" }] },
      "/components/0/id",
    ],
  ])("refuses %s and says where", (_, change, pointer) => {
    expect(
      problemsOf({ ...minimal, connections: [], ...change }).map((problem) => problem.pointer),
    ).toContain(pointer);
  });

  test.each([null, 7, "text", [], { format: "seamark.architecture/9" }])(
    "refuses %j without an exception",
    (input) => {
      expect(problemsOf(input).length).toBeGreaterThan(0);
    },
  );

  test("a file that is wrong everywhere is refused with fifty problems, of shape or of reference", () => {
    const wrong = (at: number) => ({ id: `c${at}`, from: "nobody", to: "nobody", kind: "call" });
    const connections = Array.from({ length: 1000 }, (_, at) => wrong(at));
    expect(problemsOf({ ...minimal, connections })).toHaveLength(50);
    expect(problemsOf({ ...minimal, connections: connections.map(() => 7) })).toHaveLength(50);
  });

  test("a __proto__ key changes no prototype", () => {
    const hostile: unknown = JSON.parse(`{"format":"seamark.architecture/1","title":"t","connections":[],
      "components":[{"id":"a","name":"A","kind":"store","facts":{"__proto__":{"polluted":true}}}]}`);
    parseArchitecture(hostile);
    expect(({} as Record<string, unknown>)["polluted"]).toBeUndefined();
  });
});
