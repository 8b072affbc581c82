import type { Answer, Facts } from "../architecture/architecture.schema.ts";
import { answersOf } from "../architecture/reading.ts";
import { addressOf, type FactAddress, type Subject } from "../architecture/subject.ts";
import type { Session } from "../document/session.schema.ts";

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
