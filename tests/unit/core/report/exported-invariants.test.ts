import { pairKey } from "#core/architecture/subject.ts";
import { diagnose } from "#core/diagnosis/diagnose.ts";
import { applyCommand } from "#core/document/apply-command.ts";
import { tryMove } from "#core/diagnosis/try-move.ts";
import { changeBetween } from "#core/document/sketch-change.ts";
import { evidenceOfMove } from "#core/document/taken-move.ts";
import { emptySession } from "#core/document/new-session.ts";
import type { Session } from "#core/document/session.schema.ts";
import { CATALOGUE } from "#core/mechanisms/catalogue.ts";
import { diagnoseOptionsOf } from "#core/report/diagnose-options.ts";
import { exportedInvariants } from "#core/report/exported-invariants.ts";
import { answeredSession } from "#tests/support/reports.ts";
import { expect, test } from "vitest";

const exported = (session: Session) =>
  exportedInvariants(session, diagnose(session.architecture, CATALOGUE, diagnoseOptionsOf(session)));

test("the agreement of a seam goes out with its rung, its mechanism and how sure it is", () => {
  const [first, ...others] = exported(answeredSession("docker-authz-2024"));
  expect(others).toEqual([]);
  expect(first).toMatchObject({
    between: ["daemon", "plugin"],
    ladder: { rung: "stated" },
    mechanism: "evaluated-not-executed",
    zone: "authorization",
    owner: "",
  });
  expect(first?.sentence).toMatch(/^For every API request that Container daemon acts on/);
  expect(first?.probability).toBeGreaterThan(0.9);
});

test("people's own sentence and owner go out, and each pair once", () => {
  const told = applyCommand(answeredSession("docker-authz-2024"), {
    type: "tell-seam",
    id: "s",
    between: ["daemon", "plugin"],
    told: { invariant: "What was judged is what runs.", owner: "the platform team" },
  });
  expect(exported(told).map(({ sentence, owner }) => [sentence, owner])).toEqual([
    ["What was judged is what runs.", "the platform team"],
  ]);
});

test("a move that was taken over for a seam goes out with it, and one for another pair does not", () => {
  const session = answeredSession("docker-authz-2024");
  const { architecture } = session;
  const [finding] = diagnose(architecture, CATALOGUE, diagnoseOptionsOf(session)).candidates;
  const [move] = finding?.moves ?? [];
  const tried =
    finding && move && tryMove(architecture, CATALOGUE, finding, move.key, diagnoseOptionsOf(session));
  if (!tried) throw new Error("the move changes nothing");
  const said = { by: "Ada", at: "2026-03-04T09:00:00.000Z", evidence: evidenceOfMove(move.text) };
  const change = changeBetween(architecture, tried.architecture, said);
  const kept = applyCommand(session, {
    type: "tell-seam",
    id: "s",
    between: finding.between,
    told: { mechanism: finding.mechanism },
  });
  expect(exported(kept).map(({ moves }) => moves)).toEqual([[]]);
  const taken = exported(applyCommand(kept, { type: "take-move", change, positions: {} }));
  const own = taken.find(({ between }) => pairKey(...between) === pairKey(...finding.between));
  expect(own?.moves).toEqual([move.text]);
  for (const other of taken) if (other !== own) expect(other.moves).toEqual([]);
});

test("where nothing was found, nothing goes out", () => {
  expect(exported(emptySession())).toEqual([]);
});
