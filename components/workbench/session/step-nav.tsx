import { useMemo } from "react";
import { useWorkbench } from "../workbench-context.ts";
import { progressOf, STEPS, type Progress } from "./steps.ts";
import { useLedger } from "./use-ledger.ts";
import type { Steps } from "./use-steps.ts";

/** The way of a session, with how far each step has come. */
export function StepNav({ step, open }: Steps) {
  const { session } = useWorkbench();
  const ledger = useLedger();
  const progress = useMemo(() => progressOf(session, ledger), [session, ledger]);
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
                {progress[one]?.shown} <span className="sr-only">{unseen(progress[one], i)}</span>
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
