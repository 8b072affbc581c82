import type { Mechanism } from "../diagnosis/mechanism.ts";
import { bypassPath } from "./bypass-path.ts";
import { circularRecovery } from "./circular-recovery.ts";
import { coldCache } from "./cold-cache.ts";
import { confusedDeputy } from "./confused-deputy.ts";
import { divergentCopies } from "./divergent-copies.ts";
import { dualWrite } from "./dual-write.ts";
import { evaluatedNotExecuted } from "./evaluated-not-executed.ts";
import { expiringCredential } from "./expiring-credential.ts";
import { massRecovery } from "./mass-recovery.ts";
import { parserDifferential } from "./parser-differential.ts";
import { retryAmplification } from "./retry-amplification.ts";
import { sharedFateRollout } from "./shared-fate-rollout.ts";

/** Every mechanism the engine knows. The engine never imports this list: whoever diagnoses passes it in. */
export const CATALOGUE: readonly Mechanism[] = [
  evaluatedNotExecuted,
  parserDifferential,
  bypassPath,
  confusedDeputy,
  massRecovery,
  retryAmplification,
  circularRecovery,
  coldCache,
  sharedFateRollout,
  dualWrite,
  divergentCopies,
  expiringCredential,
];
