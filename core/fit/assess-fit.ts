import { inOrder, SIGNALS, type Signal, type SignalShape } from "./signals.ts";

export type FitVerdict = "structural" | "unclear" | "elsewhere";

export interface Fit {
  readonly verdict: FitVerdict;
  /** Why, one sentence per signal, those that carry the verdict first. */
  readonly reasons: readonly string[];
  /** What would help instead of a diagnosis; empty unless signals speak against one. */
  readonly instead: readonly string[];
}

/** The verdict as it is said to people. */
export const FIT_WORDING: Readonly<Record<FitVerdict, { readonly heading: string; readonly text: string }>> =
  {
    structural: {
      heading: "This looks structural",
      text: "What you ticked points to an agreement between parts rather than to a fault in one of them.",
    },
    unclear: {
      heading: "It could go either way",
      text: "What you ticked does not tell a structural failure from an ordinary one.",
    },
    elsewhere: {
      heading: "A diagnosis is probably not what you need",
      text: "What you ticked speaks against a structural failure. You may go on all the same; something else is likely to help sooner.",
    },
  };

const REASONS: Readonly<Record<Signal, string>> = {
  "protected-something-else":
    "A control that passes audits while protecting something else is approving one thing and guarding another.",
  "fell-together":
    "Surviving failures one by one says nothing about several at once: recovery itself can become the load.",
  "came-back-next-door":
    "A failure that returns beside its fix is the strongest sign there is: the fix inherited the assumption.",
  "two-understandings": "Two understandings of one guarantee are an agreement nobody wrote down.",
  "unstated-assumption":
    "A part that is right on an assumption nobody checks is only as right as that assumption.",
  "cause-is-clear": "You know the cause, so there is nothing left to diagnose.",
  "known-kind-of-bug": "A known kind of bug needs its known remedy, applied everywhere it can occur.",
  "capacity-or-budget": "Where capacity or money is the limit, the structure is doing what it can.",
  "never-came-back": "What was fixed once and stayed fixed was probably a fault of one part.",
};

const INSTEAD: Readonly<Partial<Record<Signal, string>>> = {
  "cause-is-clear": "Make the fix, and add the test that would have caught it.",
  "known-kind-of-bug": "Apply the remedy, then search the code for the same kind of bug elsewhere.",
  "capacity-or-budget": "Measure what saturates first, and plan capacity from that figure.",
  "never-came-back":
    "Keep the incident report. If it comes back, or something beside it does, look at this again.",
};

/**
 * How well a situation fits a structural diagnosis. Depends on the set of signals alone; one more signal for it never
 * makes the verdict worse, one more against it never better.
 */
export function assessFit(signals: readonly Signal[]): Fit {
  const given = inOrder(signals);
  const weigh = (speaks: SignalShape["speaks"]): number =>
    given.reduce((sum, signal) => sum + (SIGNALS[signal].speaks === speaks ? SIGNALS[signal].weight : 0), 0);
  const balance = weigh("for") - weigh("against");
  const verdict: FitVerdict = balance > 0 ? "structural" : balance < 0 ? "elsewhere" : "unclear";
  const leading = verdict === "elsewhere" ? "against" : "for";
  const leadingFirst = [
    ...given.filter((signal) => SIGNALS[signal].speaks === leading),
    ...given.filter((signal) => SIGNALS[signal].speaks !== leading),
  ];
  return {
    verdict,
    reasons: leadingFirst.map((signal) => REASONS[signal]),
    instead: given.flatMap((signal) => INSTEAD[signal] ?? []),
  };
}
