import type { Connection } from "../architecture/architecture.schema.ts";
import { deliveriesOf, deliveryOf } from "../architecture/flow.ts";
import type { SketchGraph } from "../architecture/sketch-graph.ts";
import { carriedName, connectionsIn, editorOf } from "./editor.ts";
import type { Edit } from "./edit.ts";
import type { Match } from "./mechanism.ts";

/**
 * Moves that several mechanisms of the authorization zone share. They work on matches with the parts `decision` and
 * `deliveries` (or another part that plays the deliveries), between a decider and an actor.
 */

/** The decider is put on the way: it takes the object in, and hands on exactly what it judged. */
export function decideInline(graph: SketchGraph, match: Match): readonly Edit[] | null {
  const deliveries = connectionsIn(graph, match, "deliveries");
  return throughDecider(graph, match.between, connectionsIn(graph, match, "decision"), deliveries);
}

/** As `decideInline`, with every other way on which the object reaches the actor. */
export function oneWayIn(graph: SketchGraph, match: Match): readonly Edit[] | null {
  const [decider, actor] = match.between;
  const decisions = connectionsIn(graph, match, "decision");
  const ways = decisions
    .flatMap(({ carries }) => (carries === null ? [] : deliveriesOf(graph, carries)))
    .filter(({ giver, taker }) => taker === actor && giver !== decider)
    .map(({ connection }) => connection);
  return throughDecider(graph, match.between, decisions, [...new Set(ways)]);
}

export function throughDecider(
  graph: SketchGraph,
  [decider, actor]: readonly [string, string],
  decisions: readonly Connection[],
  deliveries: readonly Connection[],
): readonly Edit[] | null {
  const [first] = deliveries;
  if (decider === actor || first === undefined || decisions.length === 0) return null;
  const editor = editorOf(graph);
  for (const { id } of decisions) editor.remove(id);
  for (const way of deliveries) {
    const isPulled = deliveryOf(way).taker === way.from;
    editor.rewire(way.id, isPulled ? { from: decider } : { to: decider });
  }
  const kind = first.kind === "read" ? "call" : first.kind;
  editor.connect(kind, decider, actor, first.carries, { transform: "none", contextPropagated: true });
  editor.bind([decider, actor], { sameObject: "identical", enforced: "by-construction" });
  return editor.edits();
}

/** What was asked about is kept unchanged, and decision and act both name it by its content. */
export function captureOnce(deliveryPart: string) {
  return (graph: SketchGraph, match: Match): readonly Edit[] | null => {
    const [decider, actor] = match.between;
    const decisions = connectionsIn(graph, match, "decision");
    const [decision] = decisions;
    if (decision === undefined || decider === actor) return null;
    const handedOn = connectionsIn(graph, match, deliveryPart).filter(({ from }) => from === decision.from);
    const editor = editorOf(graph);
    const named = { transform: "none", reference: "content-digest" };
    const name = `Captured ${carriedName(graph, decision, "object")}`;
    const captured = editor.component("captured", name, "store", decision.from);
    editor.connect("write", decision.from, captured, decision.carries, {
      atomicity: "conditional",
      ...named,
    });
    for (const { id } of [...decisions, ...handedOn]) editor.rewire(id, {}, named);
    editor.connect("read", actor, captured, decision.carries, { freshness: "live", ...named });
    editor.bind([decider, actor], { sameObject: "identical", enforced: "by-construction" });
    return editor.edits();
  };
}
