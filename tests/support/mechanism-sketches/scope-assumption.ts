import type { MechanismSketches } from "../mechanism-sketch.ts";
import { draw } from "../draw.ts";

const files = `
  boundary team web
  boundary team media
  boundary team storage
  client browser                                     scale=fleet
  service website  in [web]                          onDependencyLoss=degrades
  service thumbnails  in [media]                     onDependencyLoss=degrades
  store object-store  in [storage]                   stateAuthority=authoritative sizedFor=elastic admission=total
  store archive  in [storage]                        stateAuthority=copy
  monitor board
  browser -call-> website: page request              onFailure=nothing
  website -read-> object-store: file                 freshness=live
  thumbnails -write-> object-store: file             atomicity=conditional
  object-store -replicate-> archive: file            freshness=lagging acknowledged=after-durable
  board -observe-> object-store
`;

/** Storage: an operator removes the files of one test, by a prefix that others share. */
export const scopeAssumption: MechanismSketches = {
  seam: ["operator", "object-store"],
  hit: draw(
    "Files that are removed by prefix",
    `${files}
    person operator
    operator -control-> object-store: removal        scope=many-targets validation=none reference=mutable-name rollout=all-at-once
    operator ~ object-store: a removal takes only the files it was meant for  stated=docs enforced=nothing verified=never overseer=nobody
  `,
  ),
  repaired: draw(
    "Files that are removed by a counted list",
    `${files}
    person operator
    service removal-desk  in [storage]
    operator -call-> removal-desk: removal
    removal-desk -control-> object-store: removal    scope=single-target validation=both reference=immutable-version rollout=staged
    operator ~ object-store: a removal takes only the files it was meant for  stated=contract enforced=runtime-check verified=in-tests limitedTo=[] overseer=both-sides
    removal-desk ~ object-store: a removal takes only the files it lists  stated=contract enforced=runtime-check verified=in-tests limitedTo=[] overseer=both-sides
  `,
  ),
  lookAlike: {
    seam: ["dispatcher", "charging-points"],
    sketch: draw(
      "Charging points that are reset one by one",
      `
      person dispatcher
      client car                                     scale=fleet
      client phone-app                               scale=fleet
      service charging-points                        sizedFor=full-recovery admission=total
      store sessions                                 stateAuthority=authoritative
      service tariffs
      monitor board
      car -call-> charging-points: charge            onFailure=retries pacing=backoff-with-jitter
      phone-app -call-> charging-points: charge status   onFailure=nothing
      charging-points -write-> sessions: session     atomicity=transactional
      tariffs -read-> sessions: session              freshness=live
      dispatcher -control-> charging-points: reset   scope=single-target validation=both reference=immutable-version rollout=staged
      board -observe-> charging-points
      dispatcher ~ charging-points: a reset reaches the one point whose serial number it names  stated=contract enforced=by-construction verified=in-tests limitedTo=[] overseer=both-sides
    `,
    ),
  },
};
