import { describe, expect, test } from "vitest";
import type { Architecture } from "#core/architecture/architecture.schema.ts";
import { parseArchitecture } from "#core/architecture/parse-architecture.ts";
import { mergeSketch } from "#core/document/merge-sketch.ts";
import { emptySession } from "#core/document/new-session.ts";
import { inCanonicalOrder } from "#core/document/canonical-order.ts";
import type { Session } from "#core/document/session.schema.ts";
import { valueOf } from "#tests/support/value-of.ts";

const by = (name: string, value: unknown, guessed = false) => [
  { value, by: name, at: "2026-03-01T10:00:00Z", ...(guessed ? { guessed } : {}) },
];

function sketch(parts: object, positions: Session["positions"] = {}): Session {
  const architecture: Architecture = valueOf(
    parseArchitecture({
      format: "seamark.architecture/1",
      title: "Shop",
      components: [],
      connections: [],
      ...parts,
    }),
  );
  return inCanonicalOrder({ ...emptySession(), architecture, positions });
}

function merged(there: Session, incoming: Session, guessedKinds: readonly string[] = []): Session {
  return mergeSketch(there, { sketch: incoming, guessedKinds }).session;
}

const named = (id: string, name: string, kind = "service", more: object = {}) => ({
  id,
  name,
  kind,
  ...more,
});
const namesIn = ({ architecture }: Session) =>
  architecture.components.map(({ name, kind }) => `${kind} ${name}`);

describe("a component that comes in", () => {
  test("is the one of that name, whatever its letters", () => {
    const after = merged(
      sketch({ components: [named("x", "Orders API")] }),
      sketch({ components: [named("orders", "orders  api")] }),
    );
    expect(namesIn(after)).toEqual(["service Orders API"]);
  });

  test("is the one that is written the same, where two are alike", () => {
    const there = sketch({ components: [named("a", "DB", "store"), named("b", "db", "store")] });
    const facts = { scale: by("f", "few") };
    const after = merged(there, sketch({ components: [named("q", "db", "store", { facts })] }));
    expect(after.architecture.components.map(({ id, facts: known }) => [id, Object.keys(known)])).toEqual([
      ["a", []],
      ["b", ["scale"]],
    ]);
  });

  test("is one of a kind that is as good as its own, and keeps the kind that people gave it", () => {
    const after = merged(
      sketch({ components: [named("x", "redis", "cache")] }),
      sketch({ components: [named("redis", "redis", "store")] }),
    );
    expect(namesIn(after)).toEqual(["cache redis"]);
  });

  test("is another one where its kind is another, unless that is a guess", () => {
    const there = sketch({ components: [named("x", "mail", "queue")] });
    const incoming = sketch({ components: [named("mail", "mail", "service")] });
    expect(namesIn(merged(there, incoming))).toEqual(["service mail", "queue mail"]);
    expect(namesIn(merged(there, incoming, ["mail"]))).toEqual(["queue mail"]);
  });

  test("gets another id where its own is taken, and is found again by it", () => {
    const there = sketch({ components: [named("web", "Browser", "client")] });
    const incoming = sketch({ components: [named("web", "web"), named("web-2", "web")] });
    const once = merged(there, incoming);
    expect(once.architecture.components.map(({ id, name }) => [id, name])).toEqual([
      ["web", "Browser"],
      ["web-2", "web"],
      ["web-in2", "web"],
    ]);
    expect(merged(once, incoming)).toEqual(once);
  });
});

describe("an answer that comes in", () => {
  const there = (facts: object) => sketch({ components: [named("x", "web", "service", { facts })] });
  const incoming = there({ scale: by("compose.yaml", "few", true) });
  const answers = (session: Session) => session.architecture.components[0]?.facts["scale"];

  test("stands where nobody answered, as the guess that it is", () => {
    expect(answers(merged(there({}), incoming))).toEqual(by("compose.yaml", "few", true));
  });

  test("stays out where somebody did", () => {
    expect(answers(merged(there({ scale: by("Ann", "one") }), incoming))).toEqual(by("Ann", "one"));
  });

  test("names what it names here", () => {
    const parts = (web: string, db: string) => ({
      components: [
        named(web, "web", "service", { facts: { restartNeeds: by("f", [db]) } }),
        named(db, "db", "store"),
      ],
    });
    const plain = sketch({ components: [named("x", "web"), named("y", "db", "store")] });
    expect(
      merged(plain, sketch(parts("web", "db"))).architecture.components[0]?.facts["restartNeeds"],
    ).toEqual(by("f", ["y"]));
  });
});

