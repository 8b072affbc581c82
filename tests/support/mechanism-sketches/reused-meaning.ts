import type { MechanismSketches } from "../mechanism-sketch.ts";
import { draw } from "../draw.ts";

const parcels = `
  boundary team depots
  boundary team invoicing
  client hand-scanner                                scale=fleet
  service depot  in [depots]
  queue parcel-events                                admission=total
  service invoices  in [invoicing]                   idempotent=true sizedFor=full-recovery onPoison=sets-aside
  store ledger  in [invoicing]                       stateAuthority=authoritative
  service customer-page
  monitor board
  hand-scanner -call-> depot: scan                   onFailure=retries pacing=backoff-with-jitter
  invoices -write-> ledger: invoice                  atomicity=conditional acknowledged=after-durable
  customer-page -read-> ledger: invoice              freshness=live
  board -observe-> parcel-events
`;

/** Parcel status 7 meant "returned". The depots needed a status for lockers, and 7 had not been seen for years. */
export const reusedMeaning: MechanismSketches = {
  seam: ["depot", "invoices"],
  hit: draw(
    "Status codes that two teams read",
    `${parcels}
    depot -send-> parcel-events: parcel status       version=independent validation=none delivery=at-least-once acknowledged=after-durable
    parcel-events -send-> invoices: parcel status    version=independent validation=none delivery=at-least-once ordering=per-key
    depot ~ invoices: a status means the same to depots and to invoicing  sameObject=identical stated=docs enforced=convention verified=never limitedTo=[before-change] overseer=nobody
  `,
  ),
  repaired: draw(
    "Status codes out of one schema",
    `${parcels}
    config event-schema
    depot -read-> event-schema: status schema        reference=immutable-version
    invoices -read-> event-schema: status schema     reference=immutable-version
    depot -send-> parcel-events: parcel status       version=negotiated validation=both delivery=at-least-once acknowledged=after-durable
    parcel-events -send-> invoices: parcel status    version=negotiated validation=both delivery=at-least-once ordering=per-key
    depot ~ invoices: a status means the same to depots and to invoicing  sameObject=identical stated=contract enforced=runtime-check verified=in-tests limitedTo=[] overseer=both-sides
  `,
  ),
  lookAlike: {
    seam: ["thermostat-hub", "heating"],
    sketch: draw(
      "House whose hub and heating speak a negotiated protocol",
      `
      boundary team hub-makers
      boundary team heating-makers
      client phone                                   scale=few
      service thermostat-hub  in [hub-makers]
      executor heating  in [heating-makers]          idempotent=true onPoison=drops inputLimit=checked
      controller hub-updates  in [hub-makers]
      controller heating-updates  in [heating-makers]
      store schedule                                 stateAuthority=authoritative
      monitor board
      phone -call-> thermostat-hub: target           onFailure=nothing
      thermostat-hub -read-> schedule: schedule      freshness=live
      thermostat-hub -call-> heating: set point      version=negotiated validation=both contextPropagated=true onFailure=nothing
      hub-updates -control-> thermostat-hub: firmware   rollout=staged scope=single-target validation=both
      heating-updates -control-> heating: firmware   rollout=staged scope=single-target validation=both
      board -observe-> heating
      thermostat-hub ~ heating: a set point means the same degrees to both  sameObject=identical stated=contract enforced=runtime-check verified=in-tests limitedTo=[] overseer=both-sides
    `,
    ),
  },
};
