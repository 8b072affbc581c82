import type { MechanismKey } from "../architecture/vocabulary.ts";

/** The absent layers in kinds: what the architecture would need a representation of. Cases are found by them. */
export const ABSENT_LAYERS = [
  "object-binding",
  "proof-of-decision",
  "recovery-capacity",
  "independent-recovery",
  "staged-release",
  "state-in-the-role",
  "one-owner",
  "stated-meaning",
] as const;
export type AbsentLayer = (typeof ABSENT_LAYERS)[number];

/** Every mechanism lives on the absence of one kind of layer. */
export const LAYER_OF_MECHANISM: Readonly<Record<MechanismKey, AbsentLayer>> = {
  "evaluated-not-executed": "object-binding",
  "parser-differential": "object-binding",
  "check-then-act": "object-binding",
  "stale-decision": "proof-of-decision",
  "bypass-path": "proof-of-decision",
  "confused-deputy": "proof-of-decision",
  "fail-open": "proof-of-decision",
  "mass-recovery": "recovery-capacity",
  "retry-amplification": "recovery-capacity",
  "circular-recovery": "independent-recovery",
  "shared-fate-rollout": "staged-release",
  "remediation-feedback": "recovery-capacity",
  "cold-cache": "recovery-capacity",
  "unsafe-failover": "state-in-the-role",
  backlog: "recovery-capacity",
  "dual-write": "one-owner",
  "divergent-copies": "one-owner",
  "unbounded-artifact": "stated-meaning",
  "expiring-credential": "stated-meaning",
  "duplicate-delivery": "one-owner",
  "lost-context": "one-owner",
  "scope-assumption": "stated-meaning",
  "reused-meaning": "stated-meaning",
  "timing-assumption": "stated-meaning",
};
