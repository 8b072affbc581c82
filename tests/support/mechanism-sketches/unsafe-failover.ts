import type { MechanismSketches } from "../mechanism-sketch.ts";
import { draw } from "../draw.ts";

const exchange = `
  boundary failure hall-a
  boundary failure hall-b
  client trading-desk                                scale=few
  gateway order-entry                                onDependencyLoss=stops
  store trade-log                                    stateAuthority=authoritative
  network hall-link
  monitor surveillance
  trading-desk -call-> order-entry: order            onFailure=nothing
  order-entry -call-> engine-a: order                onFailure=fails-over pacing=admission-controlled
  order-entry -call-> engine-b: order                onFailure=nothing
  surveillance -observe-> trade-log
`;

/** A stock exchange: the order book lives in the memory of two engines, and a manager moves the role. */
export const unsafeFailover: MechanismSketches = {
  seam: ["role-manager", "engine-b"],
  hit: draw(
    "Matching engine with a hot standby",
    `${exchange}
    service engine-a  in [hall-a]                    fencing=none stateAuthority=authoritative
    service engine-b  in [hall-b]                    fencing=none stateAuthority=copy
    controller role-manager  in [hall-b]
    engine-a -replicate-> engine-b: order book over [hall-link]   acknowledged=before-durable freshness=lagging
    role-manager -observe-> engine-a: heartbeat over [hall-link]   freshness=live
    role-manager -control-> engine-b: primary role   validation=none scope=single-target
    role-manager ~ engine-b: the engine that becomes primary has every accepted order, and the other has stopped  stated=docs enforced=nothing verified=in-tests limitedTo=[one-at-a-time] overseer=nobody
  `,
  ),
  repaired: draw(
    "Matching engines that decide by majority",
    `${exchange}
    service engine-a  in [hall-a]                    fencing=token stateAuthority=authoritative
    service engine-b  in [hall-b]                    fencing=token stateAuthority=copy
    service witness
    controller role-manager  in [hall-b]
    engine-a -replicate-> engine-b: order book over [hall-link]   acknowledged=after-copies freshness=live
    engine-a -replicate-> witness: order book        acknowledged=after-copies freshness=live
    role-manager -observe-> engine-a: heartbeat over [hall-link]   freshness=live
    role-manager -decide-> witness: primary role
    role-manager -control-> engine-b: primary role   validation=both scope=single-target
    role-manager ~ engine-b: the engine that becomes primary has every accepted order, and the other has stopped  stated=contract enforced=by-construction verified=in-tests limitedTo=[] overseer=both-sides
  `,
  ),
  lookAlike: {
    seam: ["map-balancer", "tiles-b"],
    sketch: draw(
      "Map tiles served from either of two copies",
      `
      client map-view                                scale=fleet
      gateway edge                                   sizedFor=elastic admission=total
      controller map-balancer
      store tiles-a                                  stateAuthority=authoritative fencing=token
      store tiles-b                                  stateAuthority=copy fencing=token
      worker renderer                                idempotent=true
      monitor board
      map-view -call-> edge: tile request            onFailure=nothing
      edge -read-> tiles-b: tile                     reference=content-digest
      renderer -write-> tiles-a: tile                reference=content-digest atomicity=conditional
      tiles-a -replicate-> tiles-b: tile             acknowledged=after-copies freshness=live
      map-balancer -observe-> tiles-a: health        freshness=live
      map-balancer -control-> tiles-b: share of traffic   validation=both scope=single-target pacing=admission-controlled
      board -observe-> edge
      map-balancer ~ tiles-b: either copy may serve, and only one is written  stated=contract enforced=by-construction verified=in-tests limitedTo=[] overseer=one-side
    `,
    ),
  },
};
