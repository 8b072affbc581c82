import type { Answer, Fact, FactValue } from "./architecture.schema.ts";
import { UNKNOWN } from "./vocabulary.ts";

/** What a fact says once all its answers are taken together. */
export type Reading =
  | { readonly kind: "missing" }
  | { readonly kind: "unknown" }
  | { readonly kind: "known"; readonly value: FactValue }
  | { readonly kind: "disputed"; readonly values: readonly FactValue[] };

export const MISSING: Reading = { kind: "missing" };

export function answersOf(fact: Fact | undefined): readonly Answer[] {
  return Array.isArray(fact) && fact.length > 0 && typeof fact[0] === "object"
    ? (fact as readonly Answer[])
    : [];
}

/**
 * Reads one fact. Several answers count as one when they agree; an "unknown" beside a real answer yields to it;
 * two different real answers are kept as a dispute. A missing fact was never asked, which means nothing.
 */
export function readFact(fact: Fact | undefined): Reading {
  if (fact === undefined) return MISSING;
  const answers = answersOf(fact);
  const said = answers.length > 0 ? answers.map((answer) => answer.value) : [fact as FactValue];
  const known = new Map(said.filter((value) => value !== UNKNOWN).map((value) => [valueKey(value), value]));
  const [first, ...others] = known.values();
  if (first === undefined) return { kind: "unknown" };
  return others.length === 0
    ? { kind: "known", value: first }
    : { kind: "disputed", values: [first, ...others] };
}

/** Equal for values that mean the same; lists are sets, so their order does not count. */
export function valueKey(value: FactValue): string {
  return typeof value === "object" ? `[${[...value].sort().join(",")}]` : String(value);
}
