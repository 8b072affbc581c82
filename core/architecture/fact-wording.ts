import type { FactName } from "./vocabulary.ts";

/** How a fact is called on screen, and how its answers read. "unknown" is the same everywhere: nobody knows. */
export interface FactWording {
  readonly label: string;
  readonly answers: Readonly<Record<string, string>>;
}

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
  representation: { label: "Form in which the object travels", answers: {} },
  transform: {
    label: "What happens to the object on the way",
    answers: {
      none: "Nothing",
      "parsed-again": "It is parsed again",
      normalized: "It is normalized",
      truncated: "It is cut short",
      "re-encoded": "It is encoded anew",
      translated: "It is translated into another form",
      summarized: "It is summarized",
    },
  },
  reference: {
    label: "How the object is named to the other side",
    answers: {
      "by-value": "It is sent itself",
      "content-digest": "By a digest of its content",
      "immutable-version": "By a version that never changes",
      "mutable-name": "By a name whose content can change",
      path: "By a path",
    },
  },
  freshness: {
    label: "How fresh it is",
    answers: { live: "Live", cached: "Cached", snapshot: "A snapshot", lagging: "It lags behind" },
  },
  validity: {
    label: "How long it is valid",
    answers: {
      unlimited: "Without limit",
      "expires-renewed-automatically": "It expires and is renewed automatically",
      "expires-renewed-by-hand": "It expires and somebody renews it by hand",
      "expires-not-renewed": "It expires and is not renewed",
    },
  },
  version: {
    label: "How both ends keep the same meaning",
    answers: {
      "ships-together": "They ship together",
      negotiated: "They negotiate a version",
      independent: "Each changes on its own",
    },
  },
  onFailure: {
    label: "When it fails",
    answers: {
      nothing: "Nothing more happens",
      retries: "It is tried again",
      reconnects: "The connection is made anew",
      "fails-over": "Another one takes over",
      "falls-back": "It falls back to something else",
    },
  },
  pacing: {
    label: "How attempts are paced",
    answers: {
      immediate: "At once",
      "fixed-interval": "At a fixed interval",
      "exponential-backoff": "With growing pauses",
      "backoff-with-jitter": "With growing, randomized pauses",
      "admission-controlled": "When the other side lets them in",
    },
  },
  delivery: {
    label: "How often it arrives",
    answers: {
      "at-most-once": "At most once",
      "at-least-once": "At least once",
      "exactly-once": "Exactly once",
    },
  },
  ordering: {
    label: "In which order",
    answers: {
      none: "In no certain order",
      "per-key": "In order for each key",
      total: "In one order for all",
    },
  },
  atomicity: {
    label: "How it is written",
    answers: {
      unconditional: "Without a condition",
      conditional: "Only if nothing changed meanwhile",
      transactional: "In a transaction",
    },
  },
  atomicWith: { label: "Takes effect together with", answers: {} },
  acknowledged: {
    label: "When it is acknowledged",
    answers: {
      "before-durable": "Before it is durable",
      "after-durable": "Once it is durable",
      "after-copies": "Once the copies have it",
    },
  },
  onMiss: {
    label: "When the copy is not there",
    answers: {
      "every-caller-loads": "Every caller loads it",
      "one-loads": "One loads it, the others wait",
      "refreshed-early": "It is refreshed before it goes",
    },
  },
  rollout: {
    label: "How a change reaches all",
    answers: { "all-at-once": "All at once", staged: "Step by step" },
  },
  scope: {
    label: "How far one action reaches",
    answers: { "single-target": "One target", "many-targets": "Many targets" },
  },
  validation: {
    label: "Where the object is checked",
    answers: {
      none: "Nowhere",
      "at-source": "Where it comes from",
      "at-target": "Where it arrives",
      both: "At both ends",
    },
  },
  contextPropagated: {
    label: "The caller's identity and trace",
    answers: { true: "Travel along", false: "Are left behind" },
  },
  timeout: {
    label: "Time limit",
    answers: {
      none: "There is none",
      "longer-than-caller": "Longer than the caller waits",
      "shorter-than-caller": "Shorter than the caller waits",
    },
  },
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
