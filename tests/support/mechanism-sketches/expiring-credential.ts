import type { MechanismSketches } from "../mechanism-sketch.ts";
import { draw } from "../draw.ts";

const lab = `
  person chemist
  service lab-system
  store results                                      stateAuthority=authoritative
  directory certificate-office                       stateAuthority=authoritative
  gateway health-exchange                            clock=wall onDependencyLoss=fails-closed sizedFor=elastic admission=total
  service practice
  monitor board
  chemist -call-> lab-system: result
  lab-system -write-> results: result                atomicity=transactional
  lab-link -read-> results: result                   freshness=live
  health-exchange -call-> practice: result           onFailure=retries pacing=backoff-with-jitter
  board -observe-> health-exchange
`;

/** A laboratory link speaks to the health exchange with a certificate that somebody renews every two years. */
export const expiringCredential: MechanismSketches = {
  seam: ["lab-link", "health-exchange"],
  hit: draw(
    "Laboratory link with a certificate renewed by hand",
    `${lab}
    worker lab-link                                  idempotent=true
    lab-link -read-> certificate-office: client certificate   validity=expires-renewed-by-hand
    health-exchange -read-> certificate-office: issuer certificate   validity=expires-renewed-automatically
    lab-link -call-> health-exchange: result         onFailure=retries pacing=backoff-with-jitter contextPropagated=true
    lab-link ~ health-exchange: the certificate of the link is valid whenever results are sent  stated=nowhere enforced=convention verified=never limitedTo=[before-change] overseer=nobody
  `,
  ),
  repaired: draw(
    "Laboratory link whose certificate renews itself",
    `${lab}
    worker lab-link                                  idempotent=true
    lab-link -read-> certificate-office: client certificate   validity=expires-renewed-automatically
    health-exchange -read-> certificate-office: issuer certificate   validity=expires-renewed-automatically
    lab-link -call-> health-exchange: result         onFailure=retries pacing=backoff-with-jitter contextPropagated=true
    board -observe-> lab-link
    lab-link ~ health-exchange: the certificate of the link is valid for thirty days more  stated=contract enforced=runtime-check verified=continuously limitedTo=[] overseer=both-sides
  `,
  ),
  lookAlike: {
    seam: ["courier-sync", "customs-gate"],
    sketch: draw(
      "Customs link with tokens of an hour",
      `
      service courier-desk
      worker courier-sync                            idempotent=true
      store declarations                             stateAuthority=authoritative
      directory token-office                         stateAuthority=authoritative sizedFor=elastic
      enforcer customs-gate                          clock=wall onDependencyLoss=fails-closed
      directory key-list                             stateAuthority=authoritative
      monitor board
      courier-desk -write-> declarations: declaration   atomicity=transactional
      courier-sync -read-> declarations: declaration   freshness=live
      courier-sync -read-> token-office: token       validity=expires-renewed-automatically
      customs-gate -read-> key-list: public key      validity=expires-renewed-automatically freshness=live
      courier-sync -call-> customs-gate: declaration   onFailure=retries pacing=backoff-with-jitter
      board -observe-> courier-sync
      courier-sync ~ customs-gate: a token is renewed long before the gate would refuse it  stated=contract enforced=by-construction verified=continuously limitedTo=[] overseer=both-sides
    `,
    ),
  },
};
