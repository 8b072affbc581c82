import { Button } from "#components/ui/button.tsx";
import { assessFit, FIT_WORDING } from "#core/fit/assess-fit.ts";
import { SIGNALS } from "#core/fit/signals.ts";
import { useState } from "react";
import { HistorySection } from "../history/history-section.tsx";
import { useWorkbench } from "../workbench-context.ts";
import { FitSignals, Sentences } from "./fit-signals.tsx";
import { QUESTION_ID } from "./question-id.ts";
import { StepHeading } from "./step-heading.tsx";
import { isPoorFit } from "./steps.ts";
import { useFocusOnHeading } from "./use-focus-on-heading.ts";
import type { Steps } from "./use-steps.ts";

/** What keeps failing, whether it looks structural, and what has happened already. */
export function FitStep({ open }: Steps) {
  const { session } = useWorkbench();
  const [hasEnded, end] = useState(false);
  const isEnded = hasEnded && isPoorFit(session);
  const focusHeading = useFocusOnHeading(String(isEnded));
  return (
    <div className="grid gap-6">
      {isEnded ? (
        <EndedHere
          onGoOn={() => {
            end(false);
            open("questions");
          }}
        />
      ) : (
        <Fit
          open={open}
          onEnd={() => {
            focusHeading();
            end(true);
          }}
        />
      )}
      <div className="border-b border-hairline">
        <HistorySection about={null} />
      </div>
    </div>
  );
}

interface FitProps extends Pick<Steps, "open"> {
  readonly onEnd: () => void;
}

function Fit({ open, onEnd }: FitProps) {
  const { session } = useWorkbench();
  const isPoor = isPoorFit(session);
  const next = session.architecture.components.length === 0 ? "sketch" : "questions";
  return (
    <section aria-labelledby={QUESTION_ID}>
      <StepHeading above="Before the first question">Does this look structural?</StepHeading>
      <div className="mt-2">
        <FitSignals />
      </div>
      <p className="mt-4 flex flex-wrap gap-3">
        {isPoor && (
          <Button rank="first" onClick={onEnd}>
            End here
          </Button>
        )}
        <Button {...(isPoor ? {} : { rank: "first" as const })} onClick={() => open(next)}>
          {isPoor ? "Go on all the same" : `Go on to the ${next}`}
        </Button>
      </p>
    </section>
  );
}

/** The findings of a session that was ended because something else is likely to help sooner. */
function EndedHere({ onGoOn }: { readonly onGoOn: () => void }) {
  const { session, handOver } = useWorkbench();
  const { verdict, instead } = assessFit(session.signals);
  const against = session.signals.filter((signal) => SIGNALS[signal].speaks === "against");
  return (
    <section aria-labelledby={QUESTION_ID}>
      <StepHeading above="The session ended here">{FIT_WORDING[verdict].heading}</StepHeading>
      <Sentences label="What would help instead" sentences={instead} />
      <Sentences
        label="These signs speak against a structural failure"
        sentences={against.map((signal) => SIGNALS[signal].statement)}
      />
      <p className="mt-4 flex flex-wrap gap-3">
        <Button rank="first" onClick={() => handOver(true)}>
          Hand over the findings
        </Button>
        <Button rank="quiet" onClick={onGoOn}>
          Go on all the same
        </Button>
      </p>
    </section>
  );
}
