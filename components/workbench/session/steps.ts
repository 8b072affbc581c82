import type { Session } from "#core/document/session.schema.ts";
import { assessFit } from "#core/fit/assess-fit.ts";
import { answeredFacts } from "#core/report/answered-facts.ts";

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
