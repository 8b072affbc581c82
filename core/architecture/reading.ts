import type { Answer, Fact, FactValue } from "./architecture.schema.ts";
import { UNKNOWN } from "./vocabulary.ts";

/** What a fact says once all its answers are taken together. */
export type Reading =
  | { readonly kind: "missing" }
  | { readonly kind: "unknown" }
  | { readonly kind: "known"; readonly value: FactValue }
  /** Nobody said it for sure. Values differ where guesses do, which is no dispute: none of them claims to know. */
  | { readonly kind: "guessed"; readonly values: readonly FactValue[]; readonly by: readonly string[] }
  | { readonly kind: "disputed"; readonly values: readonly FactValue[] };

export const MISSING: Reading = { kind: "missing" };

export function answersOf(fact: Fact | undefined): readonly Answer[] {
  return Array.isArray(fact) && fact.length > 0 && typeof fact[0] === "object"
    ? (fact as readonly Answer[])
    : [];
}

/** Whether an answer is one that was inferred, and that somebody should confirm. Nobody guesses that nobody knows. */
function isGuess({ guessed, value }: Pick<Answer, "guessed" | "value">): boolean {
  return guessed === true && value !== UNKNOWN;
}

/** What was guessed of a fact, while nobody answered it for sure. */
export function guessesOf(fact: Fact | undefined): readonly Answer[] {
  const answers = answersOf(fact);
  return answers.every(isGuess) ? answers : [];
}

/**
 * Reads one fact. Several answers count as one when they agree; an "unknown" beside a real answer yields to it;
 * two different real answers are kept as a dispute. A guess counts only where nobody answered: any answer, also that
 * nobody knows, takes its place. A missing fact was never asked, which means nothing.
 */
export function readFact(fact: Fact | undefined): Reading {
  if (fact === undefined) return MISSING;
  const answers = answersOf(fact);
  if (answers.length === 0) return readValues([fact as FactValue]);
  const sure = answers.filter((answer) => !isGuess(answer));
  if (sure.length > 0) return readValues(sure.map(({ value }) => value));
  return {
    kind: "guessed",
    values: distinct(answers.map(({ value }) => value)),
    by: answers.map(({ by }) => by),
  };
}

function readValues(said: readonly FactValue[]): Reading {
  const [first, ...others] = distinct(said.filter((value) => value !== UNKNOWN));
  if (first === undefined) return { kind: "unknown" };
  return others.length === 0
    ? { kind: "known", value: first }
    : { kind: "disputed", values: [first, ...others] };
}

function distinct(values: readonly FactValue[]): readonly FactValue[] {
  return [...new Map(values.map((value) => [valueKey(value), value])).values()];
}

/** Equal for values that mean the same; lists are sets, so their order does not count. */
export function valueKey(value: FactValue): string {
  return typeof value === "object" ? `[${[...value].sort().join(",")}]` : String(value);
}
