import { Agreement, Component, Connection, type Answer } from "../architecture/architecture.schema.ts";
import { answersOf } from "../architecture/reading.ts";
import type { FactAddress } from "../architecture/subject.ts";

/** The answer in the form in which a session keeps it, or undefined when it is none for this question. */
export function acceptAnswer({ about, fact }: FactAddress, answer: Answer): Answer | undefined {
  const facts =
    "component" in about
      ? Component.shape.facts
      : "connection" in about
        ? Connection.shape.facts
        : Agreement.shape.facts;
  const parsed = facts.safeParse({ [fact]: [answer] });
  return parsed.success ? answersOf(parsed.data[fact])[0] : undefined;
}
