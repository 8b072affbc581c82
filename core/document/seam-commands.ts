import { pairKey, pairOf } from "../architecture/subject.ts";
import { compareText } from "../architecture/text-order.ts";
import type { Command } from "./command.ts";
import { changeEntry, insertEntry, keepEntries } from "./entries.ts";
import { asText } from "./person-text.ts";
import type { Session } from "./session.schema.ts";

type Of<T extends Command["type"]> = Extract<Command, { readonly type: T }>;

function isPairOfComponents({ architecture }: Session, [a, b]: readonly [string, string]): boolean {
  return a !== b && [a, b].every((side) => architecture.components.some(({ id }) => id === side));
}

/** Marks a pair once: marking it again, under whatever id, changes nothing. */
export function markSeam(session: Session, { id, between, note }: Of<"mark-seam">): Session {
  const pair = pairOf(...between);
  const isMarked = session.seams.some((seam) => pairKey(...seam.between) === pairKey(...pair));
  if (isMarked || !isPairOfComponents(session, pair)) return session;
  return { ...session, seams: insertEntry(session.seams, { id, between: pair, note: asText(note) }) };
}

export function noteSeam(session: Session, { id, note }: Of<"note-seam">): Session {
  return {
    ...session,
    seams: changeEntry(session.seams, id, (seam) => ({ ...seam, note: asText(note) })),
  };
}

export function unmarkSeam(session: Session, { id }: Of<"unmark-seam">): Session {
  return { ...session, seams: keepEntries(session.seams, (seam) => seam.id !== id) };
}

/** Records, or takes back, that two components need not agree on anything. */
export function setIndependent(session: Session, command: Of<"set-independent">): Session {
  const pair = pairOf(...command.between);
  if (!isPairOfComponents(session, pair)) return session;
  const others = keepEntries(session.independent, (other) => pairKey(...other) !== pairKey(...pair));
  if (!command.independent) return { ...session, independent: others };
  return {
    ...session,
    independent: [...others, pair].sort((a, b) => compareText(pairKey(...a), pairKey(...b))),
  };
}
