import type { MechanismSketches } from "../mechanism-sketch.ts";
import { draw } from "../draw.ts";

const ward = `
  client ward-tablet                                 scale=few
  store patients                                     stateAuthority=authoritative
  queue ward-events                                  admission=total
  worker bed-planner                                 idempotent=true sizedFor=full-recovery onPoison=sets-aside
  store beds                                         stateAuthority=authoritative
  monitor board
  ward-tablet -call-> admissions: admission          onFailure=nothing
  ward-events -send-> bed-planner: admission event   delivery=at-least-once ordering=per-key
  bed-planner -write-> beds: bed                     atomicity=conditional
  board -observe-> admissions
`;

/** Hospital admission: the patient is recorded, then the ward is told, and a crash in between leaves nobody a bed. */
export const dualWrite: MechanismSketches = {
  seam: ["admissions", "patients"],
  hit: draw(
    "Admission that records a patient and then sends a message",
    `${ward}
    service admissions                               idempotent=false
    admissions -write-> patients: patient            atomicity=unconditional atomicWith=[] acknowledged=after-durable
    admissions -send-> ward-events: admission event  delivery=at-most-once onFailure=nothing
    admissions ~ patients: every recorded patient was announced, and every announced one is recorded  sameObject=independent stated=nowhere enforced=nothing verified=never overseer=nobody
  `,
  ),
  repaired: draw(
    "Admission that records patient and message together",
    `${ward}
    service admissions                               idempotent=true
    worker relay                                     idempotent=true sizedFor=full-recovery
    admissions -write-> patients: patient            atomicity=transactional atomicWith=[admissions-patients-2] acknowledged=after-durable
    admissions -write-> patients: admission event    atomicity=transactional atomicWith=[admissions-patients] acknowledged=after-durable
    relay -read-> patients: admission event          freshness=live
    relay -send-> ward-events: admission event       delivery=at-least-once onFailure=retries
    admissions ~ patients: every recorded patient was announced, and every announced one is recorded  sameObject=identical stated=docs enforced=by-construction verified=in-tests limitedTo=[] overseer=both-sides
  `,
  ),
  lookAlike: {
    seam: ["checkout", "basket-store"],
    sketch: draw(
      "Checkout that writes two tables of one database",
      `
      client shopper                                 scale=fleet
      service checkout                               idempotent=true sizedFor=elastic admission=total
      store basket-store                             stateAuthority=authoritative sizedFor=elastic
      store order-store                              stateAuthority=authoritative sizedFor=elastic
      worker packing                                 idempotent=true
      monitor board
      shopper -call-> checkout: order                onFailure=retries pacing=backoff-with-jitter
      checkout -write-> basket-store: basket         atomicity=transactional atomicWith=[checkout-order-store] acknowledged=after-durable
      checkout -write-> order-store: order           atomicity=transactional atomicWith=[checkout-basket-store] acknowledged=after-durable
      packing -read-> order-store: order             freshness=live
      board -observe-> checkout
      checkout ~ basket-store: a basket is emptied if and only if its order exists  sameObject=identical stated=code enforced=by-construction verified=in-tests limitedTo=[] overseer=one-side
      checkout ~ order-store: a basket is emptied if and only if its order exists  sameObject=identical stated=code enforced=by-construction verified=in-tests limitedTo=[] overseer=one-side
    `,
    ),
  },
};
