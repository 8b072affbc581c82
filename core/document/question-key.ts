import type { Architecture } from "../architecture/architecture.schema.ts";
import { subjectIn, subjectKey } from "../architecture/subject.ts";
import { AGREEMENT_FACTS, COMPONENT_FACTS, CONNECTION_FACTS } from "../architecture/vocabulary.ts";

const FACTS = { component: COMPONENT_FACTS, connection: CONNECTION_FACTS, agreement: AGREEMENT_FACTS };

/** Whether a text is spelled as `factKey` spells a question: a subject in its one spelling, and a fact of that kind of subject. */
export function isQuestionKey(key: string): boolean {
  const [subject = "", fact = "", ...more] = key.split("#");
  const [kind = ""] = subject.split(":");
  const about = subjectIn(subject);
  if (about === undefined || subjectKey(about) !== subject || more.length > 0) return false;
  return kind in FACTS && Object.hasOwn(FACTS[kind as keyof typeof FACTS], fact);
}

export interface Elements {
  readonly hasComponent: (id: string) => boolean;
  readonly hasConnection: (id: string) => boolean;
}

export function elementsIn({ components, connections }: Architecture): Elements {
  const componentIds = new Set(components.map(({ id }) => id));
  const connectionIds = new Set(connections.map(({ id }) => id));
  return { hasComponent: (id) => componentIds.has(id), hasConnection: (id) => connectionIds.has(id) };
}

/** Whether what a question is about exists. */
export function isAboutOneOf({ hasComponent, hasConnection }: Elements, key: string): boolean {
  const about = subjectIn(key.slice(0, key.indexOf("#")));
  if (about === undefined) return false;
  if ("component" in about) return hasComponent(about.component);
  if ("connection" in about) return hasConnection(about.connection);
  const [a, b] = about.agreement;
  return a !== b && hasComponent(a) && hasComponent(b);
}
