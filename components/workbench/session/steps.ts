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

/** A figure or a word that is shown, and what completes it for those who hear it alone. */
export interface Progress {
  readonly shown: string;
  readonly more?: string;
}

/** How far each step has come; null where nothing was done yet. */
export function progressOf(
  session: Session,
  ledger: readonly LedgerEntry[],
): Readonly<Record<Step, Progress | null>> {
  const { architecture, signals } = session;
  const stated = ledger.filter(({ ladder }) => ladder.rung !== "unstated").length;
  const fixes = new Set(ledger.flatMap((entry) => entry.fixes.fixes.map(({ id }) => id)));
  const { length: components } = architecture.components;
  return {
    fit: signals.length === 0 ? null : { shown: VERDICTS[assessFit(signals).verdict] },
    sketch: components === 0 ? null : { shown: String(components), more: "components" },
    seams: counted(ledger.length, "seam"),
    questions: counted(answeredFacts(session).length, "answer"),
    invariants: ledger.length === 0 ? null : { shown: `${stated} of ${ledger.length}`, more: "stated" },
    move: counted(fixes.size, "fix", "fixes"),
    findings: ledger.some(({ isLikely, isAsked }) => isLikely && isAsked) ? { shown: "found" } : null,
  };
}

const VERDICTS: Readonly<Record<FitVerdict, string>> = {
  structural: "structural",
  unclear: "either way",
  elsewhere: "poor",
};

function counted(count: number, one: string, many = `${one}s`): Progress | null {
  return count === 0 ? null : { shown: `${count} ${count === 1 ? one : many}` };
}
