import { useEffect, useId, useRef, useState, type KeyboardEvent, type ReactNode } from "react";
import { Button } from "./button.tsx";

export interface PlayerStep {
  readonly above: ReactNode;
  readonly text: string;
  /** What it rests on. */
  readonly below: ReactNode;
}

interface StepPlayerProps {
  readonly label: string;
  readonly steps: readonly PlayerStep[];
  /** Called with the place of the step that is shown, from the first on. Must keep its identity. */
  readonly onStep: (index: number) => void;
  readonly endLabel: string;
  readonly onEnd: () => void;
}

/** Steps one after another: by its buttons, by the arrow keys, and heard as they come. */
export function StepPlayer({ label, steps, onStep, endLabel, onEnd }: StepPlayerProps) {
  const [at, setAt] = useState(0);
  const heading = useRef<HTMLHeadingElement>(null);
  const id = useId();
  useEffect(() => onStep(at), [onStep, at]);
  useEffect(() => heading.current?.focus({ preventScroll: true }), []);
  const step = steps[at];
  const last = steps.length - 1;
  const go = (to: number) => setAt(Math.max(0, Math.min(last, to)));
  const onKeyDown = (event: KeyboardEvent) => {
    const to = { ArrowRight: at + 1, ArrowLeft: at - 1, Home: 0, End: last }[event.key];
    if (to === undefined && event.key !== "Escape") return;
    event.preventDefault();
    event.stopPropagation();
    if (to === undefined) onEnd();
    else go(to);
  };
  if (step === undefined) return null;
  return (
    <section aria-labelledby={id} className="step-player" onKeyDown={onKeyDown}>
      <h2 ref={heading} id={id} tabIndex={-1} className="sounding outline-none">
        {label}
      </h2>
      <div className="step-player-rail" aria-hidden="true">
        {steps.map((_, i) => (
          <span key={i} data-passed={i <= at} />
        ))}
      </div>
      <div aria-live="polite" aria-atomic="true">
        <p className="sounding">
          {at + 1} of {steps.length} · {step.above}
        </p>
        <p className="mt-1 font-serif text-read">{step.text}</p>
        <p className="mt-1 text-small text-ink-soft">{step.below}</p>
      </div>
      <p className="mt-3 flex flex-wrap items-center gap-x-3 gap-y-2">
        <Button aria-disabled={at === 0} onClick={() => go(at - 1)}>
          Previous
        </Button>
        <Button rank="first" aria-disabled={at === last} onClick={() => go(at + 1)}>
          Next
        </Button>
        <Button rank="quiet" onClick={onEnd}>
          {endLabel}
        </Button>
      </p>
    </section>
  );
}
