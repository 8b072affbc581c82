import type { SituationField, SituationProblem } from "#core/intake/situation-form.ts";

export type StepId = "happens" | "tried" | "known" | "signs" | "you";

export interface FormStep {
  readonly id: StepId;
  readonly heading: string;
  /** A few words in the margin. */
  readonly sounding: string;
  readonly fields: readonly SituationField[];
}

/** The parts of the form. With scripts one at a time is shown; without them all are, in this order. */
export const STEPS: readonly FormStep[] = [
  {
    id: "happens",
    heading: "What happens",
    sounding: "one answer is enough",
    fields: ["system", "failing", "works"],
  },
  { id: "tried", heading: "What was tried", sounding: "may stay empty", fields: ["tried", "relied"] },
  {
    id: "known",
    heading: "What is known",
    sounding: "may stay empty",
    fields: ["known", "unanswered", "sketch"],
  },
  { id: "signs", heading: "Signs", sounding: "for and against", fields: ["signals"] },
  {
    id: "you",
    heading: "You",
    sounding: "one choice is needed",
    fields: ["reply", "email", "phone", "name", "consent"],
  },
];

export const LAST_STEP = STEPS.length - 1;

/** The first step with a problem, or undefined when none of them is about a field. */
export function stepOf(problems: readonly SituationProblem[]): number | undefined {
  const steps = problems.map(({ field }) => STEPS.findIndex(({ fields }) => fields.some((f) => f === field)));
  const known = steps.filter((step) => step >= 0);
  return known.length > 0 ? Math.min(...known) : undefined;
}
