import type { Architecture, Facts } from "#core/architecture/architecture.schema.ts";
import { answersOf } from "#core/architecture/reading.ts";
import { pairOf } from "#core/architecture/subject.ts";
import { diagnose } from "#core/diagnosis/diagnose.ts";
import type { Candidate } from "#core/diagnosis/diagnosis.ts";
import { tryMove } from "#core/diagnosis/try-move.ts";
import { applyCommand } from "#core/document/apply-command.ts";
import { emptySession } from "#core/document/new-session.ts";
import type { Session } from "#core/document/session.schema.ts";
import { changeBetween } from "#core/document/sketch-change.ts";
import { CATALOGUE } from "#core/mechanisms/catalogue.ts";
import { MECHANISM_SKETCHES } from "#tests/support/mechanism-sketches/index.ts";
import { describe, expect, test } from "vitest";

const at = "2026-03-01T10:00:00.000Z";
const said = { by: "Ada", at, evidence: "the move that was taken over" };

function inAnswers<T extends { readonly facts: Facts }>(entry: T): T {
  const facts = Object.entries(entry.facts).map(
    ([name, value]) => [name, [{ value, by: "Bo", at }]] as const,
  );
  return { ...entry, facts: Object.fromEntries(facts) as Facts };
}

function sessionOf(architecture: Architecture): Session {
  return {
    ...emptySession(),
    architecture: {
      ...architecture,
      components: architecture.components.map(inAnswers),
      connections: architecture.connections.map(inAnswers),
      agreements: architecture.agreements.map(inAnswers),
    },
  };
}

const odds = (candidates: readonly Candidate[]) =>
  candidates.map(({ between, mechanism, probability }) => [
    between.join("~"),
    mechanism,
    probability.toFixed(6),
  ]);

describe.each(CATALOGUE)("a move that answers $key", ({ key, moves }) => {
  const { seam, hit } = MECHANISM_SKETCHES[key];
  const session = sessionOf(hit);
  const finding = { between: pairOf(...seam), mechanism: key };

  test.each(moves.map((move) => move.key))("%s, taken over, is what it was on the copy", (move) => {
    const tried = tryMove(session.architecture, CATALOGUE, finding, move);
    if (tried === null) return;
    const change = changeBetween(session.architecture, tried.architecture, said);
    const taken = applyCommand(session, { type: "take-move", change, positions: {} });
    expect(taken).not.toBe(session);
    expect(odds(diagnose(taken.architecture, CATALOGUE).candidates)).toEqual(odds(tried.after));
    const who = taken.architecture.connections.flatMap(({ facts }) =>
      Object.values(facts).flatMap((fact) => answersOf(fact).map(({ by }) => by)),
    );
    expect(who.filter((by) => by !== "Ada" && by !== "Bo")).toEqual([]);
    expect(applyCommand(taken, { type: "take-move", change, positions: {} })).toEqual(taken);
  });
});

test("a change that no longer fits the sketch changes nothing", () => {
  const session = sessionOf(MECHANISM_SKETCHES["dual-write"].hit);
  const nowhere = {
    id: "new-way",
    from: "ghost",
    to: "nobody",
    kind: "call" as const,
    carries: null,
    over: [],
    notes: "",
    facts: {},
    numbers: {},
  };
  const change = { objects: [], components: [], connections: [nowhere], agreements: [], removed: [] };
  expect(applyCommand(session, { type: "take-move", change, positions: {} })).toBe(session);
});
