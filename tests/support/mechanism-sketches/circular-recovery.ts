import type { MechanismSketches } from "../mechanism-sketch.ts";
import { draw } from "../draw.ts";

const platform = `
  client shopper                                     scale=fleet
  person on-call
  service shop                                       onDependencyLoss=stops
  store orders                                       stateAuthority=authoritative
  executor cluster                                   scale=few
  service sign-in                                    onDependencyLoss=stops
  monitor board
  shopper -call-> shop: order over [cluster]         onFailure=nothing
  shop -write-> orders: order                        atomicity=transactional
  on-call -call-> deployer: release
  board -observe-> shop
`;

/** A deployer that repairs the cluster takes images and logins from services that run on the cluster. */
export const circularRecovery: MechanismSketches = {
  seam: ["deployer", "cluster"],
  hit: draw(
    "Deployer whose registry runs on what it deploys to",
    `${platform}
    controller deployer                              restartNeeds=[registry, sign-in] onDependencyLoss=stops
    service registry                                 restartNeeds=[cluster]
    deployer -read-> registry: image over [cluster]  freshness=live
    deployer -call-> sign-in: operator login over [cluster]   onFailure=nothing
    deployer -control-> cluster: release             scope=single-target rollout=staged validation=both onFailure=nothing
    deployer ~ cluster: the deployer works while the cluster is down  stated=nowhere enforced=nothing verified=never limitedTo=[one-at-a-time] overseer=nobody
  `,
  ),
  repaired: draw(
    "Deployer with a registry of its own",
    `${platform}
    controller deployer                              restartNeeds=[registry] onDependencyLoss=degrades
    service registry                                 restartNeeds=[]
    directory break-glass
    deployer -read-> registry: image                 freshness=live
    deployer -read-> break-glass: operator login     validity=expires-renewed-automatically
    deployer -control-> cluster: release             scope=single-target rollout=staged validation=both onFailure=falls-back
    deployer ~ cluster: the deployer works while the cluster is down  stated=docs enforced=by-construction verified=in-tests limitedTo=[] overseer=both-sides
  `,
  ),
  lookAlike: {
    seam: ["zone-manager", "name-servers"],
    sketch: draw(
      "Name servers that are managed by address",
      `
      client resolver                                scale=fleet
      directory name-servers                         sizedFor=full-recovery admission=total
      controller zone-manager                        restartNeeds=[] onDependencyLoss=degrades
      store zones                                    stateAuthority=authoritative
      person operator
      network management-net
      monitor probes
      resolver -call-> name-servers: name query      onFailure=fails-over pacing=backoff-with-jitter
      operator -call-> zone-manager: zone change over [management-net]
      zone-manager -read-> zones: zone over [management-net]   freshness=live
      zone-manager -control-> name-servers: zone reload over [management-net]   scope=single-target rollout=staged validation=both onFailure=falls-back
      probes -observe-> name-servers
      zone-manager ~ name-servers: the manager reaches the servers without any name  stated=docs enforced=by-construction verified=continuously limitedTo=[] overseer=both-sides
    `,
    ),
  },
};
