import type { Answer } from "../architecture/architecture.schema.ts";
import { FACT_WORDING } from "../architecture/fact-wording.ts";
import { readFact } from "../architecture/reading.ts";
import type { Candidate } from "../diagnosis/diagnosis.ts";
import type { Session } from "../document/session.schema.ts";
import { answeredFacts, type AnsweredFact } from "./answered-facts.ts";
import { answerWords, subjectName } from "./wording.ts";

export interface AskedQuestion {
  readonly about: string;
  readonly asked: string;
  readonly isDisputed: boolean;
  /** Everybody who was asked said that nobody knows. */
  readonly isUnknown: boolean;
  readonly answers: readonly (Omit<Answer, "value"> & { readonly said: string })[];
}

/** Whether anybody answered anything that weighs here. Until then a seam is suspected from the drawing alone. */
export function restsOnAnswers({ contributions }: Candidate): boolean {
  return contributions.some(({ fact }) => fact !== undefined);
}

export function askedQuestions(session: Session): readonly AskedQuestion[] {
  return answeredFacts(session).map((said) => askedOf(session, said));
}

/** One question in words, with everything that was answered to it. */
export function askedOf({ architecture }: Session, { address, answers }: AnsweredFact): AskedQuestion {
  const { kind } = readFact(answers);
  return {
    about: subjectName(architecture, address.about),
    asked: FACT_WORDING[address.fact].label,
    isDisputed: kind === "disputed",
    isUnknown: kind === "unknown",
    answers: answers.map(({ value, ...answer }) => ({
      ...answer,
      said: answerWords(architecture, address.fact, value),
    })),
  };
}
