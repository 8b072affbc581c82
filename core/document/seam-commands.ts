import { LIMITS } from "../architecture/architecture.schema.ts";
import { pairKey, pairOf, type Pair } from "../architecture/subject.ts";
import { compareText } from "../architecture/text-order.ts";
import { dismissalKey, type Command, type ToldOfSeam } from "./command.ts";
import { changeEntry, insertEntry, keepEntries } from "./entries.ts";
import { asName, asText } from "./person-text.ts";
import { readPart } from "./session-parts.schema.ts";
import type { MarkedSeam, SeamDecision, Session } from "./session.schema.ts";

type Of<T extends Command["type"]> = Extract<Command, { readonly type: T }>;

function isPairOfComponents({ architecture }: Session, [a, b]: readonly [string, string]): boolean {
  return a !== b && [a, b].every((side) => architecture.components.some(({ id }) => id === side));
}

/** Marks a pair once: marking it again, under whatever id, changes nothing. */
export function markSeam(session: Session, { id, between, note }: Of<"mark-seam">): Session {
  const pair = pairOf(...between);
  if (seamOf(session, pair) !== undefined || !isPairOfComponents(session, pair)) return session;
  return { ...session, seams: insertEntry(session.seams, newSeam(id, pair, asText(note))) };
}

function newSeam(id: string, between: Pair, note: string): MarkedSeam {
  return { id, between, note, mechanism: null, invariant: "", owner: "" };
}

/** The seam that people keep between two components, whichever is named first. */
export function seamOf({ seams }: Session, between: Pair): MarkedSeam | undefined {
  return seams.find((seam) => pairKey(...seam.between) === pairKey(...between));
}

/** Says something of a seam. One that only the engine found is kept from then on: people have taken it up. */
export function tellSeam(session: Session, { id, between, told }: Of<"tell-seam">): Session {
  const pair = pairOf(...between);
  if (!isPairOfComponents(session, pair)) return session;
  const known = seamOf(session, pair);
  const seam = readPart.seams({ ...(known ?? newSeam(id, pair, "")), ...inWellFormedText(told) });
  if (seam === undefined) return session;
  const seams =
    known === undefined ? insertEntry(session.seams, seam) : changeEntry(session.seams, known.id, () => seam);
  return seams === session.seams ? session : { ...session, seams };
}

function inWellFormedText({ invariant, owner, mechanism, decision }: ToldOfSeam): Partial<MarkedSeam> {
  return {
    ...(decision === undefined ? {} : { decision: decided(decision) }),
    ...(mechanism === undefined ? {} : { mechanism }),
    ...(invariant === undefined ? {} : { invariant: asText(invariant).trim() }),
    ...(owner === undefined ? {} : { owner: asName(owner) }),
  };
}

function decided(decision: SeamDecision | null): SeamDecision | undefined {
  return decision === null ? undefined : { ...decision, because: asText(decision.because).trim() };
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

/** Dismissing again, for another reason or by another person, takes the place of what was said before. */
export function dismiss(session: Session, { dismissal }: Of<"dismiss">): Session {
  const dismissed = readPart.dismissed({
    ...dismissal,
    between: pairOf(...dismissal.between),
    reason: asText(dismissal.reason.trim()),
    by: dismissal.by.toWellFormed(),
  });
  if (dismissed === undefined || !isPairOfComponents(session, dismissed.between)) return session;
  const others = withoutDismissal(session, dismissed);
  if (others.length >= LIMITS.list) return session;
  const all = [...others, dismissed];
  return { ...session, dismissed: all.sort((a, b) => compareText(dismissalKey(a), dismissalKey(b))) };
}

export function bringBack(session: Session, command: Of<"bring-back">): Session {
  return { ...session, dismissed: withoutDismissal(session, command) };
}

function withoutDismissal(
  { dismissed }: Session,
  which: Pick<Session["dismissed"][number], "between" | "mechanism">,
): Session["dismissed"] {
  return keepEntries(dismissed, (dismissal) => dismissalKey(dismissal) !== dismissalKey(which));
}
