import { compareText } from "../architecture/text-order.ts";
import { componentsOf, type Pair } from "../architecture/subject.ts";
import { moveInEvidence } from "../document/taken-move.ts";
import type { Session } from "../document/session.schema.ts";
import { answeredFacts } from "./answered-facts.ts";
import { subjectName } from "./wording.ts";

/** A structural move that somebody took over into the sketch. */
export interface TakenMove {
  readonly text: string;
  readonly by: string;
  /** ISO 8601. */
  readonly at: string;
  /** The names of what carries it in the sketch now. */
  readonly on: readonly string[];
  /** Ids of the components that it touched. */
  readonly components: readonly string[];
}

/** The moves that the sketch carries, by what was said when they were taken over; the oldest first. */
export function takenMoves(session: Session): readonly TakenMove[] {
  const { architecture } = session;
  const said = answeredFacts(session).flatMap(({ address, answers }) =>
    answers.flatMap(({ by, at, evidence = "" }) => {
      const text = moveInEvidence(evidence);
      return text === null ? [] : [{ text, by, at, about: address.about }];
    }),
  );
  const together = Map.groupBy(said, ({ text, by, at }) => JSON.stringify([at, by, text]));
  return [...together.values()]
    .flatMap((parts) => {
      const [first] = parts;
      if (first === undefined) return [];
      const { text, by, at } = first;
      return {
        text,
        by,
        at,
        on: [...new Set(parts.map(({ about }) => subjectName(architecture, about)))],
        components: [
          ...new Set(
            parts.flatMap(({ about }) =>
              componentsOf(about, (id) => architecture.connections.find((one) => one.id === id)),
            ),
          ),
        ],
      };
    })
    .sort((a, b) => compareText(a.at, b.at) || compareText(a.text, b.text));
}

/** Whether a move with these words was taken over for a pair: it touched both of its sides. */
export function isTakenFor(taken: readonly TakenMove[], text: string, between: Pair): boolean {
  return taken.some((move) => move.text === text && between.every((id) => move.components.includes(id)));
}
