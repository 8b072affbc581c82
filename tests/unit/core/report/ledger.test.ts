import { diagnose } from "#core/diagnosis/diagnose.ts";
import { applyCommand } from "#core/document/apply-command.ts";
import type { Command } from "#core/document/command.ts";
import { sessionFromSketch } from "#core/document/new-session.ts";
import { parseSession } from "#core/document/parse-session.ts";
import type { Session } from "#core/document/session.schema.ts";
import { writeSession } from "#core/interchange/session-json.ts";
import { CATALOGUE } from "#core/mechanisms/catalogue.ts";
import { diagnoseOptionsOf } from "#core/report/diagnose-options.ts";
import { findingsOf } from "#core/report/findings.ts";
import { ledgerOf } from "#core/report/ledger.ts";
import { incident } from "#tests/support/incidents.ts";
import { markdownOf } from "#tests/support/reports.ts";
import { expect, test } from "vitest";

const at = "2026-03-01T10:00:00.000Z";
const PAIR = ["daemon", "plugin"] as const;
const sketch = sessionFromSketch(incident("docker-authz-2024").architecture, null, {});
const after = (...commands: readonly Command[]) => commands.reduce(applyCommand, sketch);
const diagnosed = (session: Session) => diagnose(session.architecture, CATALOGUE, diagnoseOptionsOf(session));
const ledger = (session: Session) => ledgerOf(session, diagnosed(session));
const tell = (told: Extract<Command, { type: "tell-seam" }>["told"]): Command => ({
  type: "tell-seam",
  id: "s",
  between: PAIR,
  told,
});
const say = (value: string, by: string): Command => ({
  type: "answer",
  address: { about: { agreement: PAIR }, fact: "stated" },
  answer: { value, by, at, evidence: "the handbook" },
  agreementId: "g",
});

test("what the engine holds to be a seam stands in the ledger with its proposal", () => {
  const [entry] = ledger(sketch);
  expect(entry).toMatchObject({ pair: "daemon~plugin", seam: null, isLikely: true, isAsked: false });
  expect(entry?.invariant).toBe(entry?.proposal);
});

test("people's own sentence and owner stand there and in the report, and the proposal can come back", () => {
  const told = after(tell({ invariant: "  What *was* judged is what runs. ", owner: "the  platform team" }));
  const [entry] = ledger(told);
  expect(entry?.invariant).toBe("What *was* judged is what runs.");
  expect(entry?.seam?.owner).toBe("the platform team");
  const findings = findingsOf(told, diagnosed(told));
  expect(findings.seams[0]).toMatchObject({
    invariant: "What *was* judged is what runs.",
    proposedInvariant: entry?.proposal,
    owner: "the platform team",
  });
  const report = markdownOf(told);
  expect(report).toContain("> What \\*was\\* judged is what runs.");
  expect(report).toContain("Kept by the platform team.");
  expect(report).toContain("The engine proposes:");
  const back = applyCommand(told, tell({ invariant: "" }));
  expect(ledger(back)[0]).toMatchObject({ invariant: entry?.proposal, seam: { owner: "the platform team" } });
});

test("what people decided of the contradiction is in the findings of its mechanism, and can be taken back", () => {
  const [lead] = diagnosed(sketch).candidates;
  const mechanism = lead?.mechanism ?? null;
  const decision = { stance: "reframe", because: " “Decided” means “logged” ", mechanism } as const;
  const decided = after(tell({ decision }));
  expect(decided.seams[0]?.decision).toEqual({ ...decision, because: "“Decided” means “logged”" });
  const findings = findingsOf(decided, diagnosed(decided));
  expect(findings.seams[0]?.stance).toMatchObject({ stance: "reframe", isDecided: true });
  expect(markdownOf(decided)).toContain("To be reframed, as was decided");
  const other = after(tell({ decision: { ...decision, mechanism: "backlog" } }));
  expect(findingsOf(other, diagnosed(other)).seams[0]?.stance.stance).toBe("undecided");
  const back = applyCommand(decided, tell({ decision: null }));
  expect(writeSession(back)).not.toContain('"decision":');
});

test("a decision that is none is not kept", () => {
  const decision = { stance: "forget", because: "", mechanism: null };
  expect(after(tell({ decision } as unknown as Parameters<typeof tell>[0])).seams).toEqual([]);
});

test("an accepted candidate is kept with its mechanism, however unlikely it is", () => {
  const unlikely = diagnosed(sketch).candidates.findLast(({ mechanism }) => mechanism !== null);
  if (unlikely === undefined) throw new Error("there is none");
  const { between, mechanism } = unlikely;
  const accepted = after({ type: "tell-seam", id: "s", between, told: { mechanism } });
  const entry = ledger(accepted).find(({ seam }) => seam !== null);
  expect(entry).toMatchObject({ isLikely: false, seam: { mechanism } });
  expect(entry?.explanations.map((candidate) => candidate.mechanism)).toEqual([mechanism]);
  const findings = findingsOf(accepted, diagnosed(accepted));
  expect(findings.kept.map(({ pair }) => pair)).toEqual([entry?.pair]);
  expect(findings.possible.map(({ title, pair }) => `${pair} ${title}`)).not.toContain(
    `${entry?.pair ?? ""} ${unlikely.title}`,
  );
  expect(markdownOf(accepted)).toContain("## Kept by people, and not likely so far");
});

test("what was answered bears its names, and different answers are named as such", () => {
  const [entry] = ledger(after(say("docs", "Ada"), say("nowhere", "Bo")));
  expect(entry?.answers[0]).toMatchObject({ isDisputed: true });
  expect(entry?.answers[0]?.answers.map(({ by, evidence }) => [by, evidence])).toEqual([
    ["Ada", "the handbook"],
    ["Bo", "the handbook"],
  ]);
  expect(entry?.isAsked).toBe(true);
});

test("a session from before seams had sentences and owners still opens", () => {
  const older = { ...sketch, seams: [{ id: "s", between: PAIR, note: "rounded twice" }] };
  const read = parseSession(older);
  expect(read.ok && read.value.seams).toEqual([
    { id: "s", between: PAIR, note: "rounded twice", mechanism: null, invariant: "", owner: "" },
  ]);
});
