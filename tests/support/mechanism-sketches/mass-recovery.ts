import type { MechanismSketches } from "../mechanism-sketch.ts";
import { draw } from "../draw.ts";

const meters = `
  client smart-meter                                 scale=fleet
  service tariff-desk
  store readings                                     stateAuthority=authoritative
  queue reading-stream                               admission=total
  worker billing                                     idempotent=true sizedFor=elastic onPoison=sets-aside
  network radio-net
  monitor board
  session-broker -send-> reading-stream: reading     delivery=at-least-once
  reading-stream -send-> billing: reading            delivery=at-least-once ordering=per-key
  billing -write-> readings: reading                 atomicity=conditional
  board -observe-> session-broker
`;

/** Smart meters: after an outage of the radio net every meter opens its session again in the same minute. */
export const massRecovery: MechanismSketches = {
  seam: ["smart-meter", "session-broker"],
  hit: draw(
    "Meters that reconnect every ten seconds",
    `${meters}
    service session-broker                           sizedFor=steady-state admission=none
    store device-keys                                sizedFor=steady-state admission=none stateAuthority=authoritative
    smart-meter -call-> session-broker: session over [radio-net]   onFailure=reconnects pacing=fixed-interval
    session-broker -read-> device-keys: device key   freshness=live
    smart-meter ~ session-broker: the broker can take in all meters that come back  stated=nowhere enforced=nothing verified=at-design limitedTo=[one-at-a-time] overseer=nobody
  `,
  ),
  repaired: draw(
    "Meters that come back when the broker tells them to",
    `${meters}
    service session-broker                           sizedFor=full-recovery admission=total
    store device-keys                                sizedFor=full-recovery admission=total stateAuthority=authoritative
    smart-meter -call-> session-broker: session over [radio-net]   onFailure=reconnects pacing=admission-controlled
    session-broker -read-> device-keys: device key   freshness=live
    smart-meter ~ session-broker: the broker can take in all meters that come back  stated=contract enforced=runtime-check verified=in-tests limitedTo=[] overseer=both-sides
  `,
  ),
  lookAlike: {
    seam: ["game-client", "login-queue"],
    sketch: draw(
      "Game with a queue before the login",
      `
      client game-client                             scale=fleet
      service login-queue                            sizedFor=full-recovery admission=total
      service accounts                               sizedFor=peak admission=total
      store players                                  stateAuthority=authoritative sizedFor=peak admission=total
      service match-maker                            sizedFor=elastic admission=total
      config season
      monitor board
      game-client -call-> login-queue: login         onFailure=reconnects pacing=admission-controlled
      login-queue -call-> accounts: login            onFailure=nothing pacing=admission-controlled
      accounts -read-> players: player               freshness=live
      game-client -call-> match-maker: match request   onFailure=retries pacing=backoff-with-jitter
      season -configure-> match-maker: season rules  rollout=staged validation=both
      board -observe-> login-queue
      game-client ~ login-queue: all players may come back at once and wait their turn  stated=contract enforced=by-construction verified=in-tests limitedTo=[] overseer=both-sides
    `,
    ),
  },
};
