import { Button } from "#components/ui/button.tsx";
import { useMemo, useState } from "react";
import { useWorkbench } from "../workbench-context.ts";
import "./session.css";
import { SketchStep } from "./sketch-step.tsx";
import { StepNav } from "./step-nav.tsx";
import { useLaterSteps } from "./use-later-steps.ts";
import { useSteps } from "./use-steps.ts";

/** The guided diagnosis: one step open, the others one press away. */
export function SessionPanel() {
  const { session, diagnosis } = useWorkbench();
  const [isOneOpen, setOneOpen] = useState(false);
  const later = useLaterSteps(isOneOpen);
  const steps = useSteps(later.kind === "here");
  const { step } = steps;
  if (step !== "sketch" && !isOneOpen) setOneOpen(true);
  const progress = useMemo(
    () => (later.kind === "here" ? later.part.progressOf(session, diagnosis) : null),
    [later, session, diagnosis],
  );
  if (step !== "sketch" && later.kind === "missing") return <Missing />;
  const Content = step === "sketch" ? SketchStep : later.kind === "here" ? later.part[step] : Coming;
  return (
    <>
      <StepNav {...steps} progress={progress} />
      <Content {...steps} />
    </>
  );
}

function Coming() {
  return <p className="mt-4 text-small text-ink-soft">Reading the sketch…</p>;
}

function Missing() {
  return (
    <div role="alert" className="text-small">
      <p>This part of the page could not be loaded. Everything you drew and said is kept.</p>
      <Button rank="quiet" onClick={() => location.reload()}>
        Load the page again
      </Button>
    </div>
  );
}
