import type { Answer } from "../architecture/architecture.schema.ts";
import { factsOf } from "../architecture/facts-of.ts";
import { guessesOf } from "../architecture/reading.ts";
import type { FactAddress } from "../architecture/subject.ts";
import type { Session } from "../document/session.schema.ts";

/** What was guessed of a fact, while nobody answered it for sure. */
export function guessesAt({ architecture }: Session, { about, fact }: FactAddress): readonly Answer[] {
  return guessesOf(factsOf(architecture, about)[fact]);
}
