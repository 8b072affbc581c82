import type { MechanismSketches } from "../mechanism-sketch.ts";
import { draw } from "../draw.ts";

const hall = `
  client box-office-app                              scale=fleet
  external reseller
  gateway edge                                       sizedFor=elastic admission=total
  service booking                                    scale=few idempotent=true
  service reseller-desk                              scale=few
  store seats                                        stateAuthority=authoritative
  monitor sales-board
  box-office-app -call-> edge: booking request       onFailure=retries pacing=backoff-with-jitter
  edge -call-> booking: booking request              onFailure=nothing contextPropagated=true
  reseller -call-> reseller-desk: allotment          onFailure=retries pacing=exponential-backoff
  sales-board -observe-> seats
`;

/** Tickets: a seat is free when it is looked up, and is written as taken a moment later. */
export const checkThenAct: MechanismSketches = {
  seam: ["booking", "seats"],
  hit: draw(
    "Hall that looks up a seat and then takes it",
    `${hall}
    booking -read-> seats: seat state                freshness=live
    booking -write-> seats: seat state               atomicity=unconditional acknowledged=after-durable
    reseller-desk -write-> seats: seat state         atomicity=unconditional acknowledged=after-durable
    booking ~ seats: a seat that was free when it was looked up is free when it is taken  sameObject=identical stated=nowhere enforced=nothing verified=never overseer=nobody
  `,
  ),
  repaired: draw(
    "Hall that takes a seat only in the version it looked up",
    `${hall}
    booking -read-> seats: seat state                freshness=live
    booking -write-> seats: seat state               atomicity=conditional acknowledged=after-durable
    reseller-desk -write-> seats: seat state         atomicity=conditional acknowledged=after-durable
    booking ~ seats: a seat that was free when it was looked up is free when it is taken  sameObject=identical stated=contract enforced=by-construction verified=in-tests limitedTo=[] overseer=both-sides
  `,
  ),
  lookAlike: {
    seam: ["odometer", "mileage"],
    sketch: draw(
      "Fleet whose mileage has one writer",
      `
      client truck                                   scale=fleet
      queue telemetry                                admission=total
      worker odometer                                scale=one idempotent=true sizedFor=elastic onPoison=sets-aside
      store mileage                                  stateAuthority=authoritative
      service workshop                               scale=few
      monitor board
      truck -send-> telemetry: distance              delivery=at-least-once onFailure=retries
      telemetry -send-> odometer: distance           ordering=per-key delivery=at-least-once
      odometer -read-> mileage: total                freshness=live
      odometer -write-> mileage: total               atomicity=conditional acknowledged=after-durable
      workshop -read-> mileage: total                freshness=live
      board -observe-> odometer
      odometer ~ mileage: the total grows from the total that was read  sameObject=identical stated=code enforced=by-construction verified=in-tests limitedTo=[] overseer=one-side
      odometer ~ telemetry: every distance counts once, and soon  sameObject=identical stated=contract enforced=runtime-check verified=in-tests overseer=one-side
    `,
    ),
  },
};
