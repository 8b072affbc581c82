import type { MechanismSketches } from "../mechanism-sketch.ts";
import { draw } from "../draw.ts";

const mail = `
  external sender                                    scale=fleet
  gateway mail-in                                    scale=few onDependencyLoss=stops
  enforcer scanner                                   onDependencyLoss=fails-closed inputLimit=checked
  service mailbox                                    stateAuthority=authoritative
  store mail-store                                   stateAuthority=authoritative
  client mail-app                                    scale=fleet
  config signatures
  monitor delivery-board
  sender -send-> mail-in: message                    representation=MIME
  signatures -configure-> scanner: signature set     rollout=staged validation=both
  mailbox -write-> mail-store: stored mail           atomicity=transactional
  mail-app -call-> mailbox: mailbox query            onFailure=retries pacing=backoff-with-jitter
  delivery-board -observe-> mail-in
`;

/** Attachments: the scanner and the mailbox each take the same MIME message apart. */
export const parserDifferential: MechanismSketches = {
  seam: ["scanner", "mailbox"],
  hit: draw(
    "Mail whose attachments are scanned",
    `${mail}
    mail-in -decide-> scanner: message               transform=parsed-again reference=by-value
    mail-in -send-> mailbox: message                 transform=parsed-again reference=by-value version=independent delivery=at-most-once validation=at-source
    mailbox ~ scanner: both find the same attachments in a message  sameObject=derived stated=nowhere enforced=nothing verified=never overseer=nobody
  `,
  ),
  repaired: draw(
    "Mail that is taken apart once",
    `${mail}
    service splitter
    mail-in -call-> splitter: message                transform=parsed-again
    splitter -decide-> scanner: mail parts           transform=none reference=content-digest
    splitter -send-> mailbox: mail parts             transform=none reference=content-digest version=ships-together delivery=at-most-once validation=both
    mailbox ~ scanner: both find the same attachments in a message  sameObject=identical stated=contract enforced=by-construction verified=in-tests limitedTo=[] overseer=one-side
  `,
  ),
  lookAlike: {
    seam: ["address-check", "shipping"],
    sketch: draw(
      "Shop that checks a structured address",
      `
      client shop-app                                scale=fleet
      gateway edge                                   onDependencyLoss=fails-closed
      enforcer address-check                         onDependencyLoss=fails-closed inputLimit=checked
      service shipping                               sizedFor=elastic admission=total
      store parcels                                  stateAuthority=authoritative
      external carrier
      monitor board
      shop-app -call-> edge: address form            onFailure=nothing
      edge -decide-> address-check: address          transform=none reference=by-value
      edge -call-> shipping: address                 transform=none reference=by-value version=ships-together contextPropagated=true validation=both
      shipping -write-> parcels: parcel              atomicity=transactional
      board -observe-> shipping
      address-check ~ shipping: both get the address as the edge parsed it  sameObject=identical stated=contract enforced=by-construction verified=in-tests limitedTo=[] overseer=both-sides
    `,
    ),
  },
};
