import type { Facts } from "../architecture/architecture.schema.ts";
import { answersOf } from "../architecture/reading.ts";
import type { Session } from "./session.schema.ts";

export interface SessionSize {
  readonly components: number;
  readonly answers: number;
}

/** How much is in a session, as a list of sketches shows it. */
export function measureSession({ architecture }: Session): SessionSize {
  const { components, connections, agreements } = architecture;
  const elements: readonly { readonly facts: Facts }[] = [...components, ...connections, ...agreements];
  return {
    components: components.length,
    answers: elements.reduce((sum, { facts }) => sum + answersIn(facts), 0),
  };
}

function answersIn(facts: Facts): number {
  return Object.values(facts).reduce<number>((sum, fact) => sum + answersOf(fact).length, 0);
}
