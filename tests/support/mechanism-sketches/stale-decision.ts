import type { MechanismSketches } from "../mechanism-sketch.ts";
import { draw } from "../draw.ts";

const hospital = `
  service staff-office
  directory access-registry                          stateAuthority=authoritative
  store ward-copy                                    stateAuthority=copy
  client badge-reader                                scale=fleet
  executor lock                                      onDependencyLoss=stops
  store door-log                                     stateAuthority=authoritative
  monitor security-desk
  staff-office -write-> access-registry: access right   atomicity=transactional
  badge-reader -decide-> door-control: badge
  badge-reader -call-> lock: opening                 onFailure=nothing
  security-desk -observe-> lock
`;

/** Hospital doors: the door decides by the copy that the ward got last night. */
export const staleDecision: MechanismSketches = {
  seam: ["access-registry", "door-control"],
  hit: draw(
    "Doors that decide by a nightly copy",
    `${hospital}
    enforcer door-control                            scale=fleet onDependencyLoss=serves-stale
    access-registry -replicate-> ward-copy: access right   freshness=lagging validity=unlimited
    door-control -read-> ward-copy: access right     freshness=snapshot
    door-control -write-> door-log: entry            acknowledged=after-durable
    access-registry ~ door-control: a right that was taken away opens no door  sameObject=derived stated=nowhere enforced=nothing verified=never limitedTo=[steady-state] overseer=nobody
  `,
  ),
  repaired: draw(
    "Doors that refuse by a copy that is too old",
    `${hospital}
    enforcer door-control                            scale=fleet onDependencyLoss=fails-closed
    access-registry -replicate-> ward-copy: access right   freshness=lagging validity=expires-renewed-automatically
    access-registry -send-> door-control: withdrawal   delivery=at-least-once onFailure=retries
    door-control -read-> ward-copy: access right     freshness=snapshot validity=expires-renewed-automatically
    door-control -write-> door-log: entry            acknowledged=after-durable
    access-registry ~ door-control: a right that was taken away opens no door after five minutes  sameObject=derived stated=contract enforced=runtime-check verified=continuously limitedTo=[] overseer=both-sides
  `,
  ),
  lookAlike: {
    seam: ["loans", "exit-gate"],
    sketch: draw(
      "Library gate that asks for the loan itself",
      `
      client tag-reader                              scale=few
      enforcer exit-gate                             scale=few onDependencyLoss=fails-closed
      store loans                                    stateAuthority=authoritative
      service desk
      cache cover-images                             stateAuthority=copy
      service catalogue
      monitor board
      tag-reader -decide-> exit-gate: book tag       reference=immutable-version transform=none onFailure=nothing
      exit-gate -read-> loans: loan                  freshness=live
      desk -write-> loans: loan                      atomicity=transactional
      catalogue -read-> cover-images: cover          onMiss=one-loads
      board -observe-> exit-gate
      exit-gate ~ loans: the gate opens for a book that is lent out now  sameObject=identical stated=docs enforced=runtime-check verified=continuously limitedTo=[] overseer=one-side
      exit-gate ~ tag-reader: no book passes without an answer  stated=docs enforced=by-construction verified=in-tests overseer=both-sides
    `,
    ),
  },
};
