import { describe, expect, test } from "vitest";
import type { Architecture } from "#core/architecture/architecture.schema.ts";
import { parseArchitecture } from "#core/architecture/parse-architecture.ts";
import { sketchGraph } from "#core/architecture/sketch-graph.ts";
import { pairOf } from "#core/architecture/subject.ts";
import type { MechanismKey } from "#core/architecture/vocabulary.ts";
import type { Candidate } from "#core/diagnosis/diagnosis.ts";
import { tryMove, type TriedMove } from "#core/diagnosis/try-move.ts";
import { CATALOGUE } from "#core/mechanisms/catalogue.ts";
import { deepFreeze } from "#tests/support/deep-freeze.ts";
import { draw } from "#tests/support/draw.ts";
import { incident } from "#tests/support/incidents.ts";
import { MECHANISM_SKETCHES } from "#tests/support/mechanism-sketches/index.ts";

type Seam = readonly [string, string];

function made(sketch: Architecture, mechanism: MechanismKey, seam: Seam, moveKey: string): TriedMove | null {
  return tryMove(deepFreeze(sketch), CATALOGUE, { between: pairOf(...seam), mechanism }, moveKey);
}

/** 0 where the mechanism does not propose the pair. */
function probabilityIn(candidates: readonly Candidate[], mechanism: MechanismKey, seam: Seam): number {
  const pair = pairOf(...seam).join();
  const found = candidates.find((c) => c.mechanism === mechanism && c.between.join() === pair);
  return found?.probability ?? 0;
}

/** Where the contradiction went, as “mechanism: a ~ b”. */
const migration = ({ migratedTo }: TriedMove) =>
  migratedTo.map(({ candidate }) => `${candidate.mechanism ?? ""}: ${candidate.between.join(" ~ ")}`);

describe.each(CATALOGUE)("$key", ({ key, moves }) => {
  const { seam, hit } = MECHANISM_SKETCHES[key];
  const tried = moves.map((move) => made(hit, key, seam, move.key)).filter((t) => t !== null);

  test("has a move that settles its seam on a copy", () => {
    const after = tried.map((t) => probabilityIn(t.after, key, seam));
    expect(Math.min(...after)).toBeLessThan(0.3);
  });

  test("each move leaves a sketch that is well-formed, and says what it changed", () => {
    expect(tried).not.toEqual([]);
    for (const { architecture, changes, before } of tried) {
      expect(parseArchitecture(architecture)).toMatchObject({ ok: true });
      expect(probabilityIn(before, key, seam)).toBeGreaterThan(0.5);
      for (const { sentence } of changes) expect(sentence).toMatch(/^[A-Z].*\.$/);
      for (const { kind, list, id } of changes)
        expect(architecture[list].some((element) => element.id === id)).toBe(kind !== "removed");
    }
  });

  test("a move edits the architecture, and sets facts only of what it adds or gives a new part to", () => {
    for (const move of moves) {
      const graph = sketchGraph(hit);
      const match = CATALOGUE.find((m) => m.key === key)
        ?.propose(graph)
        .find(({ between }) => pairOf(...between).join() === pairOf(...seam).join());
      const edits = move.apply(graph, match!) ?? [];
      const isStructural = edits.some(
        (edit) => edit.op.startsWith("add-") || (edit.op === "rewire" && Object.keys(edit.ends).length > 0),
      );
      expect(isStructural || edits.length === 0, move.key).toBe(true);
      const joined = edits.flatMap((edit) => {
        if (edit.op === "add-connection") return [edit.connection.from, edit.connection.to];
        const way = edit.op === "rewire" ? graph.connections.get(edit.id) : undefined;
        if (edit.op !== "rewire" || Object.keys(edit.ends).length === 0) return [];
        return [way?.from, way?.to, edit.ends.from, edit.ends.to];
      });
      for (const edit of edits) if (edit.op === "rework") expect(joined).toContain(edit.id);
    }
  });
});

