import { Button } from "#components/ui/button.tsx";
import type { FactValue } from "#core/architecture/architecture.schema.ts";
import { UNKNOWN } from "#core/architecture/vocabulary.ts";
import { NOBODY_KNOWS_LABEL } from "#core/architecture/fact-wording.ts";
import type { Question } from "#core/diagnosis/diagnosis.ts";
import { useState } from "react";
import { listChoices } from "../panels/fact-field.tsx";
import { useWorkbench } from "../workbench-context.ts";

interface AnswerListProps {
  readonly question: Question;
  readonly onAnswer: (value: FactValue) => void;
}

/** Several may hold at once; none is an answer too. */
export function AnswerList({ question, onAnswer }: AnswerListProps) {
  const { session } = useWorkbench();
  const [chosen, setChosen] = useState<readonly string[]>([]);
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        onAnswer(chosen);
      }}
    >
      <fieldset>
        <legend className="text-small text-ink-soft">Choose all that apply</legend>
        <div className="mt-1 max-h-72 overflow-y-auto border-y border-hairline">
          {listChoices(question, session.architecture).map(({ value, label }) => (
            <label
              key={value}
              className="flex min-h-9 items-center gap-3 border-b border-hairline py-1 last:border-b-0"
            >
              <input
                type="checkbox"
                checked={chosen.includes(value)}
                onChange={({ target }) =>
                  setChosen(target.checked ? [...chosen, value] : chosen.filter((item) => item !== value))
                }
              />
              {label}
            </label>
          ))}
        </div>
      </fieldset>
      <p className="mt-3 flex flex-wrap gap-3">
        <Button type="submit" rank="first">
          {chosen.length === 0 ? "None of these" : "Answer"}
        </Button>
        <Button onClick={() => onAnswer(UNKNOWN)}>{NOBODY_KNOWS_LABEL}</Button>
      </p>
    </form>
  );
}
