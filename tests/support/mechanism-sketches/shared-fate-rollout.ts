import type { MechanismSketches } from "../mechanism-sketch.ts";
import { draw } from "../draw.ts";

const video = `
  boundary failure region-east
  boundary failure region-west
  client player                                      scale=fleet
  person product-manager
  service streams-west  in [region-west]             inputLimit=checked
  store films                                        stateAuthority=authoritative
  monitor board
  product-manager -write-> flags: flag               atomicity=transactional
  player -call-> streams-east: play                  onFailure=fails-over pacing=backoff-with-jitter
  player -call-> streams-west: play                  onFailure=fails-over pacing=backoff-with-jitter
  streams-east -read-> films: film
  streams-west -read-> films: film
  board -observe-> streams-east
  board -observe-> streams-west
`;

/** Video: two regions so that one survives, and one flag service that changes both in a second. */
export const sharedFateRollout: MechanismSketches = {
  seam: ["flags", "streams-east"],
  hit: draw(
    "Feature flags that reach both regions at once",
    `${video}
    config flags                                     stateAuthority=authoritative
    service streams-east  in [region-east]           inputLimit=checked onPoison=stops
    flags -configure-> streams-east: flag            rollout=all-at-once scope=many-targets validation=none
    flags -configure-> streams-west: flag            rollout=all-at-once scope=many-targets validation=at-target
    flags ~ streams-east: a flag that breaks streaming breaks one region at most  stated=nowhere enforced=nothing verified=never overseer=one-side
  `,
  ),
  repaired: draw(
    "Feature flags that are released",
    `${video}
    config flags                                     stateAuthority=authoritative
    service streams-east  in [region-east]           inputLimit=checked onPoison=sets-aside
    flags -configure-> streams-east: flag            rollout=staged scope=single-target validation=both
    flags -configure-> streams-west: flag            rollout=staged scope=single-target validation=both
    flags ~ streams-east: a flag that breaks streaming breaks one region at most  stated=contract enforced=runtime-check verified=in-tests limitedTo=[] overseer=both-sides
  `,
  ),
  lookAlike: {
    seam: ["rule-release", "mail-filter"],
    sketch: draw(
      "Spam rules that go out in stages",
      `
      external sender                                scale=fleet
      gateway mail-in                                onDependencyLoss=fails-closed sizedFor=elastic
      service mail-filter                            onPoison=sets-aside inputLimit=checked
      config rule-release
      person analyst
      store mailboxes                                stateAuthority=authoritative
      monitor board
      sender -send-> mail-in: message                delivery=at-least-once
      mail-in -call-> mail-filter: message           onFailure=retries pacing=backoff-with-jitter
      mail-in -write-> mailboxes: stored mail        atomicity=conditional
      analyst -write-> rule-release: rule set        atomicity=transactional
      rule-release -configure-> mail-filter: rule set   rollout=staged scope=many-targets validation=both
      board -observe-> mail-filter
      rule-release ~ mail-filter: a rule set that does not load is set aside by the first stage  stated=contract enforced=runtime-check verified=continuously limitedTo=[] overseer=both-sides
      analyst ~ rule-release: no rule goes out unreviewed  stated=docs enforced=runtime-check verified=in-tests overseer=both-sides
    `,
    ),
  },
};