describe("migration is computed", () => {
  const { seam, hit } = MECHANISM_SKETCHES["dual-write"];

  test("an outbox settles the dual write, and the receiver now gets the message at least once", () => {
    const sketch: Architecture = {
      ...hit,
      components: hit.components.map((c) =>
        c.id === "bed-planner" ? { ...c, facts: { ...c.facts, idempotent: false } } : c,
      ),
      connections: hit.connections.map((c) =>
        c.id === "ward-events-bed-planner" ? { ...c, facts: { delivery: "at-most-once" } } : c,
      ),
    };
    const tried = made(sketch, "dual-write", seam, "outbox")!;
    expect(migration(tried)[0]).toBe("duplicate-delivery: bed-planner ~ ward-events");
    expect(tried.migratedTo[0]!.after! - tried.migratedTo[0]!.before!).toBeGreaterThan(0.3);
    expect(tried.settled.map(({ candidate }) => candidate.mechanism)).toContain("dual-write");
  });

  test.each([
    ["bypass-path", "demand-the-decision", "fail-open: model-server ~ moderation"],
    ["fail-open", "wait-for-the-decision", "duplicate-delivery: fraud-check ~ undecided"],
    ["confused-deputy", "take-the-authority-away", "confused-deputy: authority ~ mail-agent"],
    ["retry-amplification", "wait-instead-of-retry", "backlog: geocoder ~ waiting"],
    ["divergent-copies", "one-owner", "check-then-act: pharmacy-store ~ pharmacy-system"],
    ["unsafe-failover", "person-decides", "reused-meaning: engine-b ~ order-entry"],
    ["timing-assumption", "start-at-the-end", "duplicate-delivery: claims ~ coding"],
    ["cold-cache", "one-loads", "retry-amplification: loader ~ shopper"],
    ["mass-recovery", "admit-at-the-door", "mass-recovery: door ~ smart-meter"],
  ] as const)("%s by %s goes on to %s", (key, move, to) => {
    const sketches = MECHANISM_SKETCHES[key];
    expect(migration(made(sketches.hit, key, sketches.seam, move)!)).toContain(to);
  });

  test("a move that covers one way only says that the seam stays", () => {
    const { seam: meters, hit: sketch } = MECHANISM_SKETCHES["mass-recovery"];
    const tried = made(sketch, "mass-recovery", meters, "spread-first-attempts")!;
    expect(probabilityIn(tried.after, "mass-recovery", meters)).toBeGreaterThan(0.5);
  });
});

describe("tryMove", () => {
  const { seam, hit } = MECHANISM_SKETCHES["dual-write"];

  test("is null where there is no such finding, mechanism at that place, or move", () => {
    expect(made(hit, "dual-write", seam, "no-such-move")).toBeNull();
    expect(made(hit, "cold-cache", seam, "one-loads")).toBeNull();
    expect(made(hit, "dual-write", ["nobody", "patients"], "outbox")).toBeNull();
  });

  test("is null where the move finds nothing that it could change", () => {
    const { hit: hall, seam: seats } = MECHANISM_SKETCHES["check-then-act"];
    expect(made(hall, "check-then-act", seats, "hold-what-was-checked")).toBeNull();
  });

  test("makes the moves of a documented case too", () => {
    const { architecture, documented } = incident("docker-authz-2024");
    const [documentedSeam] = documented.seam.between;
    for (const move of ["capture-once", "decide-inline"]) {
      const tried = made(architecture, documented.mechanism, documentedSeam!, move)!;
      expect(probabilityIn(tried.after, documented.mechanism, documentedSeam!)).toBeLessThan(0.3);
    }
  });

  test("new ids keep clear of those that are taken", () => {
    const taken = draw(
      "A relay there already",
      `
      service orders
      worker relay
      store ledger
      queue events
      orders -write-> ledger: order
      orders -send-> events: order event
      `,
    );
    const tried = made(taken, "dual-write", ["orders", "ledger"], "outbox")!;
    expect(tried.architecture.components.map(({ id }) => id)).toEqual([
      ...taken.components.map(({ id }) => id),
      "relay-2",
    ]);
  });

  test("a seam that was marked by hand can be given a check", () => {
    const between = pairOf("ward-tablet", "beds");
    const tried = tryMove(hit, CATALOGUE, { between, mechanism: null }, "compare-both-sides", {
      marked: [between],
    });
    expect(tried?.changes.map(({ kind }) => kind)).toEqual(["added", "added", "added", "added"]);
    expect(tried?.architecture.agreements.at(-1)).toMatchObject({
      between,
      facts: { overseer: "third-party" },
    });
  });

  test("history that names a connection which goes stays readable", () => {
    const { seam: shell, hit: office } = MECHANISM_SKETCHES["evaluated-not-executed"];
    const decision = office.connections.find(({ kind }) => kind === "decide")!.id;
    const entry = {
      id: "h",
      date: "2025",
      kind: "incident",
      text: "it ran",
      about: [],
      worked: [],
      failed: [decision],
      covered: "",
      leftOpen: "",
    } as const;
    const tried = made({ ...office, history: [entry] }, "evaluated-not-executed", shell, "decide-inline");
    expect(tried?.architecture.history).toEqual([{ ...entry, failed: [] }]);
  });
});
