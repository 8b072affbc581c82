import { useState } from "react";
import { useWorkbench } from "../workbench-context.ts";
import { firstStep, isStep, STEPS, type Step } from "./steps.ts";
import { useDraft } from "./use-draft.ts";
import { focusHeading, useFocusOnHeading } from "./use-focus-on-heading.ts";

export interface Steps {
  readonly step: Step;
  /** Opens a step and goes to its heading. */
  readonly open: (step: Step) => void;
}

/** The step a person opened, which outlives a reload; until they open one, the step that matters now. */
export function useSteps(areReady: boolean): Steps {
  const { session, sessionId, announce } = useWorkbench();
  const [chosen, choose] = useDraft(`step ${sessionId}`);
  const [first] = useState(() => firstStep(session));
  const isEmpty = session.architecture.components.length === 0;
  const step = isStep(chosen) ? chosen : isEmpty ? "sketch" : first;
  const focusOnNext = useFocusOnHeading(`${step} ${areReady}`);
  return {
    step,
    open: (next) => {
      const at = STEPS.findIndex((known) => known.step === next);
      announce(`Step ${at + 1} of ${STEPS.length}: ${STEPS[at]?.name ?? ""}.`);
      if (next === step) focusHeading();
      else focusOnNext();
      choose(next);
    },
  };
}
