import { emptySession } from "#core/document/new-session.ts";
import type { ExportedInvariant } from "#core/interchange/exporter.ts";
import { writeTmBom } from "#core/interchange/tm-bom/write-tm-bom.ts";
import { draw } from "#tests/support/draw.ts";
import { publishedSchema } from "#tests/support/published-schema.ts";
import { readSketch } from "#tests/support/read-sketch.ts";
import { describe, expect, test } from "vitest";

const read = (text: string) => readSketch("tm-bom", { name: "model.json", text }).imported;

describe("a sketch written as TM-BOM", () => {
  const architecture = draw(
    "Shop",
    "boundary trust cloud\nservice api in [cloud]\nstore orders\napi -write-> orders: order",
  );
  const session = { ...emptySession(), architecture };
  const invariant = (
    rung: "unstated" | "stated" | "enforced" | "verified",
    limitedTo: readonly "steady-state"[] = [],
  ): ExportedInvariant => ({
    between: ["api", "orders"],
    sentence: "What is shown is what is sold.",
    ladder: { rung, limitedTo, withoutStatement: false },
    owner: "Ada",
    mechanism: "dual-write",
    title: "",
    zone: null,
    probability: 0.5,
    moves: [],
  });
  const fileOf = (one: ExportedInvariant) =>
    JSON.parse(writeTmBom.write(session, [one])) as {
      assumptions: { validity: string }[];
      data_sets: object[];
      trust_boundaries: object[];
    };

  test.each([
    ["unstated", [], "unconfirmed"],
    ["stated", [], "unconfirmed"],
    ["enforced", [], "unconfirmed"],
    ["verified", [], "confirmed"],
    ["verified", ["steady-state"], "unconfirmed"],
  ] as const)("says an agreement that is %s %j as an assumption that is %s", (rung, limitedTo, validity) => {
    expect(fileOf(invariant(rung, limitedTo)).assumptions).toMatchObject([
      { topics: ["api", "orders"], validity },
    ]);
  });

  test("gives an agreement back as a seam, and writing it down here states nothing", () => {
    const back = read(writeTmBom.write(session, [invariant("unstated")])).session;
    expect(back.seams).toMatchObject([{ between: ["api", "orders"], mechanism: "dual-write", owner: "Ada" }]);
    expect(back.architecture.agreements).toEqual([]);
  });

  test("says the moves that were taken over with the assumption, and reads the sentence without them", () => {
    const file = fileOf({ ...invariant("stated"), moves: ["Write both through one outbox."] });
    expect(file.assumptions).toMatchObject([
      {
        description:
          "What is shown is what is sold. Structural move taken over: Write both through one outbox.",
      },
    ]);
    const back = read(JSON.stringify(file)).session;
    expect(back.seams).toMatchObject([{ invariant: "What is shown is what is sold.", owner: "Ada" }]);
    expect(back.architecture.agreements).toEqual([]);
  });

  test("keeps what the format has no field for under a name that is nobody’s domain, and reads it under its first", () => {
    const file = fileOf(invariant("stated")) as ReturnType<typeof fileOf> & { extensions: object };
    const [[name, kept] = []] = Object.entries(file.extensions);
    expect(name).toBe("seamark.alt/tm-bom/1");
    const first = { ...file, extensions: { "seamark.example/tm-bom/1": kept as object } };
    expect(read(JSON.stringify(first)).session).toEqual(read(JSON.stringify(file)).session);
    expect(read(JSON.stringify({ ...file, extensions: {} })).session.seams).not.toMatchObject([
      { owner: "Ada" },
    ]);
  });

  test("that somebody confirmed meanwhile is taken at its word", () => {
    const file = fileOf(invariant("unstated"));
    const changed = {
      ...file,
      assumptions: file.assumptions.map((one) => ({ ...one, validity: "confirmed" })),
    };
    expect(read(JSON.stringify(changed)).session.architecture.agreements).toMatchObject([
      { facts: { stated: [{ value: "docs" }], verified: [{ value: "at-design" }] } },
    ]);
  });

  test("places objects where they are written, and names the zones between which something flows", () => {
    expect(fileOf(invariant("stated"))).toMatchObject({
      data_sets: [{ title: "order", placements: [{ data_store: "orders" }] }],
      trust_boundaries: [{ trust_zone_a: "no-zone", trust_zone_b: "zone-cloud" }],
    });
  });

  test("would be told apart from a file that the schema does not allow", () => {
    const problemsIn = publishedSchema("threat-model.schema.json");
    expect(problemsIn(fileOf(invariant("stated")))).toEqual([]);
    expect(problemsIn({ ...fileOf(invariant("stated")), extensions: { seamark: {} } })).not.toEqual([]);
  });
});
