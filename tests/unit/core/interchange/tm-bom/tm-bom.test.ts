import { tmBom } from "#core/interchange/tm-bom/tm-bom.ts";
import { drawnOf } from "#tests/support/drawn-of.ts";
import { interchangeExamples, score } from "#tests/support/interchange-examples.ts";
import { readSketch } from "#tests/support/read-sketch.ts";
import { describe, expect, test } from "vitest";

const read = (text: string) => readSketch("tm-bom", { name: "model.json", text }).imported;

test("assumptions that name no components stand in the summary of the example", () => {
  const [example] = interchangeExamples().filter(({ folder }) => folder === "threat-model-library");
  const { session, notes } = read(example?.text ?? "");
  expect(session.architecture.summary.match(/^Assumed \(confirmed\): /gm)).toHaveLength(10);
  expect(session.architecture.agreements).toEqual([]);
  expect(notes.flatMap(({ how, what }) => (how === "left-out" ? [what] : []))).toEqual([
    "assumptions about fewer than two components: 10; they stand in the summary",
    "threats: 8",
    "threat personas: 5",
    "controls: 23",
    "risks: 4",
    "diagrams: 1",
  ]);
});

describe("examples of the Threat Model Library", () => {
  const examples = interchangeExamples().filter(({ folder }) => folder === "threat-model-library");
  test.each(examples.map((example) => [example.name, example] as const))("%s", (_, { text, expected }) => {
    const { session } = read(text);
    const found = drawnOf(session.architecture);
    expect(found.components.toSorted()).toEqual(expected.components.toSorted());
    expect(score(expected, found)).toEqual(score(expected, expected));
  });
});

const named = (name: string, more: object = {}) => ({
  symbolic_name: name,
  title: name,
  description: "",
  ...more,
});
const model = (parts: object) =>
  JSON.stringify({
    version: "1",
    scope: { title: "Shop", description: "Sells." },
    trust_zones: [named("inside"), named("outside")],
    actors: [
      named("buyer", { type: "user", trust_zone: "outside" }),
      named("bank", { type: "third_party", trust_zone: "outside" }),
    ],
    components: [
      named("api", { trust_zone: "inside" }),
      named("queue", { trust_zone: "inside", parent_component: "api" }),
    ],
    data_stores: [
      named("orders", { type: "sql", trust_zone: "inside" }),
      named("archive", { type: "object", trust_zone: "inside" }),
    ],
    data_flows: [],
    ...parts,
  });
const flow = (from: string, to: string, more: object = {}) => ({
  ...named(`${from}-${to}`),
  source: { type: "x", object: from },
  destination: { type: "x", object: to },
  ...more,
});
const assumption = (validity: string, ...topics: readonly string[]) => ({
  description: `${topics.join(" and ")} agree`,
  topics,
  validity,
});

