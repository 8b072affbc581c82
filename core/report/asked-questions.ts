import type { Answer, Facts } from "../architecture/architecture.schema.ts";
import { FACT_WORDING } from "../architecture/fact-wording.ts";
import { answersOf, readFact } from "../architecture/reading.ts";
import { addressOf, type FactAddress, type Subject } from "../architecture/subject.ts";
import type { Candidate } from "../diagnosis/diagnosis.ts";
import type { Session } from "../document/session.schema.ts";
import { answerWords, subjectName } from "./wording.ts";

export interface AskedQuestion {
  readonly about: string;
  readonly asked: string;
  readonly isDisputed: boolean;
  readonly answers: readonly (Omit<Answer, "value"> & { readonly said: string })[];
}

/** Whether anybody answered anything that weighs here. Until then a seam is suspected from the drawing alone. */
export function restsOnAnswers({ contributions }: Candidate): boolean {
  return contributions.some(({ fact }) => fact !== undefined);
}

export interface AnsweredFact {
  readonly address: FactAddress;
  readonly answers: readonly Answer[];
}

/** Every fact that somebody answered, with its address, in the order of the sketch. */
export function answeredFacts({ architecture }: Session): readonly AnsweredFact[] {
  const of = (about: Subject, facts: Facts) =>
    Object.entries(facts).map(([fact, said]) => ({
      address: addressOf(about, fact),
      answers: answersOf(said),
    }));
  return [
    ...architecture.components.flatMap(({ id, facts }) => of({ component: id }, facts)),
    ...architecture.connections.flatMap(({ id, facts }) => of({ connection: id }, facts)),
    ...architecture.agreements.flatMap(({ between, facts }) => of({ agreement: between }, facts)),
  ];
}

export function askedQuestions(session: Session): readonly AskedQuestion[] {
  return answeredFacts(session).map((said) => askedOf(session, said));
}

/** One question in words, with everything that was answered to it. */
export function askedOf({ architecture }: Session, { address, answers }: AnsweredFact): AskedQuestion {
  return {
    about: subjectName(architecture, address.about),
    asked: FACT_WORDING[address.fact].label,
    isDisputed: readFact(answers).kind === "disputed",
    answers: answers.map(({ value, ...answer }) => ({
      ...answer,
      said: answerWords(architecture, address.fact, value),
    })),
  };
}
