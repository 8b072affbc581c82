import { ZONES, type Zone } from "../architecture/vocabulary.ts";

/** A sign that a failure is structural, or that it is not, as a team can recognize it before anything is drawn. */
export interface SignalShape {
  readonly speaks: "for" | "against";
  /** What people recognize, in the first person plural of a team. */
  readonly statement: string;
  /** The same as the reason of a candidate. */
  readonly because: string;
  /** The zones in which it makes a seam more probable, or less. */
  readonly zones: readonly Zone[];
  /** Recurrence, and its absence, say more about the fit than the other signals. */
  readonly weight: 1 | 2;
}

export const SIGNALS = {
  "protected-something-else": {
    speaks: "for",
    weight: 1,
    zones: ["authorization"],
    statement: "A control passed every audit, and it turned out to protect something other than we believed.",
    because: "a control passed every audit and protected something else",
  },
  "fell-together": {
    speaks: "for",
    weight: 1,
    zones: ["resilience"],
    statement: "We survived failures one at a time for years, and went down when several came at once.",
    because: "single failures were always survived, and several at once were not",
  },
  "came-back-next-door": {
    speaks: "for",
    weight: 2,
    zones: ["coupling"],
    statement: "A fix held, and the next incident was right beside it: the same gap, another place.",
    because: "a fix held, and the next incident was right beside it",
  },
  "two-understandings": {
    speaks: "for",
    weight: 1,
    zones: ZONES,
    statement: "Those who built a guarantee and those who rely on it understood it differently.",
    because: "two teams understood one guarantee differently",
  },
  "unstated-assumption": {
    speaks: "for",
    weight: 1,
    zones: ["coupling"],
    statement:
      "A part did exactly what it was built for, and what it took for granted was never said or checked.",
    because: "a part was right, and what it took for granted was never said or checked",
  },
  "cause-is-clear": {
    speaks: "against",
    weight: 1,
    zones: ZONES,
    statement: "We know the cause and the fix is simple; it only has to be done.",
    because: "the cause is known, and the fix is simple",
  },
  "known-kind-of-bug": {
    speaks: "against",
    weight: 1,
    zones: ZONES,
    statement: "It is a well-known kind of bug, and there is a well-known remedy.",
    because: "it is a known kind of bug with a known remedy",
  },
  "capacity-or-budget": {
    speaks: "against",
    weight: 1,
    zones: ZONES,
    statement: "It would be over with more capacity or more money.",
    because: "more capacity or more money would end it",
  },
  "never-came-back": {
    speaks: "against",
    weight: 2,
    zones: ZONES,
    statement: "It happened once, we fixed it, and it has not come back.",
    because: "it happened once, was fixed and has not come back",
  },
} as const satisfies Record<string, SignalShape>;

export type Signal = keyof typeof SIGNALS;
export const SIGNAL_IDS = Object.keys(SIGNALS) as readonly Signal[];

/** A set of signals: each once, in the order in which they are asked for. */
export function inOrder(signals: readonly Signal[]): readonly Signal[] {
  return SIGNAL_IDS.filter((signal) => signals.includes(signal));
}
