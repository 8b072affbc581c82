import type { FactAddress } from "../architecture/subject.ts";
import { compareText } from "../architecture/text-order.ts";
import type { Askable, QuestionIndex } from "./question-index.ts";

/** More than these would be a questionnaire. */
const MOST = 3;

/**
 * What else is worth asking about the element of a question, most informative first: whoever can answer one of them
 * can often answer all, and should not be asked back for each.
 */
export function askedTogether(
  { askables, about }: QuestionIndex,
  information: Float64Array,
  asked: FactAddress,
  atLeast: number,
): readonly { readonly askable: Askable; readonly information: number }[] {
  return about(asked.about)
    .flatMap((number) => {
      const askable = askables[number];
      const bits = information[number] ?? 0;
      const isOther = askable !== undefined && askable.address.fact !== asked.fact;
      return isOther && bits >= atLeast ? [{ askable, information: bits }] : [];
    })
    .sort(
      (a, b) => b.information - a.information || compareText(a.askable.address.fact, b.askable.address.fact),
    )
    .slice(0, MOST);
}
