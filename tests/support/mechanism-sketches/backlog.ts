import type { MechanismSketches } from "../mechanism-sketch.ts";
import { draw } from "../draw.ts";

const parcels = `
  client hand-scanner                                scale=fleet
  service depot                                      sizedFor=peak admission=total
  service customs-desk                               sizedFor=peak
  store parcel-log                                   stateAuthority=authoritative
  service tracking-page
  monitor board
  hand-scanner -call-> depot: scan                   onFailure=retries pacing=backoff-with-jitter
  depot -send-> scans: scan event                    delivery=at-least-once acknowledged=after-durable
  customs-desk -send-> scans: scan event             delivery=at-least-once acknowledged=after-durable
  tracker -write-> parcel-log: parcel state          atomicity=conditional
  tracking-page -read-> parcel-log: parcel state     freshness=live
  board -observe-> depot
`;

/** Parcels: a day without the tracker is a day of scans, and the tracker was never faster than the scanners. */
export const backlog: MechanismSketches = {
  seam: ["scans", "tracker"],
  hit: draw(
    "Parcel tracking that works off every scan in order",
    `${parcels}
    queue scans                                      admission=none
    worker tracker                                   sizedFor=steady-state onPoison=retries-forever idempotent=true
    scans -send-> tracker: scan event                ordering=total delivery=at-least-once onFailure=retries
    scans ~ tracker: after an outage the tracker catches up before the scans are of no use  sameObject=identical stated=nowhere enforced=nothing verified=never limitedTo=[steady-state] overseer=one-side
  `,
  ),
  repaired: draw(
    "Parcel tracking that sets aside what is too old",
    `${parcels}
    queue scans                                      admission=total
    worker tracker                                   sizedFor=full-recovery onPoison=sets-aside idempotent=true
    scans -send-> tracker: scan event                ordering=per-key delivery=at-least-once onFailure=retries
    scans ~ tracker: after an outage the tracker catches up within an hour  sameObject=identical stated=docs enforced=runtime-check verified=in-tests limitedTo=[] overseer=both-sides
  `,
  ),
  lookAlike: {
    seam: ["outbox", "mailer"],
    sketch: draw(
      "Newsletter with a mailer that grows",
      `
      person editor
      service newsletter
      queue outbox                                   admission=total
      worker mailer                                  sizedFor=elastic onPoison=sets-aside idempotent=true scale=fleet
      external mail-provider
      store subscribers                              stateAuthority=authoritative
      monitor board
      editor -call-> newsletter: issue
      newsletter -read-> subscribers: subscriber     freshness=live
      newsletter -send-> outbox: letter              delivery=at-least-once acknowledged=after-durable
      outbox -send-> mailer: letter                  ordering=none delivery=at-least-once
      mailer -call-> mail-provider: letter           onFailure=retries pacing=backoff-with-jitter
      board -observe-> outbox
      outbox ~ mailer: every letter goes out once, or is given up after a day  sameObject=identical stated=docs enforced=runtime-check verified=continuously limitedTo=[] overseer=both-sides
    `,
    ),
  },
};
