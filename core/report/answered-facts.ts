import type { Answer, Fact, Facts, FactValue } from "../architecture/architecture.schema.ts";
import { answersOf } from "../architecture/reading.ts";
import { addressOf, type FactAddress, type Subject } from "../architecture/subject.ts";
import type { Session } from "../document/session.schema.ts";

export interface AnsweredFact {
  readonly address: FactAddress;
  readonly answers: readonly Answer[];
}

/** Who says what a file states without saying who: the sketch itself, and nobody knows when. */
export const THE_SKETCH = { by: "the sketch", at: "" } as const;

/** Every fact that somebody answered, with its address, in the order of the sketch. */
export function answeredFacts({ architecture }: Session): readonly AnsweredFact[] {
  const of = (about: Subject, facts: Facts) =>
    Object.entries(facts).flatMap(([fact, said]) =>
      said === undefined ? [] : [{ address: addressOf(about, fact), answers: saidBy(said) }],
    );
  return [
    ...architecture.components.flatMap(({ id, facts }) => of({ component: id }, facts)),
    ...architecture.connections.flatMap(({ id, facts }) => of({ connection: id }, facts)),
    ...architecture.agreements.flatMap(({ between, facts }) => of({ agreement: between }, facts)),
  ];
}

function saidBy(fact: Fact): readonly Answer[] {
  const answers = answersOf(fact);
  return answers.length > 0 ? answers : [{ ...THE_SKETCH, value: fact as FactValue }];
}
