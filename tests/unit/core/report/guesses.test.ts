import { describe, expect, test } from "vitest";
import { applyCommand } from "#core/document/apply-command.ts";
import type { Command } from "#core/document/command.ts";
import { emptySession } from "#core/document/new-session.ts";
import type { Session } from "#core/document/session.schema.ts";
import { diagnose } from "#core/diagnosis/diagnose.ts";
import { CATALOGUE } from "#core/mechanisms/catalogue.ts";
import { findingsOf } from "#core/report/findings.ts";
import { guessesAt } from "#core/report/guesses.ts";

const address = { about: { component: "till" }, fact: "idempotent" } as const;

const said = (value: boolean, by: string, guessed: boolean): Command => ({
  type: "answer",
  address,
  answer: { value, by, at: "2026-03-01T10:00:00.000Z", ...(guessed ? { guessed } : {}) },
  agreementId: "a",
});

function till(...answers: readonly Command[]): Session {
  const drawn: Command = { type: "add-component", id: "till", name: "Till", kind: "service", at: [0, 0] };
  return [drawn, ...answers].reduce(applyCommand, emptySession());
}

describe("what was guessed of a fact", () => {
  test("is offered with who guessed it, until somebody answers", () => {
    const guessed = till(said(false, "compose.yaml", true));
    expect(guessesAt(guessed, address)).toMatchObject([{ by: "compose.yaml", value: false }]);
    expect(guessesAt(applyCommand(guessed, said(true, "Ada", false)), address)).toEqual([]);
  });

  test("stands in the findings as a guess, and not as a disagreement", () => {
    const session = till(said(false, "Bo", true), said(true, "Ada", false));
    const [asked] = findingsOf(session, diagnose(session.architecture, CATALOGUE)).asked;
    expect(asked).toMatchObject({ isDisputed: false });
    expect(asked?.answers.map(({ by, guessed }) => [by, guessed ?? false])).toEqual([
      ["Ada", false],
      ["Bo", true],
    ]);
  });
});
