import { boundedGraph } from "../architecture/bounded-graph.ts";
import type { SketchGraph } from "../architecture/sketch-graph.ts";
import type { StructuralRanks } from "../architecture/structural-rank.ts";
import { pairKey, type Pair } from "../architecture/subject.ts";
import { compareText } from "../architecture/text-order.ts";
import type { MechanismKey } from "../architecture/vocabulary.ts";
import { placeOf, type Place } from "./belief.ts";
import type { Mechanism } from "./mechanism.ts";
import type { DiagnoseOptions } from "./said.ts";
import { UNEXPLAINED } from "./unexplained.ts";

export interface PossibleSeams {
  /** In the order in which places of equal odds are ranked: the heavier structure first, then by the part of the two sides. */
  readonly places: readonly Place[];
  /** Those that somebody dismissed, in the same order. Nothing else looks at them. */
  readonly dismissed: readonly Place[];
}

/** Every place where a seam could be. */
export function possibleSeams(
  graph: SketchGraph,
  ranks: StructuralRanks,
  catalogue: readonly Mechanism[],
  { marked = [], dismissed = [] }: Pick<DiagnoseOptions, "marked" | "dismissed">,
): PossibleSeams {
  const bounded = boundedGraph(graph, ranks);
  const proposed = catalogue.flatMap((explanation) =>
    explanation.propose(bounded).map((match) => placeOf(explanation, match)),
  );
  const dismissals = new Set(dismissed.map(({ between, mechanism }) => dismissalKey(between, mechanism)));
  const isDismissedAlone = ({ pair, explanation }: Place) =>
    dismissals.size > 0 && dismissals.has(dismissalKey(pair, explanation.key));
  const isDismissed = (place: Place) =>
    isDismissedAlone(place) || (dismissals.size > 0 && dismissals.has(dismissalKey(place.pair, null)));
  const explaining = proposed.filter((place) => !isDismissedAlone(place));
  const places = inOrder([...proposed, ...unexplained(graph, explaining, marked)], ranks);
  return {
    places: places.filter((place) => !isDismissed(place)),
    dismissed: places.filter(isDismissed),
  };
}

function dismissalKey(pair: Pair, mechanism: MechanismKey | null): string {
  return `${pairKey(...pair)} ${mechanism ?? ""}`;
}

function inOrder(places: readonly Place[], ranks: StructuralRanks): readonly Place[] {
  return places
    .map((place) => {
      const sides = place.pair.map((id) => ranks.get(id) ?? 0).sort((x, y) => x - y);
      return { place, part: sides.join(",") };
    })
    .sort(
      (a, b) =>
        b.place.match.signs.length - a.place.match.signs.length ||
        compareText(a.place.explanation.key ?? "", b.place.explanation.key ?? "") ||
        compareText(a.part, b.part),
    )
    .map(({ place }) => place);
}

/** Pairs that somebody marked and no mechanism explains; one whose explanations were all dismissed is such a pair again. */
function unexplained(
  { components }: SketchGraph,
  explaining: readonly Place[],
  marked: readonly Pair[],
): readonly Place[] {
  if (marked.length === 0) return [];
  const found = new Set(explaining.map(({ pair }) => pairKey(...pair)));
  return marked
    .filter(([a, b]) => !found.has(pairKey(a, b)) && components.has(a) && components.has(b))
    .map((between) => placeOf(UNEXPLAINED, { between, parts: {}, signs: [] }));
}
