import type { HistoryEntry } from "../architecture/architecture.schema.ts";
import type { SketchGraph } from "../architecture/sketch-graph.ts";
import type { Pair, Subject } from "../architecture/subject.ts";
import { compareText } from "../architecture/text-order.ts";
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
  if (both.length > 0) return [sign(MODERATE, `an incident touched both sides (${datesOf(both)})`, [a, b])];
  const one = incidents.filter(({ touched }) => touched.has(a) || touched.has(b));
  const sides = [a, b].filter((id) => one.some(({ touched }) => touched.has(id)));
  return one.length > 0 ? [sign(SLIGHT, `an incident touched one side (${datesOf(one)})`, sides)] : [];
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
  const selective = (id: string) =>
    events.filter(({ entry }) => entry.failed.some(touches(id)) && entry.worked.some(touches(id)));
  const sides = [a, b].filter((id) => selective(id).length > 0);
  const atThePlace = events.some(({ touched }) => touched.has(a) && touched.has(b));
  if (sides.length === 0 || !atThePlace) return [];
  const when = datesOf(sides.flatMap(selective));
  return [sign(STRONG, `some operations failed while others of the same component worked (${when})`, sides)];
}

/** An incident that came after a fix, both at the same place: the fix covered a symptom. Dates compare as written (ISO 8601). */
function recurrence(events: readonly Event[], [a, b]: Pair): readonly Contribution[] {
  const here = events.filter(({ touched }) => touched.has(a) && touched.has(b));
  const fixes = here.filter(({ entry }) => entry.kind === "fix");
  const again = here.filter(
    ({ entry }) => entry.kind === "incident" && fixes.some(({ entry: fix }) => entry.date > fix.date),
  );
  if (again.length === 0) return [];
  const fixed = fixes.filter(({ entry: fix }) => again.some(({ entry }) => entry.date > fix.date));
  const because = `trouble came back here (${datesOf(again)}) after a fix (${datesOf(fixed)})`;
  return [sign(STRONG, because, [a, b])];
}

/** A sentence names what it rests on by the day it happened, the first few of them. */
const FEW_DATES = 3;

function datesOf(events: readonly Event[]): string {
  const dates = [...new Set(events.map(({ entry }) => entry.date))].sort(compareText);
  const more = dates.length > FEW_DATES ? [`${dates.length - FEW_DATES} more`] : [];
  return [...dates.slice(0, FEW_DATES), ...more].join(", ");
}

function sign(weight: number, because: string, ids: readonly string[]): Contribution {
  const elements = ids.map((component): Subject => ({ component }));
  return { source: "history", weight, because, elements };
}
