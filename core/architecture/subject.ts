import { invariant } from "../invariant.ts";
import type { AgreementFact, ComponentFact, ConnectionFact } from "./vocabulary.ts";

/** Two component ids in code-unit order, so that a pair has one spelling whichever side is named first. */
export type Pair = readonly [string, string];

/** What a fact is about. The spelling is that of the evaluation's interface. */
export type Subject =
  { readonly component: string } | { readonly connection: string } | { readonly agreement: Pair };

/** A fact of one named element: what a question asks and an answer settles. */
export type FactAddress =
  | { readonly about: { readonly component: string }; readonly fact: ComponentFact }
  | { readonly about: { readonly connection: string }; readonly fact: ConnectionFact }
  | { readonly about: { readonly agreement: Pair }; readonly fact: AgreementFact };

/** The fact of a subject. That there is such a fact of it is not asked, and the caller's to know. */
export function addressOf(about: Subject, fact: string): FactAddress {
  return { about, fact } as FactAddress;
}

export function pairOf(a: string, b: string): Pair {
  return a < b ? [a, b] : [b, a];
}

export function pairKey(a: string, b: string): string {
  return a < b ? `${a}~${b}` : `${b}~${a}`;
}

/** The components that a subject is or joins; `connectionOf` finds a connection by its id. */
export function componentsOf(
  about: Subject,
  connectionOf: (id: string) => { readonly from: string; readonly to: string } | undefined,
): readonly string[] {
  if ("component" in about) return [about.component];
  if ("agreement" in about) return about.agreement;
  const connection = connectionOf(about.connection);
  return connection === undefined ? [] : [connection.from, connection.to];
}

export function subjectKey(subject: Subject): string {
  if ("component" in subject) return `component:${subject.component}`;
  if ("connection" in subject) return `connection:${subject.connection}`;
  return `agreement:${pairKey(...subject.agreement)}`;
}

/** The one spelling of a question: what it is about and which fact it asks for. */
export function factKey({ about, fact }: FactAddress): string {
  return `${subjectKey(about)}#${fact}`;
}

/** The address that `factKey` spells like this. Whether there is such a fact is not asked. */
export function addressOfKey(key: string): FactAddress {
  const [subject = "", fact = ""] = key.split("#");
  const about = subjectIn(subject);
  invariant(about, `a question is named ${key}`);
  return addressOf(about, fact);
}

/** The pair that `pairKey` spells like this, whatever its order; undefined when it is none. */
export function pairIn(key: string): Pair | undefined {
  const [a, b, ...more] = key.split("~");
  return a !== undefined && b !== undefined && more.length === 0 ? [a, b] : undefined;
}

/** The subject that `subjectKey` spells like this; undefined when it is none. Whether it exists is not asked. */
export function subjectIn(key: string): Subject | undefined {
  const [kind, id = ""] = key.split(":");
  if (kind === "component") return { component: id };
  if (kind === "connection") return { connection: id };
  const pair = pairIn(id);
  return kind === "agreement" && pair !== undefined ? { agreement: pair } : undefined;
}
