import type { MechanismSketches } from "../mechanism-sketch.ts";
import { draw } from "../draw.ts";

const pathology = `
  person technician
  executor analyzer                                  scale=few
  store worklist                                     stateAuthority=authoritative
  store patient-record                               stateAuthority=authoritative
  service ordering
  client ward-screen                                 scale=few
  monitor board
  technician -call-> analyzer: rack
  ordering -write-> worklist: order                  atomicity=transactional
  result-desk -read-> worklist: order                freshness=live
  ward-screen -call-> ordering: order                onFailure=nothing
  board -observe-> analyzer
`;

/** Blood samples: the analyzer reports by position in the rack, and the desk looks up whose blood that was. */
export const lostContext: MechanismSketches = {
  seam: ["analyzer", "result-desk"],
  hit: draw(
    "Results that are matched by the position of the sample",
    `${pathology}
    service result-desk                              idempotent=true
    analyzer -send-> result-desk: measured values    contextPropagated=false transform=translated validation=none delivery=at-most-once
    result-desk -write-> patient-record: finding     contextPropagated=false atomicity=conditional acknowledged=after-durable
    analyzer ~ result-desk: a value is filed for the patient whose sample was measured  sameObject=derived stated=nowhere enforced=convention verified=at-design limitedTo=[steady-state] overseer=nobody
  `,
  ),
  repaired: draw(
    "Results that carry the label of the sample",
    `${pathology}
    service result-desk                              idempotent=true
    analyzer -send-> result-desk: measured values    contextPropagated=true transform=none validation=both delivery=at-most-once
    result-desk -write-> patient-record: finding     contextPropagated=true atomicity=conditional acknowledged=after-durable
    analyzer ~ result-desk: a value is filed for the patient whose sample was measured  sameObject=identical stated=contract enforced=runtime-check verified=in-tests limitedTo=[] overseer=both-sides
  `,
  ),
  lookAlike: {
    seam: ["order-intake", "picking"],
    sketch: draw(
      "Warehouse whose pieces all carry their order",
      `
      client shop                                    scale=few
      service order-intake
      store order-book                               stateAuthority=authoritative
      service picking                                onDependencyLoss=stops
      executor label-printer                         onDependencyLoss=stops
      store shipments                                stateAuthority=authoritative
      monitor board
      shop -call-> order-intake: order               onFailure=nothing
      order-intake -write-> order-book: order        atomicity=transactional
      picking -read-> order-intake: pick list        contextPropagated=true transform=none validation=both reference=by-value
      picking -call-> label-printer: label           contextPropagated=true validation=both onFailure=nothing
      picking -write-> shipments: shipment           atomicity=conditional contextPropagated=true
      board -observe-> label-printer
      order-intake ~ picking: every picked piece says which order it belongs to  sameObject=identical stated=contract enforced=by-construction verified=in-tests limitedTo=[] overseer=both-sides
      picking ~ label-printer: a label names the piece it is stuck on  sameObject=identical stated=contract enforced=runtime-check verified=in-tests overseer=both-sides
    `,
    ),
  },
};
