import { Button } from "#components/ui/button.tsx";
import { NOBODY_KNOWS_LABEL } from "#core/architecture/fact-wording.ts";
import type { FactValue } from "#core/architecture/architecture.schema.ts";
import { UNKNOWN } from "#core/architecture/vocabulary.ts";
import type { Question } from "#core/diagnosis/diagnosis.ts";
import { factKey } from "#core/architecture/subject.ts";
import { useDraft } from "./use-draft.ts";

interface AnswerTextProps {
  readonly question: Question;
  /** The id of the element that says the question. */
  readonly labelledBy: string;
  readonly onAnswer: (value: FactValue) => void;
}

export function AnswerText({ question, labelledBy, onAnswer }: AnswerTextProps) {
  const [typed, setTyped] = useDraft(`answer ${factKey(question)}`);
  const offered = question.answers.filter(({ value }) => value !== UNKNOWN);
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        if (typed.trim() === "") return;
        setTyped("");
        onAnswer(typed.trim());
      }}
    >
      <input
        aria-labelledby={labelledBy}
        className="field"
        value={typed}
        onChange={({ target }) => setTyped(target.value)}
      />
      <p className="mt-3 flex flex-wrap gap-3">
        <Button type="submit" rank="first">
          Answer
        </Button>
        {offered.map(({ value, label }) => (
          <Button key={String(value)} onClick={() => onAnswer(value)}>
            {label}
          </Button>
        ))}
        <Button onClick={() => onAnswer(UNKNOWN)}>{NOBODY_KNOWS_LABEL}</Button>
      </p>
    </form>
  );
}
