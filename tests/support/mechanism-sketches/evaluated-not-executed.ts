import type { MechanismSketches } from "../mechanism-sketch.ts";
import { draw } from "../draw.ts";

const office = `
  client chat                                        scale=few
  external model
  service agent                                      actsAs=caller mixesTrust=false onDependencyLoss=stops
  enforcer approval                                  onDependencyLoss=fails-closed inputLimit=checked
  person reviewer
  executor shell                                     scale=few
  store workspace                                    stateAuthority=authoritative
  monitor audit
  chat -call-> agent: task                           contextPropagated=true
  agent -call-> model: prompt                        onFailure=retries pacing=backoff-with-jitter
  shell -write-> workspace: file                     atomicity=transactional
  audit -observe-> shell
`;

/** An agent with tools: a person approves a card of the command, the shell runs the command. */
export const evaluatedNotExecuted: MechanismSketches = {
  seam: ["approval", "shell"],
  hit: draw(
    "Agent whose commands are approved on a card",
    `${office}
    agent -decide-> approval: command                transform=summarized reference=by-value validation=none
    approval -call-> reviewer: approval card
    agent -call-> shell: command                     reference=by-value contextPropagated=true
    approval ~ shell: the approved command is the command that runs  sameObject=derived stated=nowhere enforced=nothing verified=never overseer=nobody
  `,
  ),
  repaired: draw(
    "Agent whose commands are kept before they are approved",
    `${office}
    store stage                                      stateAuthority=authoritative
    agent -write-> stage: command                    atomicity=conditional
    agent -decide-> approval: command                transform=none reference=content-digest validation=both
    approval -read-> stage: command                  reference=content-digest
    approval -call-> reviewer: approval card
    shell -read-> stage: command                     reference=content-digest
    approval ~ shell: the approved command is the command that runs  sameObject=identical stated=contract enforced=by-construction verified=in-tests limitedTo=[] overseer=both-sides
  `,
  ),
  lookAlike: {
    seam: ["admission", "node"],
    sketch: draw(
      "Cluster that admits images by digest",
      `
      person developer
      service builder
      store registry                                 stateAuthority=authoritative
      controller deployer                            fencing=lease
      enforcer admission                             onDependencyLoss=fails-closed inputLimit=none
      executor node                                  scale=few onDependencyLoss=stops
      monitor dashboard
      developer -send-> builder: commit
      builder -write-> registry: image               reference=content-digest atomicity=conditional
      deployer -decide-> admission: image            transform=none reference=content-digest validation=both
      admission -read-> registry: image              reference=content-digest freshness=live
      deployer -call-> node: image                   reference=content-digest validation=at-target
      node -read-> registry: image                   reference=content-digest
      dashboard -observe-> node
      admission ~ node: the admitted image is the image that starts  sameObject=identical stated=contract enforced=by-construction verified=continuously limitedTo=[] overseer=both-sides
    `,
    ),
  },
};
