import type { Answer, Fact, Facts, FactValue } from "../architecture/architecture.schema.ts";
import { answersOf, guessesOf } from "../architecture/reading.ts";
import { addressOf, pairKey, type FactAddress, type Subject } from "../architecture/subject.ts";
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

/** What was guessed of a fact, while nobody answered it for sure. */
export function guessesAt({ architecture }: Session, { about, fact }: FactAddress): readonly Answer[] {
  const { components, connections, agreements } = architecture;
  const found =
    "component" in about
      ? components.find(({ id }) => id === about.component)
      : "connection" in about
        ? connections.find(({ id }) => id === about.connection)
        : agreements.find(({ between }) => pairKey(...between) === pairKey(...about.agreement));
  return guessesOf(found?.facts[fact]);
}
