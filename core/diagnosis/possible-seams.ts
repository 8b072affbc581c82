import { boundedGraph } from "../architecture/bounded-graph.ts";
import type { SketchGraph } from "../architecture/sketch-graph.ts";
import type { StructuralRanks } from "../architecture/structural-rank.ts";
import { pairKey, type Pair } from "../architecture/subject.ts";
import { compareText } from "../architecture/text-order.ts";
import { placeOf, type Place } from "./belief.ts";
import type { Mechanism } from "./mechanism.ts";
import { UNEXPLAINED } from "./unexplained.ts";

/**
 * Every place where a seam could be, in the order in which places of equal odds are ranked: the heavier structure
 * first, then by the part that the two sides play in the graph.
 */
export function possibleSeams(
  graph: SketchGraph,
  ranks: StructuralRanks,
  catalogue: readonly Mechanism[],
  marked: readonly Pair[],
): readonly Place[] {
  const bounded = boundedGraph(graph, ranks);
  const proposed = catalogue.flatMap((explanation) =>
    explanation.propose(bounded).map((match) => placeOf(explanation, match)),
  );
  const places = [...proposed, ...unexplained(graph, proposed, marked)].map((place) => {
    const sides = place.pair.map((id) => ranks.get(id) ?? 0).sort((x, y) => x - y);
    return { place, part: sides.join(",") };
  });
  places.sort(
    (a, b) =>
      b.place.match.signs.length - a.place.match.signs.length ||
      compareText(a.place.explanation.key ?? "", b.place.explanation.key ?? "") ||
      compareText(a.part, b.part),
  );
  return places.map(({ place }) => place);
}

/** Pairs that somebody marked and no mechanism explains. */
function unexplained(
  { components }: SketchGraph,
  proposed: readonly Place[],
  marked: readonly Pair[],
): readonly Place[] {
  if (marked.length === 0) return [];
  const found = new Set(proposed.map(({ pair }) => pairKey(...pair)));
  return marked
    .filter(([a, b]) => !found.has(pairKey(a, b)) && components.has(a) && components.has(b))
    .map((between) => placeOf(UNEXPLAINED, { between, parts: {}, signs: [] }));
}
