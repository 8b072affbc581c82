import { diagnose } from "#core/diagnosis/diagnose.ts";
import { applyCommand } from "#core/document/apply-command.ts";
import type { Command } from "#core/document/command.ts";
import { emptySession } from "#core/document/new-session.ts";
import { CATALOGUE } from "#core/mechanisms/catalogue.ts";
import { diagnoseOptionsOf } from "#core/report/diagnose-options.ts";
import { questionsLeft } from "#core/report/questions-left.ts";
import { expect, test } from "vitest";

const at = "2026-03-01T10:00:00.000Z";
const about = (component: string) => ({ component });
const SKETCH: readonly Command[] = [
  { type: "add-component", id: "gate", name: "Gate", kind: "gateway", at: [0, 0] },
  { type: "add-component", id: "till", name: "Till", kind: "service", at: [0, 0] },
  { type: "connect", id: "orders", from: "gate", to: "till", kind: "call" },
  { type: "add-boundary", id: "team", name: "Payments", kind: "team", within: null, components: ["till"] },
  { type: "add-boundary", id: "zone", name: "Inside", kind: "trust", within: null, components: ["till"] },
  {
    type: "answer",
    address: { about: about("till"), fact: "sizedFor" },
    answer: { value: "unknown", by: "Ada", at },
    agreementId: "a",
  },
  ...["Ada", "Bo"].map((by, i): Command => ({
    type: "answer",
    address: { about: about("till"), fact: "idempotent" },
    answer: { value: i === 0, by, at },
    agreementId: "a",
  })),
  { type: "refer-question", address: { about: about("gate"), fact: "scale" }, to: "the platform team" },
  { type: "skip-question", address: { about: { connection: "orders" }, fact: "delivery" } },
];

test("everything that is open is told once, with why and whom to ask", () => {
  const session = SKETCH.reduce(applyCommand, emptySession());
  const diagnosis = diagnose(session.architecture, CATALOGUE, diagnoseOptionsOf(session));
  const left = questionsLeft(session, diagnosis);
  const [next] = left;
  expect(diagnosis.next === null ? next?.why : next?.question).toBe(diagnosis.next?.text ?? "referred");
  expect(left.filter(({ why }) => why !== "next").map(({ why, whom }) => [why, whom])).toEqual([
    ["referred", ["the platform team"]],
    ["nobody-knew", ["Payments"]],
    ["disputed", ["Ada", "Bo"]],
    ["set-aside", ["Payments"]],
  ]);
  expect(new Set(left.map(({ question }) => question)).size).toBe(left.length);
});
