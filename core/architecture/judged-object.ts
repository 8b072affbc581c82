import type { Connection } from "./architecture.schema.ts";
import { comesFromOutside, deliveryOf, handsOver, isHandOver } from "./flow.ts";
import { perGraph } from "./remembered.ts";
import type { SketchGraph } from "./sketch-graph.ts";

/**
 * An object that one component decides about while another acts on it: `decision` hands it to the decider,
 * `deliveries` hand it to the actor by another way.
 */
export interface JudgedObject {
  readonly objectId: string;
  readonly decision: Connection;
  readonly decider: string;
  readonly asker: string;
  readonly actor: string;
  readonly deliveries: readonly Connection[];
  /** The decider itself hands the object on to the actor, so what was judged is what arrives. */
  readonly isInline: boolean;
  /** The asker acts itself, on the object as it received it. */
  readonly askerActs: boolean;
  /** The asker also passes the object on to somebody else, so it is a carrier rather than the one that acts. */
  readonly askerForwards: boolean;
  readonly isFromOutside: boolean;
}

/** Every pair of a decider and somebody who acts on the object of the decision, one entry for each decision. */
export function judgedObjects(graph: SketchGraph): readonly JudgedObject[] {
  return judged(graph);
}

const judged = perGraph((graph) =>
  graph.architecture.components
    .flatMap(({ id }) => graph.outgoing(id))
    .filter(({ kind }) => kind === "decide")
    .flatMap((decision) => actorsOf(graph, decision)),
);

function actorsOf(graph: SketchGraph, decision: Connection): readonly JudgedObject[] {
  const { from: asker, to: decider, carries } = decision;
  if (carries === null) return [];
  const handed = [...new Set([...graph.outgoing(asker), ...graph.incoming(asker)])]
    .filter((c) => c.carries === carries && isHandOver(c))
    .map(deliveryOf);
  const forwarded = handed.filter(({ giver, taker }) => giver === asker && taker !== decider);
  const arrived = handed.filter(({ giver, taker }) => taker === asker && giver !== decider);
  const byActor = Map.groupBy([...forwarded, ...arrived], ({ taker }) => taker);
  return [...byActor].map(([actor, deliveries]) => ({
    objectId: carries,
    decision,
    decider,
    asker,
    actor,
    deliveries: deliveries.map(({ connection }) => connection),
    isInline: handsOver(graph, carries, decider, actor),
    askerActs: actor === asker,
    askerForwards: forwarded.length > 0,
    isFromOutside: comesFromOutside(graph, carries),
  }));
}
