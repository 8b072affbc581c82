import type { Mechanism } from "../diagnosis/mechanism.ts";
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

/** Every mechanism the engine knows. The engine never imports this list: whoever diagnoses passes it in. */
export const CATALOGUE: readonly Mechanism[] = [
  evaluatedNotExecuted,
  parserDifferential,
  checkThenAct,
  staleDecision,
  bypassPath,
  confusedDeputy,
  failOpen,
  massRecovery,
  retryAmplification,
  circularRecovery,
  sharedFateRollout,
  remediationFeedback,
  coldCache,
  unsafeFailover,
  backlog,
  dualWrite,
  divergentCopies,
  unboundedArtifact,
  expiringCredential,
  duplicateDelivery,
  lostContext,
  scopeAssumption,
  reusedMeaning,
  timingAssumption,
];
