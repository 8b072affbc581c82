import type { FactValue } from "#core/architecture/architecture.schema.ts";
import type { Question } from "#core/diagnosis/diagnosis.ts";
import { factShape } from "../panels/fact-field.tsx";
import { AnswerChoices } from "./answer-choices.tsx";
import { AnswerList } from "./answer-list.tsx";
import { AnswerText } from "./answer-text.tsx";

interface AnswerWaysProps {
  readonly question: Question;
  /** The id of the element that says the question. */
  readonly labelledBy: string;
  readonly onAnswer: (value: FactValue) => void;
}

/** The answers that a question can have, to be given. */
export function AnswerWays({ question, labelledBy, onAnswer }: AnswerWaysProps) {
  if (factShape(question).shape === "text")
    return <AnswerText question={question} labelledBy={labelledBy} onAnswer={onAnswer} />;
  if (question.multiple) return <AnswerList question={question} onAnswer={onAnswer} />;
  return <AnswerChoices answers={question.answers} onAnswer={onAnswer} />;
}
