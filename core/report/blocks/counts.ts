import type { Session } from "../../document/session.schema.ts";
import { answeredFacts, THE_SKETCH } from "../answered-facts.ts";

export function countOf(number: number, one: string, many = `${one}s`): string {
  return `${number} ${number === 1 ? one : many}`;
}

/** Everybody who answered something, in the order of the sketch. */
export function peopleIn(session: Session): readonly string[] {
  const all = answeredFacts(session).flatMap(({ answers }) => answers.map(({ by }) => by));
  return [...new Set(all)].filter((by) => by !== THE_SKETCH.by);
}
