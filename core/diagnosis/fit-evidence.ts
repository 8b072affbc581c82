import { inOrder, SIGNALS, type Signal, type SignalShape } from "../fit/signals.ts";
import { ZONES, type Zone } from "../architecture/vocabulary.ts";
import type { Contribution } from "./diagnosis.ts";
import { SLIGHT } from "./weights.ts";

/** What the recognized signals say of every candidate of a zone. Null is the zone of a seam that no mechanism explains. */
export type FitEvidence = (zone: Zone | null) => readonly Contribution[];

/**
 * Turns the signals that people recognized into evidence. None of them knows a place, so each weighs as little as
 * anything can and never makes a seam of what the drawing does not show: it says which zone deserves the questions.
 */
export function fitEvidence(signals: readonly Signal[]): FitEvidence {
  const given: readonly SignalShape[] = inOrder(signals).map((signal) => SIGNALS[signal]);
  const byZone = new Map<Zone | null, readonly Contribution[]>();
  return (zone) => {
    const known = byZone.get(zone) ?? given.filter((signal) => pointsTo(signal, zone)).map(contribution);
    byZone.set(zone, known);
    return known;
  };
}

function pointsTo({ zones }: SignalShape, zone: Zone | null): boolean {
  return zone === null ? zones.length === ZONES.length : zones.includes(zone);
}

function contribution({ speaks, because }: SignalShape): Contribution {
  return { source: "fit", weight: speaks === "for" ? SLIGHT : -SLIGHT, because, elements: [] };
}
