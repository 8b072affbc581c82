import type { MechanismSketches } from "../mechanism-sketch.ts";
import { draw } from "../draw.ts";

const delivery = `
  client driver-app                                  scale=fleet
  service depot
  store addresses                                    stateAuthority=authoritative
  store routes                                       stateAuthority=authoritative
  monitor board
  geocoder -read-> addresses: address                freshness=live
  depot -write-> routes: route                       atomicity=transactional
  planner -read-> routes: route                      freshness=live
  board -observe-> geocoder
`;

/** Parcel delivery: app, edge and planner each try three times, and the geocoder gets the product. */
export const retryAmplification: MechanismSketches = {
  seam: ["driver-app", "geocoder"],
  hit: draw(
    "Route planning that tries again at every hop",
    `${delivery}
    gateway edge                                     sizedFor=peak admission=per-caller
    service planner                                  sizedFor=peak admission=none
    service geocoder                                 sizedFor=steady-state admission=none
    driver-app -call-> edge: next stop               onFailure=retries pacing=fixed-interval
    edge -call-> planner: next stop                  onFailure=retries pacing=immediate
    planner -call-> geocoder: place query            onFailure=retries pacing=immediate
    driver-app ~ geocoder: the geocoder sees one query for one next stop  stated=nowhere enforced=nothing verified=never limitedTo=[steady-state] overseer=nobody
  `,
  ),
  repaired: draw(
    "Route planning with one budget for attempts",
    `${delivery}
    gateway edge                                     sizedFor=peak admission=total
    service planner                                  sizedFor=peak admission=total
    service geocoder                                 sizedFor=peak admission=total
    driver-app -call-> edge: next stop               onFailure=retries pacing=admission-controlled
    edge -call-> planner: next stop                  onFailure=nothing
    planner -call-> geocoder: place query            onFailure=nothing
    driver-app ~ geocoder: the geocoder sees at most a tenth more queries than next stops  stated=contract enforced=runtime-check verified=in-tests limitedTo=[] overseer=both-sides
  `,
  ),
  lookAlike: {
    seam: ["weather-widget", "forecast"],
    sketch: draw(
      "Weather that falls back to the last forecast",
      `
      client weather-widget                          scale=fleet
      gateway edge                                   sizedFor=elastic admission=total onDependencyLoss=serves-stale
      service city-weather                           sizedFor=elastic admission=total onDependencyLoss=serves-stale
      service forecast                               sizedFor=peak admission=total
      store grid                                     stateAuthority=authoritative sizedFor=peak
      scheduler model-run
      monitor board
      weather-widget -call-> edge: city              onFailure=falls-back
      edge -call-> city-weather: city                onFailure=falls-back
      city-weather -call-> forecast: grid point      onFailure=falls-back
      forecast -read-> grid: grid value              freshness=snapshot
      model-run -call-> forecast: new run            onFailure=retries pacing=backoff-with-jitter
      board -observe-> forecast
      weather-widget ~ forecast: a city asked for once is asked for once at the forecast  stated=code enforced=by-construction verified=in-tests limitedTo=[] overseer=one-side
    `,
    ),
  },
};
