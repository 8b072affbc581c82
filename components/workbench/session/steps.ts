import type { Session } from "#core/document/session.schema.ts";
import { assessFit, type FitVerdict } from "#core/fit/assess-fit.ts";
import { answeredFacts } from "#core/report/asked-questions.ts";
import type { LedgerEntry } from "#core/report/ledger.ts";

/** The way of a session. Every step can be opened at any time, and none has to be. */
export const STEPS = [
  { step: "fit", name: "Fit" },
  { step: "sketch", name: "Sketch" },
  { step: "seams", name: "Seams" },
  { step: "questions", name: "Questions" },
  { step: "invariants", name: "Invariants" },
  { step: "move", name: "Move" },
  { step: "findings", name: "Findings" },
] as const;
export type Step = (typeof STEPS)[number]["step"];

export function isStep(text: string): text is Step {
  return STEPS.some(({ step }) => step === text);
}

export function isPoorFit({ signals }: Session): boolean {
  return assessFit(signals).verdict === "elsewhere";
}

/** Where a session opens: a new one at the fit, and there as long as what was said of it speaks against a diagnosis. */
export function firstStep(session: Session): Step {
  const { origin, signals, skipped, independent } = session;
  const isBegun = answeredFacts(session).length + skipped.length + independent.length > 0;
  const isSettled = signals.length > 0 && !isPoorFit(session);
  return origin !== null || isBegun || isSettled ? "questions" : "fit";
}

/** How far each step has come, in a word or two; empty where nothing was done yet. */
export function progressOf(session: Session, ledger: readonly LedgerEntry[]): Readonly<Record<Step, string>> {
  const { architecture, signals } = session;
  const stated = ledger.filter(({ ladder }) => ladder.rung !== "unstated").length;
  const fixes = new Set(ledger.flatMap((entry) => entry.fixes.fixes.map(({ id }) => id)));
  return {
    fit: signals.length === 0 ? "" : VERDICTS[assessFit(signals).verdict],
    sketch: counted(architecture.components.length, "component"),
    seams: counted(ledger.length, "seam"),
    questions: counted(answeredFacts(session).length, "answer"),
    invariants: ledger.length === 0 ? "" : `${stated} of ${ledger.length} stated`,
    move: counted(fixes.size, "proxy fix", "proxy fixes"),
    findings: ledger.some(({ isLikely, isAsked }) => isLikely && isAsked) ? "found" : "",
  };
}

const VERDICTS: Readonly<Record<FitVerdict, string>> = {
  structural: "structural",
  unclear: "either way",
  elsewhere: "poor",
};

function counted(count: number, one: string, many = `${one}s`): string {
  return count === 0 ? "" : `${count} ${count === 1 ? one : many}`;
}
