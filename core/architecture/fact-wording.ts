import { CONNECTION_WORDING } from "./connection-wording.ts";
import type { FactName, FactWording } from "./vocabulary.ts";

export const NOBODY_KNOWS_LABEL = "Nobody knows";

export const FACT_WORDING: Readonly<Record<FactName, FactWording>> = {
  scale: { label: "How many act independently", answers: { one: "One", few: "A few", fleet: "A fleet" } },
  sizedFor: {
    label: "Sized for",
    answers: {
      "steady-state": "The usual load",
      peak: "The daily or seasonal peak",
      "full-recovery": "Everybody coming back at once",
      elastic: "It grows with the load",
    },
  },
  admission: {
    label: "Limit on work taken in",
    answers: { none: "No limit", "per-caller": "A limit for each caller", total: "A limit on the total" },
  },
  onDependencyLoss: {
    label: "When something it needs is away",
    answers: {
      "fails-closed": "It refuses",
      "fails-open": "It lets through",
      "serves-stale": "It answers from what it last knew",
      stops: "It stops",
      degrades: "It goes on with less",
    },
  },
  restartNeeds: { label: "Needed for a start from cold", answers: {} },
  idempotent: {
    label: "The same input twice",
    answers: { true: "Has no further effect", false: "Has its effect twice" },
  },
  onPoison: {
    label: "An input it can never process",
    answers: {
      "retries-forever": "Is tried for ever",
      "sets-aside": "Is set aside",
      drops: "Is dropped",
      stops: "Stops it",
    },
  },
  inputLimit: {
    label: "Fixed limit on the size or count of its input",
    answers: {
      none: "There is none",
      unchecked: "There is one, nothing checks it",
      checked: "There is one, and it is checked",
    },
  },
  stateAuthority: {
    label: "Its state is",
    answers: { authoritative: "The authoritative one", copy: "A copy", derived: "Derived from another" },
  },
  actsAs: {
    label: "Acts on others under",
    answers: {
      itself: "Its own authority",
      caller: "The caller's authority",
      "shared-account": "A shared account",
    },
  },
  mixesTrust: {
    label: "Instructions and untrusted content",
    answers: { true: "Come in by the same way", false: "Come in by different ways" },
  },
  fencing: {
    label: "What stops one that lost its role",
    answers: { none: "Nothing", lease: "A lease that runs out", token: "A fencing token" },
  },
  clock: {
    label: "The time its decisions rest on",
    answers: { wall: "Wall-clock time", monotonic: "A monotonic clock", logical: "A logical clock" },
  },
  ...CONNECTION_WORDING,
  sameObject: {
    label: "The object on both sides",
    answers: {
      identical: "The very same",
      derived: "One is made from the other",
      independent: "Each side has its own",
    },
  },
  stated: {
    label: "Where the agreement is written",
    answers: {
      nowhere: "Nowhere",
      docs: "In a document",
      contract: "In a contract between both",
      code: "Only in code",
    },
  },
  enforced: {
    label: "What enforces it",
    answers: {
      nothing: "Nothing",
      convention: "A convention",
      "runtime-check": "A check at run time",
      "by-construction": "The construction itself",
    },
  },
  verified: {
    label: "When it was verified",
    answers: {
      never: "Never",
      "at-design": "At design",
      "in-tests": "In tests",
      continuously: "Continuously",
    },
  },
  limitedTo: {
    label: "It was shown only",
    answers: {
      "one-at-a-time": "For one failure at a time",
      "steady-state": "In steady state",
      "within-limits": "Within limits",
      "before-change": "Before a change",
    },
  },
  overseer: {
    label: "Who would notice if it stopped holding",
    answers: {
      nobody: "Nobody",
      "one-side": "One side",
      "both-sides": "Both sides",
      "third-party": "Somebody else",
    },
  },
};

/** An answer as people read it; what is not in the list (an id, free text) reads as it is. */
export function answerLabel(fact: FactName, key: string): string {
  return key === "unknown" ? NOBODY_KNOWS_LABEL : (FACT_WORDING[fact].answers[key] ?? key);
}
