import { Button } from "#components/ui/button.tsx";
import type { FactValue } from "#core/architecture/architecture.schema.ts";
import type { Question } from "#core/diagnosis/diagnosis.ts";
import { factKey } from "#core/architecture/subject.ts";
import { questionsToBeAsked } from "#core/report/to-be-asked.ts";
import { useId, useMemo } from "react";
import { flushSync } from "react-dom";
import { useWorkbench } from "../workbench-context.ts";
import { AnswerWays } from "./answer-ways.tsx";
import { elementsOf } from "./elements.ts";
import { focusFirstOf } from "./focus-first-of.ts";
import { QUESTION_ID } from "./question-id.ts";

const LIST_ID = "to-be-asked";

/** What others could answer, by whom to ask. It opens by itself when nothing is left to ask here. */
export function ToBeAskedList() {
  const { session, diagnosis } = useWorkbench();
  const toBeAsked = useMemo(() => questionsToBeAsked(session), [session]);
  if (toBeAsked.length === 0) return null;
  return (
    <details className="border-t border-hairline py-2" open={diagnosis.next === null}>
      <summary id={LIST_ID} className="cursor-pointer text-small">
        To be asked{" "}
        <span className="font-mono text-sounding text-ink-faint">{Object.keys(session.referred).length}</span>
      </summary>
      {toBeAsked.map(({ who, questions }) => (
        <section key={who} aria-label={`To be asked of ${who}`} className="pt-2 pl-5">
          <h3 className="text-small font-medium wrap-anywhere">{who}</h3>
          <ul>
            {questions.map((question) => (
              <ReferredQuestion key={factKey(question)} question={question} who={who} />
            ))}
          </ul>
        </section>
      ))}
    </details>
  );
}

interface ReferredQuestionProps {
  readonly question: Question;
  readonly who: string;
}

function ReferredQuestion({ question, who }: ReferredQuestionProps) {
  const { session, answer, dispatch, light, announce } = useWorkbench();
  const id = useId();
  const settle = (sentence: string, change: () => void) => {
    announce(sentence);
    light(null);
    flushSync(change);
    focusFirstOf(LIST_ID, QUESTION_ID);
  };
  const say = (value: FactValue) => settle("Answered.", () => answer(question, value, { evidence: who }));
  return (
    <li
      className="border-b border-hairline py-1 last:border-b-0"
      onFocus={() => light(elementsOf(session.architecture, question.about))}
      onBlur={() => light(null)}
    >
      <details>
        <summary id={id} className="cursor-pointer py-1 text-small">
          {question.text}
        </summary>
        <div className="pt-1 pl-5">
          <AnswerWays question={question} labelledBy={id} onAnswer={say} />
          <Button
            rank="quiet"
            onClick={() => settle("Taken back.", () => dispatch({ type: "ask-again", address: question }))}
          >
            Take back, so that it is asked here
          </Button>
        </div>
      </details>
    </li>
  );
}
