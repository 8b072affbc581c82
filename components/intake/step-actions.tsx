import { Button } from "#components/ui/button.tsx";
import { LAST_STEP } from "./steps.ts";

interface StepActionsProps {
  readonly index: number;
  /** Undefined where all steps are shown. */
  readonly step: number | undefined;
  readonly isSending: boolean;
  readonly onGo: (step: number) => void;
}

/** What ends a step. Its button submits the form, so that Enter in a line does the same. */
export function StepActions({ index, step, isSending, onGo }: StepActionsProps) {
  const isLast = index === LAST_STEP;
  return (
    <div className="flex flex-wrap items-center gap-x-5 gap-y-3">
      <Button type="submit" rank="first" aria-disabled={isSending}>
        {isLast ? (isSending ? "Sending…" : "Send it") : "Continue"}
      </Button>
      {step !== undefined && index > 0 && (
        <Button rank="quiet" onClick={() => onGo(index - 1)}>
          Back
        </Button>
      )}
      {isLast && (
        <p aria-live="polite" className="text-small text-ink-soft">
          {isSending ? "Storing what you wrote." : "You get a reference as soon as it is stored."}
        </p>
      )}
    </div>
  );
}