describe("a connection that comes in", () => {
  const way = (id: string, kind: string, facts: object = {}) => ({ id, from: "a", to: "b", kind, facts });
  const ends = [named("a", "web"), named("b", "db", "store")];

  test("is there already where one of its kind leads the same way", () => {
    const there = sketch({ components: ends, connections: [way("k", "read")] });
    const after = merged(
      there,
      sketch({ components: ends, connections: [way("one", "read"), way("two", "write")] }),
    );
    expect(after.architecture.connections.map(({ id, kind }) => [id, kind])).toEqual([
      ["k", "read"],
      ["two", "write"],
    ]);
  });

  test("answers for the one that is there only where it is clear which one that is", () => {
    const incoming = sketch({
      components: ends,
      connections: [way("one", "read", { onFailure: by("f", "retries") })],
    });
    const once = merged(sketch({ components: ends, connections: [way("k", "read")] }), incoming);
    expect(once.architecture.connections[0]?.facts).toEqual({ onFailure: by("f", "retries") });
    const twice = sketch({ components: ends, connections: [way("k", "read"), way("l", "read")] });
    expect(merged(twice, incoming).architecture.connections).toEqual(twice.architecture.connections);
  });
});

describe("a boundary that comes in", () => {
  const around = (id: string, kind = "deployment") => ({ id, name: "back", kind });

  test("is the one of its name and kind, and what is there joins it", () => {
    const after = merged(
      sketch({ components: [named("x", "web")], boundaries: [around("old")] }),
      sketch({
        components: [named("web", "web", "service", { boundaries: ["n"] })],
        boundaries: [around("n")],
      }),
    );
    expect(after.architecture.boundaries.map(({ id }) => id)).toEqual(["old"]);
    expect(after.architecture.components[0]?.boundaries).toEqual(["old"]);
  });

  test("takes nothing out of the boundary of its kind in which people put it", () => {
    const after = merged(
      sketch({
        components: [named("x", "web", "service", { boundaries: ["mine"] })],
        boundaries: [{ id: "mine", name: "mine", kind: "deployment" }],
      }),
      sketch({
        components: [named("web", "web", "service", { boundaries: ["n"] })],
        boundaries: [around("n")],
      }),
    );
    expect(after.architecture.components[0]?.boundaries).toEqual(["mine"]);
  });
});

describe("places", () => {
  const there = sketch({ components: [named("x", "web")] }, { x: [100, 40] });

  test("of a file stay as they are to each other, right of what is there", () => {
    const after = merged(
      there,
      sketch({ components: [named("a", "a"), named("b", "b")] }, { a: [5_000, 5_000], b: [5_300, 5_100] }),
    );
    expect(after.positions).toEqual({ x: [100, 40], a: [380, 40], b: [680, 140] });
  });

  test("are found for what has none", () => {
    const after = merged(there, sketch({ components: [named("a", "a"), named("b", "b")] }));
    expect(after.positions["x"]).toEqual([100, 40]);
    expect(after.positions["a"]?.[0]).toBeGreaterThan(100 + 168);
    expect(after.positions["a"]).not.toEqual(after.positions["b"]);
  });
});

test("more than a session can hold does not come in", () => {
  const many = (prefix: string) =>
    sketch({
      components: Array.from({ length: 11_000 }, (_, i) => named(`${prefix}${i}`, `${prefix} ${i}`)),
    });
  const there = many("a");
  const result = mergeSketch(there, { sketch: many("b"), guessedKinds: [] });
  expect(result.fits).toBe(false);
  expect(result.session).toBe(there);
});
