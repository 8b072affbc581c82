import { diagnose } from "#core/diagnosis/diagnose.ts";
import { applyCommand } from "#core/document/apply-command.ts";
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

test("where nothing was found, nothing goes out", () => {
  expect(exported(emptySession())).toEqual([]);
});
