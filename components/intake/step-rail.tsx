import { STEPS } from "./steps.ts";

interface StepRailProps {
  readonly current: number;
  readonly onGo: (step: number) => void;
}

/** Where one is in the form: what was passed is inked, what comes is a hairline. Every step can be gone to. */
export function StepRail({ current, onGo }: StepRailProps) {
  return (
    <nav aria-label="Steps of the form" className="form-rail">
      <ol>
        {STEPS.map(({ id, heading }, index) => (
          <li key={id} data-passed={index <= current}>
            <button
              type="button"
              aria-current={index === current ? "step" : undefined}
              onClick={() => onGo(index)}
            >
              <span className="sounding">
                {index + 1}
                <span className="sr-only"> of {STEPS.length}:</span>
              </span>{" "}
              <span className="form-rail-name">{heading}</span>
            </button>
          </li>
        ))}
      </ol>
    </nav>
  );
}
