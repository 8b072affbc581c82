import type { MechanismSketches } from "../mechanism-sketch.ts";
import { draw } from "../draw.ts";

const shop = `
  client shopper                                     scale=fleet
  gateway edge                                       sizedFor=elastic admission=total
  service prices                                     sizedFor=elastic admission=total
  cache result-cache                                 stateAuthority=copy
  worker importer                                    idempotent=true
  external supplier
  monitor board
  shopper -call-> edge: product query                onFailure=nothing
  edge -call-> search: product query                 onFailure=nothing
  search -call-> prices: price query                 onFailure=nothing
  importer -call-> supplier: catalogue               onFailure=retries pacing=exponential-backoff
  importer -write-> index: product                   atomicity=conditional
  board -observe-> result-cache
`;

/** Product search: nine of ten results come out of the cache, and the index is sized for the tenth. */
export const coldCache: MechanismSketches = {
  seam: ["result-cache", "index"],
  hit: draw(
    "Search index that is sized for what the cache lets through",
    `${shop}
    service search                                   sizedFor=elastic admission=total
    store index                                      sizedFor=steady-state admission=none stateAuthority=authoritative
    search -read-> result-cache: result page         onMiss=every-caller-loads freshness=cached
    search -read-> index: result page                onFailure=retries pacing=exponential-backoff freshness=live
    result-cache ~ index: the index can answer while the cache is empty  sameObject=derived stated=nowhere enforced=nothing verified=never limitedTo=[steady-state] overseer=nobody
  `,
  ),
  repaired: draw(
    "Search index that lets in what it can answer",
    `${shop}
    service search                                   sizedFor=elastic admission=total
    store index                                      sizedFor=full-recovery admission=total stateAuthority=authoritative
    search -read-> result-cache: result page         onMiss=one-loads freshness=cached
    search -read-> index: result page                onFailure=falls-back freshness=live
    result-cache ~ index: the index can answer while the cache is empty  sameObject=derived stated=docs enforced=runtime-check verified=in-tests limitedTo=[] overseer=both-sides
  `,
  ),
  lookAlike: {
    seam: ["exchange-cache", "rate-store"],
    sketch: draw(
      "Exchange rates that are loaded before they are asked for",
      `
      client bank-app                                scale=fleet
      service transfers                              sizedFor=elastic admission=total
      cache exchange-cache                           stateAuthority=copy
      store rate-store                               sizedFor=full-recovery admission=total stateAuthority=authoritative
      external market
      worker rate-feed                               idempotent=true
      monitor board
      bank-app -call-> transfers: conversion         onFailure=nothing
      transfers -read-> exchange-cache: rate         onMiss=refreshed-early freshness=cached
      exchange-cache -read-> rate-store: rate        freshness=live onFailure=falls-back
      rate-feed -read-> market: quote
      rate-feed -write-> rate-store: rate            atomicity=conditional
      board -observe-> rate-store
      exchange-cache ~ rate-store: the store bears every reader without the cache  sameObject=derived stated=docs enforced=by-construction verified=in-tests limitedTo=[] overseer=both-sides
    `,
    ),
  },
};
