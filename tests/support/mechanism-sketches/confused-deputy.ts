import type { MechanismSketches } from "../mechanism-sketch.ts";
import { draw } from "../draw.ts";

const helpdesk = `
  external customer                                  scale=fleet
  store inbox                                        stateAuthority=authoritative
  external model
  service customer-records                           sizedFor=elastic admission=total
  store records                                      stateAuthority=authoritative
  person clerk
  monitor board
  customer -write-> inbox: e-mail
  customer-records -write-> records: customer record   atomicity=transactional
  clerk -call-> customer-records: change             contextPropagated=true
  board -observe-> customer-records
`;

/** A help desk agent reads the mail of strangers and changes customer records under the account of the help desk. */
export const confusedDeputy: MechanismSketches = {
  seam: ["mail-agent", "customer-records"],
  hit: draw(
    "Mail agent with the rights of the help desk",
    `${helpdesk}
    service mail-agent                               actsAs=shared-account mixesTrust=true
    mail-agent -read-> inbox: e-mail                 freshness=live
    mail-agent -call-> model: prompt                 onFailure=retries pacing=backoff-with-jitter
    mail-agent -call-> customer-records: change      contextPropagated=false validation=none onFailure=nothing
    mail-agent ~ customer-records: the agent changes only records of whoever wrote the e-mail  stated=nowhere enforced=nothing verified=never overseer=nobody
  `,
  ),
  repaired: draw(
    "Mail agent that acts for the sender of one e-mail",
    `${helpdesk}
    service mail-agent                               actsAs=caller mixesTrust=false
    mail-agent -read-> inbox: e-mail                 freshness=live
    mail-agent -call-> model: prompt                 onFailure=retries pacing=backoff-with-jitter
    mail-agent -call-> customer-records: change      contextPropagated=true validation=both onFailure=nothing
    mail-agent ~ customer-records: the agent changes only records of whoever wrote the e-mail  stated=contract enforced=runtime-check verified=in-tests limitedTo=[] overseer=both-sides
  `,
  ),
  lookAlike: {
    seam: ["storefront", "key-vault"],
    sketch: draw(
      "Storefront with a key of its own for the product list",
      `
      client browser                                 scale=fleet
      service storefront                             actsAs=caller mixesTrust=false
      directory key-vault
      service basket
      store products                                 stateAuthority=authoritative
      store baskets                                  stateAuthority=authoritative
      monitor board
      browser -call-> storefront: page request       onFailure=nothing
      storefront -read-> key-vault: database key     validity=expires-renewed-automatically contextPropagated=true validation=both
      storefront -read-> products: product list      freshness=live
      storefront -call-> basket: basket change       contextPropagated=true validation=both onFailure=nothing
      basket -write-> baskets: basket                atomicity=transactional
      board -observe-> storefront
      storefront ~ key-vault: the key reads the product list and nothing of a customer  stated=contract enforced=by-construction verified=in-tests limitedTo=[] overseer=both-sides
    `,
    ),
  },
};
