import { Button } from "#components/ui/button.tsx";
import { QUESTION_ID } from "./question-id.ts";
import { StepHeading } from "./step-heading.tsx";
import { useSketchActions } from "../use-sketch-actions.ts";
import { useWorkbench } from "../workbench-context.ts";

export function HowToBegin() {
  const { add } = useSketchActions();
  const { showSketches } = useWorkbench();
  return (
    <section aria-labelledby={QUESTION_ID}>
      <StepHeading>Where does it fail while every part reports healthy?</StepHeading>
      <ol className="mt-4 grid gap-3 text-small">
        <li className="border-t border-hairline pt-3">
          Sketch the components around that place and connect what talks to what.
        </li>
        <li className="border-t border-hairline pt-3">
          Say on each connection what travels there. The first question appears here.
        </li>
        <li className="border-y border-hairline py-3">
          Answer one question at a time. &ldquo;Nobody knows&rdquo; is an answer, and a telling one.
        </li>
      </ol>
      <p className="mt-4 flex flex-wrap items-center gap-4 text-small">
        <Button onClick={add}>Add a component</Button>
        <Button rank="quiet" onClick={showSketches}>
          or begin with a template or a published case
        </Button>
      </p>
      <p className="mt-6 text-small text-ink-soft">
        What you draw and say stays in this browser. Save a backup to keep it elsewhere.
      </p>
    </section>
  );
}
