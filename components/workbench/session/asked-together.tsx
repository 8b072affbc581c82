import type { FactValue } from "#core/architecture/architecture.schema.ts";
import type { Question } from "#core/diagnosis/diagnosis.ts";
import { factKey } from "#core/architecture/subject.ts";
import type { Command } from "#core/document/command.ts";
import { subjectName } from "#core/report/wording.ts";
import { useId } from "react";
import { flushSync } from "react-dom";
import { useWorkbench } from "../workbench-context.ts";
import { AnswerWays } from "./answer-ways.tsx";
import { DocumentedOffer, RECORDED } from "./documented-offer.tsx";
import { focusFirstOf } from "./focus-first-of.ts";
import { GuessOffer } from "./guess-offer.tsx";
import { QUESTION_ID } from "./question-id.ts";
import { SetAsideWays } from "./set-aside-ways.tsx";

const TOGETHER_ID = "asked-together";

/** What else the same person could answer about the same element, opened only when they want to. */
export function AskedTogether() {
  const { session, inHand } = useWorkbench();
  const { current, more, areHeld, hold } = inHand;
  if (current === null || more.length === 0) return null;
  return (
    <details className="border-b border-hairline py-2" open={areHeld}>
      <summary
        id={TOGETHER_ID}
        className="cursor-pointer text-small"
        onClick={(event) => {
          event.preventDefault();
          hold(!areHeld);
        }}
      >
        While you are at it, about {subjectName(session.architecture, current.about)}: {more.length} more
      </summary>
      {areHeld && (
        <ul className="pl-5">
          {more.map((question) => (
            <OneMore key={factKey(question)} question={question} />
          ))}
        </ul>
      )}
    </details>
  );
}

function OneMore({ question }: { readonly question: Question }) {
  const { answer, dispatch, announce } = useWorkbench();
  const id = useId();
  const settle = (sentence: string, change: () => void) => {
    announce(sentence);
    flushSync(change);
    focusFirstOf(TOGETHER_ID, QUESTION_ID);
  };
  const say = (value: FactValue) => settle("Answered.", () => answer(question, value));
  const setAside = (command: Command) => settle("Set aside.", () => dispatch(command));
  return (
    <li className="border-b border-hairline pt-3 pb-1 last:border-b-0">
      <h3 id={id} className="font-serif text-read text-balance">
        {question.text}
      </h3>
      <DocumentedOffer
        question={question}
        onTake={(value) => settle("Answered.", () => answer(question, value, RECORDED))}
        onSetAside={setAside}
      />
      <GuessOffer
        address={question}
        onConfirm={(value, extra) => settle("Answered.", () => answer(question, value, extra))}
      />
      <div className="mt-2">
        <AnswerWays question={question} labelledBy={id} onAnswer={say} />
      </div>
      <div className="mt-1 flex flex-wrap gap-x-4">
        <SetAsideWays question={question} onSetAside={setAside} />
      </div>
    </li>
  );
}