describe("a TM-BOM", () => {
  test("has actors as people and third parties, stores as stores, and boundaries around parts", () => {
    const { architecture } = read(model({})).session;
    expect(Object.fromEntries(architecture.components.map(({ name, kind }) => [name, kind]))).toEqual({
      buyer: "person",
      bank: "external",
      api: "service",
      queue: "queue",
      orders: "store",
      archive: "store",
    });
    expect(drawnOf(architecture).boundaries).toEqual(
      expect.arrayContaining([
        { name: "inside", holds: ["archive", "orders", "api"] },
        { name: "api", holds: ["api", "queue"] },
      ]),
    );
  });

  test("an unconfirmed assumption is stated, a confirmed one was taken for checked at design, a guess", () => {
    const { session, notes } = read(
      model({
        assumptions: [
          assumption("unconfirmed", "api", "orders", "queue"),
          assumption("confirmed", "api", "buyer"),
        ],
      }),
    );
    const facts = (name: string) =>
      session.architecture.agreements.find(({ between }) => between.includes(name))?.facts;
    expect(facts("orders")).toMatchObject({ stated: [{ value: "docs", by: "model.json" }] });
    expect(facts("orders")).not.toHaveProperty("verified");
    expect(facts("orders")?.["stated"]).not.toMatchObject([{ guessed: true }]);
    expect(facts("buyer")).toMatchObject({
      stated: [{ value: "docs" }],
      verified: [{ value: "at-design", guessed: true }],
    });
    expect(session.seams.find(({ between }) => between.includes("orders"))).toMatchObject({
      invariant: "api and orders and queue agree",
      note: "Also about: queue",
    });
    expect(notes.filter(({ about }) => about !== null && "agreement" in about)).toHaveLength(2);
  });

  test("a rejected assumption marks a seam that says so, and states nothing", () => {
    const { session, notes } = read(model({ assumptions: [assumption("rejected", "api", "orders")] }));
    expect(session.architecture.agreements).toMatchObject([{ facts: {} }]);
    expect(session.seams).toMatchObject([
      { invariant: "api and orders agree", note: "The threat model says that this was found not to hold." },
    ]);
    expect(notes.find(({ about }) => about !== null && "agreement" in about)?.how).toBe("guessed");
  });

  test("several assumptions about the same two are one seam, and an assumption about one stands in the summary", () => {
    const { session } = read(
      model({
        assumptions: [
          assumption("confirmed", "api", "orders"),
          { ...assumption("unconfirmed", "orders", "api"), description: "They share a clock" },
          assumption("unconfirmed", "api", "some-threat"),
        ],
      }),
    );
    expect(session.seams).toMatchObject([{ note: "Assumed (unconfirmed): They share a clock" }]);
    expect(session.architecture.summary).toBe(
      "Sells.\napi: Assumed (unconfirmed): api and some-threat agree",
    );
  });

  test("a flow carries the only data set of its store, and a set in two stores is a guessed agreement", () => {
    const { session, notes } = read(
      model({
        data_sets: [
          named("card", { placements: [{ data_store: "orders" }, { data_store: "archive" }] }),
          named("log", { placements: [{ data_store: "archive" }] }),
        ],
        data_flows: [flow("api", "orders"), flow("api", "archive"), flow("api", "nowhere")],
      }),
    );
    const { connections, agreements } = session.architecture;
    expect(connections.map(({ to, carries }) => [to, carries])).toEqual([
      ["archive", null],
      ["orders", "card"],
    ]);
    expect(agreements).toMatchObject([
      { between: ["archive", "orders"], about: "“card”, which is placed in both", facts: {} },
    ]);
    expect(notes.find(({ about }) => about !== null && "agreement" in about)?.how).toBe("guessed");
    const guessed = notes.map(({ how, guesses }) => [how, ...guesses.map(({ of }) => of)].join(" "));
    expect(guessed).toContain("recognized kind object");
    expect(guessed).toContain("recognized kind");
    expect(notes.map(({ what }) => what)).toContain(
      "data flow “api-nowhere”: one of its ends is no actor, component or data store",
    );
  });

  test.each([
    [{ access_token_expires: true, has_refresh_token: true }, "expires-renewed-automatically"],
    [{ access_token_expires: true, has_refresh_token: false }, "expires-not-renewed"],
    [{ access_token_expires: false }, "unlimited"],
    [{ access_token_expires: true }, undefined],
    [{}, undefined],
  ])("tokens %j between zones make a flow between them %s, a guess", (tokens, validity) => {
    const between = {
      trust_zone_a: "inside",
      trust_zone_b: "outside",
      authentication_methods: ["sso"],
      access_token_ttl: 60,
      ...tokens,
    };
    const { connections } = read(
      model({ trust_boundaries: [between], data_flows: [flow("buyer", "api"), flow("api", "orders")] }),
    ).session.architecture;
    const [within, across] = connections;
    expect(within).toMatchObject({ facts: {}, numbers: {} });
    expect(across).toMatchObject({ numbers: { ttlSeconds: 60 } });
    expect(across?.notes).toContain("Authentication between the zones: sso");
    const fact = across?.facts["validity"];
    if (validity === undefined) expect(fact).toBeUndefined();
    else expect(fact).toMatchObject([{ value: validity, guessed: true }]);
  });

  test("that is none is refused with the line", () => {
    const text = '{"scope": {"title": "x"},\n"trust_zones": [],\n"data_flows": 5}';
    expect(tmBom.read([{ name: "x.json", text }], { at: "2026-03-01T10:00:00.000Z" })).toEqual({
      ok: false,
      error: [expect.objectContaining({ file: "x.json", line: 3 })],
    });
  });
});
