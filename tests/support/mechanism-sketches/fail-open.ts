import type { MechanismSketches } from "../mechanism-sketch.ts";
import { draw } from "../draw.ts";

const cards = `
  client terminal                                    scale=fleet
  enforcer fraud-check                               onDependencyLoss=stops inputLimit=none
  store card-history                                 stateAuthority=authoritative sizedFor=elastic
  external card-network
  store ledger                                       stateAuthority=authoritative
  monitor board
  service settlement
  terminal -call-> payments: payment                 onFailure=nothing
  fraud-check -read-> card-history: recent payments  freshness=live
  settlement -read-> ledger: booked payment          freshness=live
  board -observe-> payments
`;

/** Card payments: when the fraud check takes too long, the payment goes through. */
export const failOpen: MechanismSketches = {
  seam: ["payments", "fraud-check"],
  hit: draw(
    "Payments that do not wait for the fraud check",
    `${cards}
    gateway payments                                 onDependencyLoss=fails-open sizedFor=elastic admission=total
    payments -decide-> fraud-check: payment          transform=none reference=by-value onFailure=falls-back timeout=shorter-than-caller
    payments -call-> card-network: payment           transform=none onFailure=nothing
    payments ~ fraud-check: no payment is made without a verdict  sameObject=identical stated=nowhere enforced=nothing verified=never limitedTo=[steady-state] overseer=nobody
  `,
  ),
  repaired: draw(
    "Payments that know what no verdict means",
    `${cards}
    gateway payments                                 onDependencyLoss=fails-closed sizedFor=elastic admission=total
    payments -decide-> fraud-check: payment          transform=none reference=by-value onFailure=nothing timeout=shorter-than-caller
    payments -call-> card-network: payment           transform=none onFailure=nothing
    payments ~ fraud-check: no payment is made without a verdict  sameObject=identical stated=contract enforced=runtime-check verified=in-tests limitedTo=[] overseer=both-sides
  `,
  ),
  lookAlike: {
    seam: ["prescribing", "interaction-check"],
    sketch: draw(
      "Prescriptions that wait for the interaction check",
      `
      person physician
      service prescribing                            onDependencyLoss=fails-closed
      enforcer interaction-check                     onDependencyLoss=fails-closed inputLimit=checked
      store drug-facts                               stateAuthority=authoritative
      store chart                                    stateAuthority=authoritative
      service pharmacy
      monitor board
      physician -call-> prescribing: prescription
      prescribing -decide-> interaction-check: prescription   transform=none reference=by-value timeout=none
      interaction-check -read-> drug-facts: interactions   freshness=live
      prescribing -write-> chart: prescription       atomicity=transactional acknowledged=after-durable
      pharmacy -read-> chart: prescription           freshness=live
      board -observe-> interaction-check
      prescribing ~ interaction-check: nothing is prescribed without a check  sameObject=identical stated=contract enforced=by-construction verified=in-tests limitedTo=[] overseer=both-sides
    `,
    ),
  },
};
