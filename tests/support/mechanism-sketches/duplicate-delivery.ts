import type { MechanismSketches } from "../mechanism-sketch.ts";
import { draw } from "../draw.ts";

const game = `
  client console                                     scale=fleet
  service item-shop                                  sizedFor=elastic admission=total
  external payment-provider
  queue purchases                                    admission=total
  store inventories                                  stateAuthority=authoritative
  service arena
  monitor board
  console -call-> item-shop: purchase                onFailure=nothing
  payment-provider -call-> item-shop: payment notice   onFailure=retries pacing=exponential-backoff
  item-shop -send-> purchases: purchase              delivery=at-least-once acknowledged=after-durable
  arena -read-> inventories: item                    freshness=live
  board -observe-> purchases
`;

/** Game purchases: the queue hands a purchase out again, and the player gets the sword twice. */
export const duplicateDelivery: MechanismSketches = {
  seam: ["purchases", "item-granter"],
  hit: draw(
    "Items that are granted for every message",
    `${game}
    worker item-granter                              idempotent=false sizedFor=elastic onPoison=sets-aside
    purchases -send-> item-granter: purchase         delivery=at-least-once onFailure=retries ordering=none
    item-granter -write-> inventories: item          atomicity=unconditional acknowledged=after-durable
    purchases ~ item-granter: one purchase grants its items once  sameObject=identical stated=nowhere enforced=nothing verified=never limitedTo=[steady-state] overseer=nobody
  `,
  ),
  repaired: draw(
    "Items that are granted once for each purchase",
    `${game}
    worker item-granter                              idempotent=true sizedFor=elastic onPoison=sets-aside
    purchases -send-> item-granter: purchase         delivery=at-least-once onFailure=retries ordering=none
    item-granter -write-> inventories: item          atomicity=conditional acknowledged=after-durable
    item-granter -write-> inventories: granted purchase   atomicity=conditional acknowledged=after-durable
    purchases ~ item-granter: one purchase grants its items once  sameObject=identical stated=contract enforced=by-construction verified=in-tests limitedTo=[] overseer=one-side
  `,
  ),
  lookAlike: {
    seam: ["changes", "indexer"],
    sketch: draw(
      "Search index that is set, not changed",
      `
      person editor
      service articles
      store article-store                            stateAuthority=authoritative
      queue changes                                  admission=total
      worker indexer                                 idempotent=true sizedFor=full-recovery onPoison=sets-aside
      store search-index                             stateAuthority=derived
      service search
      monitor board
      editor -call-> articles: article
      articles -write-> article-store: article       atomicity=transactional acknowledged=after-durable
      article-store -send-> changes: article change  delivery=at-least-once acknowledged=after-durable
      changes -send-> indexer: article change        delivery=at-least-once onFailure=retries ordering=per-key
      indexer -write-> search-index: index entry     atomicity=conditional
      search -read-> search-index: index entry       freshness=lagging
      board -observe-> indexer
      changes ~ indexer: the entry of an article is that of its last change  sameObject=identical stated=contract enforced=by-construction verified=in-tests limitedTo=[] overseer=one-side
    `,
    ),
  },
};
