import { Button } from "#components/ui/button.tsx";
import { assessFit, FIT_WORDING } from "#core/fit/assess-fit.ts";
import { SIGNALS } from "#core/fit/signals.ts";
import type { Session } from "#core/document/session.schema.ts";
import { answeredFacts } from "#core/report/findings.ts";
import { useSaveFindings } from "../use-save-findings.ts";
import { useWorkbench } from "../workbench-context.ts";
import { FitSignals, Sentences } from "./fit-signals.tsx";
import { QUESTION_ID } from "./question-id.ts";

/** What has the place of the question: whether this looks structural, the questions, or the end that a poor fit advised. */
export type Step = "fit" | "questions" | "ended";

export function isPoorFit({ signals }: Session): boolean {
  return assessFit(signals).verdict === "elsewhere";
}

/** A session that nobody said anything to begins with the fit, and stays there while what was said of it is poor. */
export function firstStep(session: Session): Step {
  const { origin, signals, skipped, independent } = session;
  const isBegun = answeredFacts(session).length + skipped.length + independent.length > 0;
  const isSettled = signals.length > 0 && !isPoorFit(session);
  return origin !== null || isBegun || isSettled ? "questions" : "fit";
}

interface FitStepProps {
  readonly onStep: (step: Step) => void;
}

export function FitStep({ onStep }: FitStepProps) {
  const { session } = useWorkbench();
  const isPoor = isPoorFit(session);
  return (
    <section aria-labelledby={QUESTION_ID}>
      <p className="sounding">Before the first question</p>
      <h2 id={QUESTION_ID} tabIndex={-1} className="mt-1 font-serif text-lead text-balance outline-none">
        Does this look structural?
      </h2>
      <div className="mt-2">
        <FitSignals />
      </div>
      <p className="mt-4 flex flex-wrap gap-3">
        {isPoor && (
          <Button rank="first" onClick={() => onStep("ended")}>
            End here
          </Button>
        )}
        <Button {...(isPoor ? {} : { rank: "first" as const })} onClick={() => onStep("questions")}>
          {isPoor ? "Go on all the same" : "Go on to the questions"}
        </Button>
      </p>
    </section>
  );
}

/** The same at any later time, as one line. */
export function FitLine({ onStep }: FitStepProps) {
  const { session } = useWorkbench();
  const { signals } = session;
  const { verdict } = assessFit(signals);
  return (
    <details className="border-t border-hairline py-2">
      <summary className="cursor-pointer text-small">
        Does this look structural?{" "}
        <span className="text-ink-soft">
          {signals.length === 0 ? "Not said yet" : FIT_WORDING[verdict].heading}
        </span>
      </summary>
      <div className="pt-2 pb-2">
        <FitSignals />
        {isPoorFit(session) && (
          <p className="mt-3">
            <Button onClick={() => onStep("ended")}>End here</Button>
          </p>
        )}
      </div>
    </details>
  );
}

/** The findings of a session that was ended because something else is likely to help sooner. */
export function EndedHere({ onStep }: FitStepProps) {
  const { session } = useWorkbench();
  const save = useSaveFindings();
  const { verdict, instead } = assessFit(session.signals);
  const against = session.signals.filter((signal) => SIGNALS[signal].speaks === "against");
  return (
    <section aria-labelledby={QUESTION_ID}>
      <p className="sounding">The session ended here</p>
      <h2 id={QUESTION_ID} tabIndex={-1} className="mt-1 font-serif text-lead text-balance outline-none">
        {FIT_WORDING[verdict].heading}
      </h2>
      <Sentences label="What would help instead" sentences={instead} />
      <Sentences
        label="These signs speak against a structural failure"
        sentences={against.map((signal) => SIGNALS[signal].statement)}
      />
      <p className="mt-4 flex flex-wrap gap-3">
        <Button rank="first" onClick={save.markdown}>
          Save the findings
        </Button>
        <Button rank="quiet" onClick={() => onStep("questions")}>
          Go on all the same
        </Button>
      </p>
    </section>
  );
}
