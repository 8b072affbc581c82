import { pairKey } from "#core/architecture/subject.ts";
import { diagnose } from "#core/diagnosis/diagnose.ts";
import type { Candidate } from "#core/diagnosis/diagnosis.ts";
import { tryMove } from "#core/diagnosis/try-move.ts";
import { applyCommand } from "#core/document/apply-command.ts";
import type { Session } from "#core/document/session.schema.ts";
import { changeBetween } from "#core/document/sketch-change.ts";
import { evidenceOfMove } from "#core/document/taken-move.ts";
import { CATALOGUE } from "#core/mechanisms/catalogue.ts";
import { diagnoseOptionsOf } from "#core/report/diagnose-options.ts";
import { decisionsOf } from "#core/report/decisions.ts";
import { renderDecisions } from "#core/report/render-decisions.ts";
import { emptySession } from "#core/document/new-session.ts";
import { markdownProblems } from "#tests/support/check-markdown.ts";
import { answeredSession, markdownOf, reportOn } from "#tests/support/reports.ts";
import { describe, expect, test } from "vitest";
import { parse } from "yaml";

const typical = answeredSession("docker-authz-2024");
const INLINE = "Put the decider on the way, so that whoever acts gets the object from it, as it was judged.";

/** The session after somebody took a move over, as the workbench does it. */
function withMoveTaken(session: Session, moveKey: string, by: string): Session {
  const { architecture } = session;
  const [finding] = diagnose(architecture, CATALOGUE, diagnoseOptionsOf(session)).candidates;
  const tried = finding && tryMove(architecture, CATALOGUE, finding, moveKey, diagnoseOptionsOf(session));
  if (!tried) throw new Error("the move changes nothing");
  const text = finding.moves.find(({ key }) => key === moveKey)?.text ?? "";
  const said = { by, at: "2026-03-04T09:00:00.000Z", evidence: evidenceOfMove(text) };
  const change = changeBetween(architecture, tried.architecture, said);
  return applyCommand(session, { type: "take-move", change, positions: {} });
}

const moveKey = () => {
  const [finding] = diagnose(typical.architecture, CATALOGUE).candidates;
  return finding?.moves.find(({ text }) => text === INLINE)?.key ?? "";
};

describe("the decision records of a session", () => {
  test("propose a decision for a seam that was found and that nothing was decided about", () => {
    const [[name, text] = ["", ""], ...more] = renderDecisions(reportOn(typical));
    expect(more).toEqual([]);
    expect(name).toBe("0001-how-container-daemon-and-authorization-p.md");
    const [, front = "", body = ""] = text.split("---\n");
    expect(parse(front)).toEqual({ status: "proposed", date: "2026-03-02" });
    expect(markdownProblems(body)).toEqual([]);
    expect(body.match(/^##? .*$/gm)).toEqual([
      "# How Container daemon and Authorization plugin come to agree",
      "## Context and Problem Statement",
      "## Decision Drivers",
      "## Considered Options",
      "## Decision Outcome",
      "## Pros and Cons of the Options",
    ]);
    expect(body).toContain("Not decided.");
  });

  test("propose no move for a contradiction that people decided to reframe or to keep", () => {
    const { findings } = reportOn(typical);
    const [{ between, mechanism }] = diagnose(typical.architecture, CATALOGUE).candidates as [Candidate];
    const decided = (stance: "resolve" | "reframe" | "keep") =>
      applyCommand(typical, {
        type: "tell-seam",
        id: "s",
        between,
        told: { decision: { stance, because: "", mechanism } },
      });
    expect(findings.seams[0]?.stance.stance).toBe("undecided");
    expect(decisionsOf(reportOn(decided("resolve")))).toHaveLength(1);
    expect(decisionsOf(reportOn(decided("reframe")))).toEqual([]);
    expect(decisionsOf(reportOn(decided("keep")))).toEqual([]);
  });

  test("are accepted for a move that was taken over, by whom and when", () => {
    const by = 'Ada "the first": #1';
    const taken = withMoveTaken(typical, moveKey(), by);
    const [decision, ...others] = decisionsOf(reportOn(taken));
    expect(decision).toMatchObject({ status: "accepted", date: "2026-03-04", by: [by], chosen: INLINE });
    expect(decision?.on.length).toBeGreaterThan(0);
    expect(others.every(({ status }) => status === "proposed")).toBe(true);
    const [text = ""] = renderDecisions(reportOn(taken)).values();
    expect(parse(text.split("---\n")[1] ?? "")).toEqual({
      status: "accepted",
      date: "2026-03-04",
      "decision-makers": [by],
    });
    expect(text).toContain(`Chosen option: “${INLINE}”`);
  });

  test("are none where nothing was found", () => {
    expect(renderDecisions(reportOn(emptySession())).size).toBe(0);
  });
});

describe("a move that was taken over", () => {
  const taken = withMoveTaken(typical, moveKey(), "Ada");

  test("stands in the report with who took it and what carries it", () => {
    expect(markdownOf(taken)).toMatch(
      /### Moves taken over into the sketch\n\n- Put the decider .+ By Ada, 2026-03-04;/,
    );
  });

  test("is known again where names were replaced", () => {
    const named = applyCommand(taken, { type: "rename-component", id: "plugin", name: "Decider" });
    const [decision] = decisionsOf(reportOn(named, { settings: { isAnonymous: true } }));
    expect(decision).toMatchObject({ status: "accepted", chosen: INLINE });
  });

  test("is the decision to resolve the contradiction, wherever its seam is still told", () => {
    const { findings } = reportOn(taken);
    const pair = pairKey("daemon", "plugin");
    for (const one of [...findings.seams, ...findings.possible])
      if (one.pair === pair && one.moves.some(({ isTaken }) => isTaken))
        expect(one.stance.stance).toBe("resolve");
  });
});
