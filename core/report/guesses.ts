import type { Answer } from "../architecture/architecture.schema.ts";
import { guessesOf } from "../architecture/reading.ts";
import { pairKey, type FactAddress } from "../architecture/subject.ts";
import type { Session } from "../document/session.schema.ts";

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
