import type { ConnectionFact, FactWording } from "./vocabulary.ts";

export const CONNECTION_WORDING: Readonly<Record<ConnectionFact, FactWording>> = {
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
};
