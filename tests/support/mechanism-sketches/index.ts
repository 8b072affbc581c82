import type { MechanismKey } from "#core/architecture/vocabulary.ts";
import type { MechanismSketches } from "../mechanism-sketch.ts";
import { backlog } from "./backlog.ts";
import { bypassPath } from "./bypass-path.ts";
import { checkThenAct } from "./check-then-act.ts";
import { circularRecovery } from "./circular-recovery.ts";
import { coldCache } from "./cold-cache.ts";
import { confusedDeputy } from "./confused-deputy.ts";
import { divergentCopies } from "./divergent-copies.ts";
import { dualWrite } from "./dual-write.ts";
import { duplicateDelivery } from "./duplicate-delivery.ts";
import { evaluatedNotExecuted } from "./evaluated-not-executed.ts";
import { expiringCredential } from "./expiring-credential.ts";
import { failOpen } from "./fail-open.ts";
import { lostContext } from "./lost-context.ts";
import { massRecovery } from "./mass-recovery.ts";
import { parserDifferential } from "./parser-differential.ts";
import { remediationFeedback } from "./remediation-feedback.ts";
import { retryAmplification } from "./retry-amplification.ts";
import { reusedMeaning } from "./reused-meaning.ts";
import { scopeAssumption } from "./scope-assumption.ts";
import { sharedFateRollout } from "./shared-fate-rollout.ts";
import { staleDecision } from "./stale-decision.ts";
import { timingAssumption } from "./timing-assumption.ts";
import { unboundedArtifact } from "./unbounded-artifact.ts";
import { unsafeFailover } from "./unsafe-failover.ts";

export const MECHANISM_SKETCHES: Readonly<Record<MechanismKey, MechanismSketches>> = {
  "evaluated-not-executed": evaluatedNotExecuted,
  "parser-differential": parserDifferential,
  "check-then-act": checkThenAct,
  "stale-decision": staleDecision,
  "bypass-path": bypassPath,
  "confused-deputy": confusedDeputy,
  "fail-open": failOpen,
  "mass-recovery": massRecovery,
  "retry-amplification": retryAmplification,
  "circular-recovery": circularRecovery,
  "shared-fate-rollout": sharedFateRollout,
  "remediation-feedback": remediationFeedback,
  "cold-cache": coldCache,
  "unsafe-failover": unsafeFailover,
  backlog,
  "dual-write": dualWrite,
  "divergent-copies": divergentCopies,
  "unbounded-artifact": unboundedArtifact,
  "expiring-credential": expiringCredential,
  "duplicate-delivery": duplicateDelivery,
  "lost-context": lostContext,
  "scope-assumption": scopeAssumption,
  "reused-meaning": reusedMeaning,
  "timing-assumption": timingAssumption,
};
