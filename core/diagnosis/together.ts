import type { FactAddress } from "../architecture/subject.ts";
import { compareText } from "../architecture/text-order.ts";
import type { OpenQuestion } from "./open-questions.ts";
import type { QuestionIndex } from "./question-index.ts";

/** More than these would be a questionnaire. */
const MOST = 3;

/**
 * What else is worth asking about the element of a question, most informative first: whoever can answer one of them
 * can often answer all, and should not be asked back for each.
 */
export function askedTogether(
  { about }: QuestionIndex,
  asked: FactAddress,
  atLeast: number,
  openQuestion: (number: number) => OpenQuestion | null,
): readonly OpenQuestion[] {
  return about(asked.about)
    .flatMap((number) => openQuestion(number) ?? [])
    .filter(({ address, information }) => address.fact !== asked.fact && information >= atLeast)
    .sort((a, b) => b.information - a.information || compareText(a.address.fact, b.address.fact))
    .slice(0, MOST);
}
