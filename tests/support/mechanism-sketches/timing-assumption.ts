import type { MechanismSketches } from "../mechanism-sketch.ts";
import { draw } from "../draw.ts";

const clinic = `
  client front-desk                                  scale=few
  service treatments
  store treatment-store                              stateAuthority=authoritative
  store statement-store                              stateAuthority=derived
  external insurer
  monitor board
  front-desk -call-> treatments: treatment           onFailure=nothing
  treatments -write-> treatment-store: treatment     atomicity=transactional
  coding -read-> treatment-store: treatment          freshness=live
  coding -write-> statement-store: coded treatment   atomicity=transactional acknowledged=after-durable
  claims -send-> insurer: claim                      delivery=at-most-once onFailure=nothing
  board -observe-> claims
`;

/** Clinic: treatments are coded at one, claims go out at four, and coding took an hour when this was set up. */
export const timingAssumption: MechanismSketches = {
  seam: ["claims", "coding"],
  hit: draw(
    "Claims that go out at four in the morning",
    `${clinic}
    scheduler timetable                              clock=wall
    worker coding                                    idempotent=true
    worker claims                                    clock=wall fencing=none idempotent=true
    timetable -call-> coding: nightly run            onFailure=nothing
    timetable -call-> claims: nightly run            onFailure=nothing
    claims -read-> statement-store: coded treatment  freshness=snapshot timeout=none
    claims ~ coding: coding is done when the claims are made  stated=nowhere enforced=nothing verified=at-design limitedTo=[before-change] overseer=nobody
  `,
  ),
  repaired: draw(
    "Claims that go out when coding is done",
    `${clinic}
    scheduler timetable                              clock=wall
    worker coding                                    idempotent=true
    worker claims                                    clock=logical fencing=token idempotent=true
    timetable -call-> coding: nightly run            onFailure=nothing
    coding -call-> claims: coding finished           onFailure=retries pacing=backoff-with-jitter
    claims -read-> statement-store: coded treatment  reference=immutable-version freshness=snapshot timeout=none
    claims ~ coding: claims are made of a finished coding  stated=contract enforced=by-construction verified=in-tests limitedTo=[] overseer=both-sides
  `,
  ),
  lookAlike: {
    seam: ["meter-report", "meter-import"],
    sketch: draw(
      "Report that states up to when it counts",
      `
      scheduler calendar                             clock=wall
      client meter                                   scale=fleet
      service meter-import                           sizedFor=full-recovery admission=total
      store readings                                 stateAuthority=authoritative
      worker meter-report                            clock=logical fencing=token idempotent=true
      store reports                                  stateAuthority=derived
      monitor board
      meter -call-> meter-import: reading            onFailure=retries pacing=backoff-with-jitter
      meter-import -write-> readings: reading        atomicity=conditional acknowledged=after-durable
      calendar -call-> meter-report: monthly run     onFailure=nothing
      meter-report -read-> readings: reading         freshness=live timeout=shorter-than-caller
      meter-report -write-> reports: report          atomicity=transactional
      board -observe-> meter-report
      meter-import ~ meter-report: a report counts the readings that it lists and no others  stated=contract enforced=by-construction verified=in-tests limitedTo=[] overseer=both-sides
    `,
    ),
  },
};
