import type { HistoryEntry } from "../architecture/architecture.schema.ts";
import type { SketchGraph } from "../architecture/sketch-graph.ts";
import type { Pair, Subject } from "../architecture/subject.ts";
import type { Contribution } from "./diagnosis.ts";
import { MODERATE, SLIGHT, STRONG } from "./weights.ts";

/** A history entry with the components it touched: those it is about, and the ends of what failed. */
interface Event {
  readonly entry: HistoryEntry;
  readonly touched: ReadonlySet<string>;
}

/** What already happened, looked up by the pair it happened at. Nothing that happened ever speaks against a seam. */
export type HistoryEvidence = (pair: Pair) => readonly Contribution[];

/**
 * Turns the history of an architecture into evidence. Four signs, each counted once for a pair: an incident that touched
 * one side, one that touched both, operations of one side that failed while its others worked, and trouble that came back
 * after a fix at the same place, which weighs most together with the incident it repeats.
 */
export function historyEvidence(graph: SketchGraph): HistoryEvidence {
  const events = graph.architecture.history.map((entry): Event => ({
    entry,
    touched: touchedBy(graph, entry),
  }));
  if (events.length === 0) return () => [];
  return (pair) => [
    ...incidentAt(events, pair),
    ...selectiveFailure(graph, events, pair),
    ...recurrence(events, pair),
  ];
}

function touchedBy(graph: SketchGraph, { about, failed }: HistoryEntry): ReadonlySet<string> {
  const ends = failed.flatMap((id) => {
    const connection = graph.connections.get(id);
    return connection === undefined ? [] : [connection.from, connection.to];
  });
  return new Set([...about, ...ends]);
}

function incidentAt(events: readonly Event[], [a, b]: Pair): readonly Contribution[] {
  const incidents = events.filter(({ entry }) => entry.kind === "incident");
  const both = incidents.filter(({ touched }) => touched.has(a) && touched.has(b));
  if (both.length > 0) return [sign(MODERATE, "an incident touched both sides", [a, b])];
  const one = [a, b].filter((id) => incidents.some(({ touched }) => touched.has(id)));
  return one.length > 0 ? [sign(SLIGHT, "an incident touched one side", one)] : [];
}

/** "Selectively broken": some operations of a component failed while others of it worked. */
function selectiveFailure(
  graph: SketchGraph,
  events: readonly Event[],
  [a, b]: Pair,
): readonly Contribution[] {
  const touches = (id: string) => (connectionId: string) => {
    const connection = graph.connections.get(connectionId);
    return connection !== undefined && (connection.from === id || connection.to === id);
  };
  const sides = [a, b].filter((id) =>
    events.some(({ entry }) => entry.failed.some(touches(id)) && entry.worked.some(touches(id))),
  );
  const atThePlace = events.some(({ touched }) => touched.has(a) && touched.has(b));
  if (sides.length === 0 || !atThePlace) return [];
  return [sign(STRONG, "some operations failed while others of the same component worked", sides)];
}

/** An incident that came after a fix, both at the same place: the fix covered a symptom. Dates compare as written (ISO 8601). */
function recurrence(events: readonly Event[], [a, b]: Pair): readonly Contribution[] {
  const here = events.filter(({ touched }) => touched.has(a) && touched.has(b));
  const cameBack = here.some(
    ({ entry: fix }) =>
      fix.kind === "fix" && here.some(({ entry }) => entry.kind === "incident" && entry.date > fix.date),
  );
  return cameBack ? [sign(STRONG, "trouble came back here after a fix", [a, b])] : [];
}

function sign(weight: number, because: string, ids: readonly string[]): Contribution {
  const elements = ids.map((component): Subject => ({ component }));
  return { source: "history", weight, because, elements };
}
