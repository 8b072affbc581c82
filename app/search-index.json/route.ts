import { seriesIndex } from "../(site)/search/series-index.ts";

/** The index by which the search page answers while somebody types. */
export function GET(): Response {
  return Response.json(seriesIndex());
}
