import { diagnose } from "#core/diagnosis/diagnose.ts";
import { applyCommand } from "#core/document/apply-command.ts";
import { sessionFromSketch } from "#core/document/new-session.ts";
import type { Session } from "#core/document/session.schema.ts";
import { CATALOGUE } from "#core/mechanisms/catalogue.ts";
import { diagnoseOptionsOf } from "#core/report/diagnose-options.ts";
import { walkOf } from "#core/report/finding-walk.ts";
import { ledgerOf } from "#core/report/ledger.ts";
import { incident } from "#tests/support/incidents.ts";
import { expect, test } from "vitest";

const at = "2026-03-01T10:00:00.000Z";
const sketch = sessionFromSketch(incident("docker-authz-2024").architecture, null, {});

function walked(session: Session) {
  const diagnosis = diagnose(session.architecture, CATALOGUE, diagnoseOptionsOf(session));
  const entry = ledgerOf(session, diagnosis).find(({ pair }) => pair === "daemon~plugin");
  if (entry === undefined) throw new Error("there is no such seam");
  return { entry, steps: walkOf(session.architecture, entry) };
}

test("a finding begins with how it is built, tells both sides, and ends where they part", () => {
  const { entry, steps } = walked(sketch);
  expect(steps[0]).toMatchObject({ tells: "event", source: "From the sketch" });
  expect(steps.filter(({ tells }) => tells === "belief").map(({ components }) => components)).toEqual([
    ["daemon"],
    ["plugin"],
  ]);
  const parting = steps.find(({ tells }) => tells === "parting");
  expect(parting?.text).toContain(entry.explanations[0].contradiction);
  expect(parting?.components).toEqual(["daemon", "plugin"]);
});

test("what was answered stands with who said it, what happened with its date, and own words as such", () => {
  const answered = applyCommand(sketch, {
    type: "answer",
    address: { about: { connection: "ask" }, fact: "transform" },
    answer: { value: "truncated", by: "Ada", at, evidence: "the source" },
    agreementId: "g",
  });
  const fixed = applyCommand(answered, {
    type: "tell-history",
    entry: {
      id: "h",
      kind: "fix",
      date: "2019-01",
      text: "The body is sent along",
      about: ["daemon", "plugin"],
      worked: [],
      failed: [],
      covered: "one way",
      leftOpen: "",
    },
  });
  const own = applyCommand(fixed, {
    type: "tell-seam",
    id: "s",
    between: ["daemon", "plugin"],
    told: { invariant: "What was judged is what runs." },
  });
  const { steps } = walked(own);
  expect(steps.find(({ source }) => source.startsWith("Answered by"))).toMatchObject({
    source: "Answered by Ada, from the source",
    connections: ["ask"],
  });
  expect(steps.find(({ when }) => when === "2019-01")?.text).toBe(
    "The body is sent along. It covered: one way. It rests on the same agreement.",
  );
  expect(steps.find(({ source }) => source === "In people’s own words")?.text).toContain(
    "What was judged is what runs.",
  );
});
