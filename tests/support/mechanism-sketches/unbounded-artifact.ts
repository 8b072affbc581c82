import type { MechanismSketches } from "../mechanism-sketch.ts";
import { draw } from "../draw.ts";

const game = `
  client player                                      scale=fleet
  client level-editor                                scale=fleet
  service workshop                                   sizedFor=elastic admission=total
  store creations                                    stateAuthority=authoritative
  worker level-builder                               idempotent=true
  service match-maker                                sizedFor=elastic admission=total
  monitor board
  level-editor -call-> workshop: creation            onFailure=nothing
  workshop -write-> creations: creation              atomicity=transactional
  level-builder -read-> creations: creation          freshness=live
  player -call-> match-maker: match request          onFailure=nothing
  player -call-> arena: move                         onFailure=nothing
  board -observe-> arena
`;

/** Game levels are built out of what players make, and the arena has room for 4096 things. */
export const unboundedArtifact: MechanismSketches = {
  seam: ["level-builder", "arena"],
  hit: draw(
    "Levels of any size for an arena of one size",
    `${game}
    executor arena                                   inputLimit=unchecked onPoison=stops sizedFor=elastic admission=total
    level-builder -configure-> arena: level          validation=at-source rollout=staged scope=single-target
    level-builder ~ arena: every level that is built fits into the arena  sameObject=derived stated=nowhere enforced=nothing verified=never limitedTo=[within-limits] overseer=nobody
  `,
  ),
  repaired: draw(
    "Levels that are refused before they are too large",
    `${game}
    executor arena                                   inputLimit=checked onPoison=sets-aside sizedFor=elastic admission=total
    level-builder -configure-> arena: level          validation=both rollout=staged scope=single-target
    level-builder ~ arena: every level that is built fits into the arena  sameObject=derived stated=contract enforced=runtime-check verified=in-tests limitedTo=[] overseer=both-sides
  `,
  ),
  lookAlike: {
    seam: ["timetable-office", "departure-board"],
    sketch: draw(
      "Departure boards that show the first twelve lines",
      `
      person planner
      config timetable-office
      gateway departure-board                        scale=fleet inputLimit=checked onPoison=sets-aside onDependencyLoss=serves-stale
      client traveller-app                           scale=fleet
      store timetable                                stateAuthority=authoritative
      worker delay-feed                              idempotent=true
      monitor board
      planner -write-> timetable: departure          atomicity=transactional
      delay-feed -write-> timetable: departure       atomicity=conditional
      timetable-office -read-> timetable: departure  freshness=live
      timetable-office -configure-> departure-board: departure list   validation=both rollout=staged scope=single-target
      traveller-app -call-> departure-board: station   onFailure=nothing
      board -observe-> departure-board
      timetable-office ~ departure-board: a list has at most as many lines as the board  sameObject=derived stated=contract enforced=runtime-check verified=in-tests limitedTo=[] overseer=both-sides
    `,
    ),
  },
};
