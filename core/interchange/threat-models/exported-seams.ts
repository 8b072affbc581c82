import type { Component } from "../../architecture/architecture.schema.ts";
import { pairKey } from "../../architecture/subject.ts";
import type { Session } from "../../document/session.schema.ts";
import type { ExportedInvariant } from "../exporter.ts";
import type { KeptInvariant } from "./kept.schema.ts";

/** An agreement as a threat model takes it: in sentences, with the place where people will look for it. */
export interface ExportedSeam {
  readonly invariant: ExportedInvariant;
  readonly a: Component;
  readonly b: Component;
  /** The connections between the two, in either direction. */
  readonly connections: readonly string[];
  /** The sentence, short enough for a title. */
  readonly title: string;
  /** Everything known about it, a sentence on each line. */
  readonly description: string;
  /** What would have to be done, for those who keep lists of mitigations. */
  readonly advice: string;
  /** It is enforced or verified under all conditions: nothing is open. */
  readonly isKept: boolean;
}

const LONGEST_TITLE = 200;

/** Every agreement whose two sides are on the sketch. */
export function exportedSeams(
  { architecture }: Session,
  invariants: readonly ExportedInvariant[],
): readonly ExportedSeam[] {
  const components = new Map(architecture.components.map((one) => [one.id, one]));
  const connections = new Map<string, string[]>();
  for (const { id, from, to } of architecture.connections) {
    const key = pairKey(from, to);
    const known = connections.get(key);
    if (known === undefined) connections.set(key, [id]);
    else known.push(id);
  }
  return invariants.flatMap((invariant) => {
    const [a, b] = invariant.between.map((id) => components.get(id));
    if (a === undefined || b === undefined || a === b) return [];
    const between = connections.get(pairKey(a.id, b.id)) ?? [];
    return [seamOf(invariant, a, b, between)];
  });
}

function seamOf(
  invariant: ExportedInvariant,
  a: Component,
  b: Component,
  connections: readonly string[],
): ExportedSeam {
  const { sentence, ladder } = invariant;
  const isKept = isHeld(invariant) && ladder.limitedTo.length === 0;
  return {
    invariant,
    a,
    b,
    connections,
    title: sentence.length <= LONGEST_TITLE ? sentence : `${sentence.slice(0, LONGEST_TITLE - 1)}…`,
    description: descriptionOf(invariant, a, b),
    advice: [isKept ? KEPT[ladder.rung] : MISSING[ladder.rung], ...movesSaid(invariant)].join(" "),
    isKept,
  };
}

/** Something other than a sentence keeps it. */
function isHeld({ ladder: { rung } }: ExportedInvariant): boolean {
  return rung === "enforced" || rung === "verified";
}

const MISSING = {
  unstated: "Write the agreement down where both sides work from, enforce it, and verify that it holds.",
  stated: "The agreement is written down. Enforce it where it could be broken, and verify that it holds.",
  enforced: "The agreement is enforced, but only under the conditions named. Enforce it under all of them.",
  verified: "The agreement is verified, but only under the conditions named. Verify it under all of them.",
} as const;

const KEPT = {
  ...MISSING,
  enforced: "The agreement is enforced. Verify that it holds.",
  verified: "The agreement is verified.",
} as const;

const CONDITIONS = {
  "one-at-a-time": "one failure at a time",
  "steady-state": "the steady state",
  "within-limits": "loads within the limits",
  "before-change": "the time before the last change",
} as const;

function descriptionOf(invariant: ExportedInvariant, a: Component, b: Component): string {
  const { sentence, title, ladder, owner, probability } = invariant;
  const limits = ladder.limitedTo.map((condition) => CONDITIONS[condition]).join(", ");
  return [
    sentence,
    `An agreement between “${a.name}” and “${b.name}”${title === "" ? "" : `: ${title}`}.`,
    `It is ${ladder.rung}${limits === "" ? "" : `, shown for ${limits} only`}.`,
    ...(owner === "" ? [] : [`It is kept by ${owner}.`]),
    `How likely it is that the design rests on it: ${Math.round(probability * 100)} %.`,
  ].join("\n");
}

/** The structural moves that were taken over into the sketch for it, a sentence for each. */
export function movesSaid({ moves }: ExportedInvariant): readonly string[] {
  return moves.map((move) => `Structural move taken over: ${move}`);
}

/** The agreement as it is kept for reading back; `nameOf` gives the name of a component in that file. */
export function keptInvariant(
  { invariant, a, b }: ExportedSeam,
  nameOf: (component: string) => string,
): KeptInvariant {
  const { sentence, mechanism, owner } = invariant;
  return { between: [nameOf(a.id), nameOf(b.id)], sentence, mechanism, owner };
}
