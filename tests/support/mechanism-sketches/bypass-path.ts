import type { MechanismSketches } from "../mechanism-sketch.ts";
import { draw } from "../draw.ts";

const serving = `
  client app                                         scale=fleet
  client notebook                                    scale=few
  gateway edge                                       sizedFor=elastic admission=total onDependencyLoss=fails-closed
  enforcer moderation                                onDependencyLoss=fails-closed inputLimit=checked
  service model-server                               sizedFor=elastic admission=total
  store weights                                      stateAuthority=authoritative
  store usage                                        stateAuthority=authoritative
  monitor board
  app -call-> edge: prompt                           onFailure=nothing
  edge -decide-> moderation: prompt                  transform=none reference=by-value
  edge -write-> usage: usage record                  atomicity=transactional acknowledged=after-durable
  model-server -read-> weights: weights              reference=content-digest
  board -observe-> model-server
`;

/** ML serving: the edge asks the moderation, and the notebooks go to the model server directly. */
export const bypassPath: MechanismSketches = {
  seam: ["moderation", "model-server"],
  hit: draw(
    "Model server behind a moderation, with notebooks beside it",
    `${serving}
    edge -call-> model-server: prompt                transform=none reference=by-value contextPropagated=false validation=none onFailure=nothing
    notebook -call-> model-server: prompt            contextPropagated=false validation=none onFailure=nothing
    moderation ~ model-server: no prompt is answered that moderation did not see  sameObject=identical stated=nowhere enforced=convention verified=never overseer=nobody
  `,
  ),
  repaired: draw(
    "Model server that demands the verdict",
    `${serving}
    edge -call-> model-server: prompt                transform=none reference=content-digest contextPropagated=true validation=at-target onFailure=nothing
    notebook -call-> edge: prompt                    contextPropagated=true onFailure=nothing
    moderation ~ model-server: no prompt is answered that moderation did not see  sameObject=identical stated=contract enforced=runtime-check verified=in-tests limitedTo=[] overseer=both-sides
  `,
  ),
  lookAlike: {
    seam: ["link-check", "origin"],
    sketch: draw(
      "Film origin that checks the signed link itself",
      `
      client player                                  scale=fleet
      client studio                                  scale=few
      gateway cdn                                    sizedFor=elastic admission=total onDependencyLoss=fails-closed
      enforcer link-check                            onDependencyLoss=fails-closed inputLimit=checked
      service origin                                 sizedFor=elastic admission=total
      store films                                    stateAuthority=authoritative
      monitor board
      player -call-> cdn: film request               onFailure=retries pacing=backoff-with-jitter
      cdn -decide-> link-check: film request         transform=none reference=by-value
      cdn -call-> origin: film request               transform=none reference=by-value contextPropagated=true validation=both onFailure=nothing
      studio -call-> origin: upload                  contextPropagated=true validation=at-target onFailure=retries pacing=backoff-with-jitter
      origin -read-> films: film                     reference=immutable-version
      board -observe-> origin
      link-check ~ origin: no film is served without a valid link  sameObject=identical stated=contract enforced=runtime-check verified=continuously limitedTo=[] overseer=both-sides
    `,
    ),
  },
};
