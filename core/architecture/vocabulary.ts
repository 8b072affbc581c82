/**
 * The closed vocabulary of architecture format 1: what a sketch may contain and what a question may bring out.
 * Schema, questions and menus are all made from these lists, so a word that is not here does not exist.
 */

export const FORMAT = "seamark.architecture/1";

export const COMPONENT_KINDS = [
  "person",
  "client",
  "gateway",
  "enforcer",
  "service",
  "executor",
  "worker",
  "scheduler",
  "controller",
  "store",
  "cache",
  "queue",
  "config",
  "directory",
  "network",
  "monitor",
  "external",
] as const;
export type ComponentKind = (typeof COMPONENT_KINDS)[number];

export const CONNECTION_KINDS = [
  "call",
  "send",
  "read",
  "write",
  "replicate",
  "decide",
  "control",
  "observe",
  "configure",
] as const;
export type ConnectionKind = (typeof CONNECTION_KINDS)[number];

export const BOUNDARY_KINDS = ["trust", "failure", "team", "deployment", "layer"] as const;
export type BoundaryKind = (typeof BOUNDARY_KINDS)[number];

export const HISTORY_KINDS = ["incident", "fix", "change"] as const;

export const ZONES = ["authorization", "resilience", "coupling"] as const;
export type Zone = (typeof ZONES)[number];

export const FAILURE_CLASSES = ["hidden-dependency", "assumption-violation", "level-mismatch"] as const;
export type FailureClass = (typeof FAILURE_CLASSES)[number];

export const MECHANISMS_BY_ZONE = {
  authorization: [
    "evaluated-not-executed",
    "parser-differential",
    "check-then-act",
    "stale-decision",
    "bypass-path",
    "confused-deputy",
    "fail-open",
  ],
  resilience: [
    "mass-recovery",
    "retry-amplification",
    "circular-recovery",
    "shared-fate-rollout",
    "remediation-feedback",
    "cold-cache",
    "unsafe-failover",
    "backlog",
  ],
  coupling: [
    "dual-write",
    "divergent-copies",
    "unbounded-artifact",
    "expiring-credential",
    "duplicate-delivery",
    "lost-context",
    "scope-assumption",
    "reused-meaning",
    "timing-assumption",
  ],
} as const satisfies Record<Zone, readonly string[]>;
export type MechanismKey = (typeof MECHANISMS_BY_ZONE)[Zone][number];

/** What an answer to a fact looks like: one of a few values, ids of the sketch, conditions, or free text. */
export type FactShape =
  | { readonly shape: "choice"; readonly values: readonly (string | boolean)[] }
  | { readonly shape: "components" }
  | { readonly shape: "connections" }
  | { readonly shape: "conditions"; readonly values: readonly string[] }
  | { readonly shape: "text" };

const choice = <const V extends readonly (string | boolean)[]>(...values: V) =>
  ({ shape: "choice", values }) as const;

export const COMPONENT_FACTS = {
  scale: choice("one", "few", "fleet"),
  sizedFor: choice("steady-state", "peak", "full-recovery", "elastic"),
  admission: choice("none", "per-caller", "total"),
  onDependencyLoss: choice("fails-closed", "fails-open", "serves-stale", "stops", "degrades"),
  restartNeeds: { shape: "components" },
  idempotent: choice(true, false),
  onPoison: choice("retries-forever", "sets-aside", "drops", "stops"),
  inputLimit: choice("none", "unchecked", "checked"),
  stateAuthority: choice("authoritative", "copy", "derived"),
  actsAs: choice("itself", "caller", "shared-account"),
  mixesTrust: choice(true, false),
  fencing: choice("none", "lease", "token"),
  clock: choice("wall", "monotonic", "logical"),
} as const satisfies Record<string, FactShape>;
export type ComponentFact = keyof typeof COMPONENT_FACTS;

export const CONNECTION_FACTS = {
  representation: { shape: "text" },
  transform: choice(
    "none",
    "parsed-again",
    "normalized",
    "truncated",
    "re-encoded",
    "translated",
    "summarized",
  ),
  reference: choice("by-value", "content-digest", "immutable-version", "mutable-name", "path"),
  freshness: choice("live", "cached", "snapshot", "lagging"),
  validity: choice(
    "unlimited",
    "expires-renewed-automatically",
    "expires-renewed-by-hand",
    "expires-not-renewed",
  ),
  version: choice("ships-together", "negotiated", "independent"),
  onFailure: choice("nothing", "retries", "reconnects", "fails-over", "falls-back"),
  pacing: choice(
    "immediate",
    "fixed-interval",
    "exponential-backoff",
    "backoff-with-jitter",
    "admission-controlled",
  ),
  delivery: choice("at-most-once", "at-least-once", "exactly-once"),
  ordering: choice("none", "per-key", "total"),
  atomicity: choice("unconditional", "conditional", "transactional"),
  atomicWith: { shape: "connections" },
  acknowledged: choice("before-durable", "after-durable", "after-copies"),
  onMiss: choice("every-caller-loads", "one-loads", "refreshed-early"),
  rollout: choice("all-at-once", "staged"),
  scope: choice("single-target", "many-targets"),
  validation: choice("none", "at-source", "at-target", "both"),
  contextPropagated: choice(true, false),
  timeout: choice("none", "longer-than-caller", "shorter-than-caller"),
} as const satisfies Record<string, FactShape>;
export type ConnectionFact = keyof typeof CONNECTION_FACTS;

export const CONDITIONS = ["one-at-a-time", "steady-state", "within-limits", "before-change"] as const;

export const AGREEMENT_FACTS = {
  sameObject: choice("identical", "derived", "independent"),
  stated: choice("nowhere", "docs", "contract", "code"),
  enforced: choice("nothing", "convention", "runtime-check", "by-construction"),
  verified: choice("never", "at-design", "in-tests", "continuously"),
  limitedTo: { shape: "conditions", values: CONDITIONS },
  overseer: choice("nobody", "one-side", "both-sides", "third-party"),
} as const satisfies Record<string, FactShape>;
export type AgreementFact = keyof typeof AGREEMENT_FACTS;

export type FactName = ComponentFact | ConnectionFact | AgreementFact;

export const NUMBERS = [
  "clients",
  "capacityPerSecond",
  "queueLimit",
  "timeoutSeconds",
  "retries",
  "ttlSeconds",
  "lagSeconds",
  "sizeLimit",
] as const;

/** It was asked and nobody could say. That is evidence; a missing fact is not. */
export const UNKNOWN = "unknown";

/** How a fact is called on screen, and how its answers read. "unknown" is the same everywhere: nobody knows. */
export interface FactWording {
  readonly label: string;
  readonly answers: Readonly<Record<string, string>>;
}
