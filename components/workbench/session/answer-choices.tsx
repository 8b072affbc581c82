import type { FactValue } from "#core/architecture/architecture.schema.ts";
import type { PossibleAnswer } from "#core/diagnosis/diagnosis.ts";

interface AnswerChoicesProps {
  readonly answers: readonly PossibleAnswer[];
  readonly onAnswer: (value: FactValue) => void;
}

/** One answer settles the question; it can be changed later, so nothing asks "are you sure". */
export function AnswerChoices({ answers, onAnswer }: AnswerChoicesProps) {
  return (
    <ul className="border-t border-hairline">
      {answers.map(({ value, label }) => (
        <li key={String(value)} className="border-b border-hairline">
          <button
            type="button"
            className="group flex min-h-11 w-full items-center gap-3 py-2 text-left hover:bg-shallow"
            onClick={() => onAnswer(value)}
          >
            <span aria-hidden="true" className="h-px w-4 bg-rule group-hover:w-6 group-hover:bg-ink" />
            {label}
          </button>
        </li>
      ))}
    </ul>
  );
}
