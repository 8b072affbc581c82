import type { Progress } from "./progress.ts";
import { STEPS, type Step } from "./steps.ts";
import type { Steps } from "./use-steps.ts";

interface StepNavProps extends Steps {
  /** Null as long as nothing is known of it. */
  readonly progress: Readonly<Record<Step, Progress | null>> | null;
}

/** The way of a session, with how far each step has come. */
export function StepNav({ step, open, progress }: StepNavProps) {
  return (
    <nav aria-label="Steps of the session" className="step-nav">
      <ol className="grid grid-cols-4 gap-x-2">
        {STEPS.map(({ step: one, name }, i) => (
          <li key={one}>
            <button
              type="button"
              aria-current={one === step ? "step" : undefined}
              className="step-nav-step"
              onClick={() => open(one)}
            >
              <span className="block text-small">{name}</span>
              <span className="step-nav-progress">
                {progress?.[one]?.shown} <span className="sr-only">{unseen(progress?.[one] ?? null, i)}</span>
              </span>
            </button>
          </li>
        ))}
      </ol>
    </nav>
  );
}

/** What those who hear the step alone are told beside what is seen. */
function unseen(progress: Progress | null, place: number): string {
  const step = `step ${place + 1} of ${STEPS.length}`;
  return progress?.more === undefined ? step : `${progress.more}, ${step}`;
}
