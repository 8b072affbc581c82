import "./session.css";
import { FindingsStep } from "./findings-step.tsx";
import { FitStep } from "./fit-step.tsx";
import { InvariantsStep } from "./invariants-step.tsx";
import { MoveStep } from "./move-step.tsx";
import { QuestionsStep } from "./questions-step.tsx";
import { SeamsStep } from "./seams-step.tsx";
import { SketchStep } from "./sketch-step.tsx";
import { StepNav } from "./step-nav.tsx";
import type { Step } from "./steps.ts";
import { useSteps, type Steps } from "./use-steps.ts";

const CONTENTS: Readonly<Record<Step, (steps: Steps) => React.ReactNode>> = {
  fit: FitStep,
  sketch: SketchStep,
  seams: SeamsStep,
  questions: QuestionsStep,
  invariants: InvariantsStep,
  move: MoveStep,
  findings: FindingsStep,
};

/** The guided diagnosis: one step open, the others one press away. */
export function SessionPanel() {
  const steps = useSteps();
  const Content = CONTENTS[steps.step];
  return (
    <>
      <StepNav {...steps} />
      <Content {...steps} />
    </>
  );
}
