import type { MechanismSketches } from "../mechanism-sketch.ts";
import { draw } from "../draw.ts";

const ranking = `
  client search-page                                 scale=fleet
  gateway edge                                       sizedFor=elastic admission=total
  store weights                                      stateAuthority=authoritative sizedFor=peak
  store click-log                                    stateAuthority=authoritative
  monitor board
  search-page -call-> edge: query                    onFailure=nothing
  edge -call-> rankers: query                        onFailure=nothing
  edge -write-> click-log: click                     atomicity=transactional acknowledged=after-durable
  rankers -read-> weights: weights                   reference=content-digest
  board -observe-> edge
`;

/** Model servers: the healer restarts what answers slowly, and what is left answers more slowly. */
export const remediationFeedback: MechanismSketches = {
  seam: ["healer", "rankers"],
  hit: draw(
    "Rankers that are restarted when they are slow",
    `${ranking}
    service rankers                                  sizedFor=steady-state admission=total
    controller healer                                onDependencyLoss=degrades
    healer -observe-> rankers: latency               freshness=lagging
    healer -control-> rankers: restart               pacing=immediate scope=single-target validation=none
    healer ~ rankers: restarting a slow ranker leaves fewer slow rankers  stated=nowhere enforced=nothing verified=at-design limitedTo=[one-at-a-time] overseer=nobody
  `,
  ),
  repaired: draw(
    "Rankers whose restarts have a budget",
    `${ranking}
    service rankers                                  sizedFor=full-recovery admission=total
    controller healer                                onDependencyLoss=degrades
    healer -observe-> rankers: latency               freshness=live
    healer -control-> rankers: restart               pacing=admission-controlled scope=single-target validation=both
    healer ~ rankers: restarting a slow ranker leaves fewer slow rankers  stated=docs enforced=runtime-check verified=in-tests limitedTo=[] overseer=both-sides
  `,
  ),
  lookAlike: {
    seam: ["irrigation-control", "valves"],
    sketch: draw(
      "Greenhouse that waits for the water to settle",
      `
      client soil-sensor                             scale=fleet
      service measurements                           sizedFor=full-recovery admission=total
      store humidity                                 stateAuthority=authoritative
      controller irrigation-control                  clock=monotonic onDependencyLoss=degrades
      executor valves                                sizedFor=full-recovery
      person gardener
      monitor board
      soil-sensor -call-> measurements: measurement  onFailure=retries pacing=backoff-with-jitter
      measurements -write-> humidity: measurement    atomicity=transactional
      irrigation-control -observe-> valves: flow     freshness=live
      irrigation-control -read-> humidity: measurement   freshness=live
      irrigation-control -control-> valves: opening  pacing=admission-controlled scope=single-target validation=both
      gardener -call-> irrigation-control: target
      board -observe-> valves
      irrigation-control ~ valves: a valve is moved again once the last move has shown  stated=docs enforced=by-construction verified=in-tests limitedTo=[] overseer=both-sides
    `,
    ),
  },
};
