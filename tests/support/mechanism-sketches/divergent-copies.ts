import type { MechanismSketches } from "../mechanism-sketch.ts";
import { draw } from "../draw.ts";

const hospital = `
  boundary team pharmacy
  boundary team wards
  person nurse
  person pharmacist
  service ward-system  in [wards]
  service pharmacy-system  in [pharmacy]
  store ward-store  in [wards]
  store drug-orders  in [pharmacy]                   stateAuthority=authoritative
  monitor board
  nurse -call-> ward-system: observation
  pharmacist -call-> pharmacy-system: dispensing
  pharmacy-system -write-> drug-orders: drug order   atomicity=transactional
  board -observe-> ward-system
`;

/** Allergies: the ward keeps them with the patient, the pharmacy with the customer number. */
export const divergentCopies: MechanismSketches = {
  seam: ["ward-store", "pharmacy-store"],
  hit: draw(
    "Allergies that ward and pharmacy each keep",
    `${hospital}
    store pharmacy-store  in [pharmacy]              stateAuthority=authoritative
    ward-system -write-> ward-store: allergy         atomicity=unconditional atomicWith=[] validation=none
    ward-system -read-> ward-store: allergy          freshness=live
    pharmacy-system -write-> pharmacy-store: allergy   atomicity=unconditional atomicWith=[] validation=none
    pharmacy-system -read-> pharmacy-store: allergy  freshness=live
    ward-store ~ pharmacy-store: both know the same allergies of a patient  sameObject=independent stated=nowhere enforced=convention verified=never overseer=nobody
  `,
  ),
  repaired: draw(
    "Allergies that the ward owns",
    `${hospital}
    store pharmacy-store  in [pharmacy]              stateAuthority=copy
    ward-system -write-> ward-store: allergy         atomicity=conditional validation=both
    ward-system -read-> ward-store: allergy          freshness=live
    ward-store -replicate-> pharmacy-store: allergy  freshness=lagging acknowledged=after-durable
    pharmacy-system -call-> ward-system: allergy     contextPropagated=true version=negotiated onFailure=retries pacing=backoff-with-jitter
    pharmacy-system -read-> pharmacy-store: allergy  freshness=lagging
    ward-store ~ pharmacy-store: the pharmacy knows what the ward knew a minute ago  sameObject=derived stated=contract enforced=by-construction verified=continuously limitedTo=[] overseer=both-sides
  `,
  ),
  lookAlike: {
    seam: ["accounts-eu", "accounts-us"],
    sketch: draw(
      "Accounts that live in exactly one region",
      `
      client app                                     scale=fleet
      gateway edge                                   sizedFor=elastic admission=total
      service login-eu                               scale=few
      service login-us                               scale=few
      store accounts-eu                              stateAuthority=authoritative
      store accounts-us                              stateAuthority=authoritative
      monitor board
      app -call-> edge: login                        onFailure=nothing
      edge -call-> login-eu: login                   onFailure=nothing
      edge -call-> login-us: login                   onFailure=nothing
      login-eu -write-> accounts-eu: account         atomicity=conditional validation=both
      login-us -write-> accounts-us: account         atomicity=conditional validation=both
      board -observe-> edge
      accounts-eu ~ accounts-us: an account is in the region that its number names, and only there  sameObject=independent stated=contract enforced=by-construction verified=in-tests limitedTo=[] overseer=both-sides
    `,
    ),
  },
};
