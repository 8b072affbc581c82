import type { Architecture } from "./architecture.schema.ts";
import { pairKey, type Subject } from "./subject.ts";

/** What a step of a walk tells: what one side believed, what happened, or where the two parted. */
export const TELLS = ["belief", "event", "parting"] as const;

/** A failure is walked step by step over a sketch; each step says on what it rests. */
export interface WalkStep {
  readonly tells: (typeof TELLS)[number];
  /** As far as it is known; empty where the step has no date. */
  readonly when: string;
  /** The components it is about. A belief is that of the first one, a parting that of the first two. */
  readonly components: readonly string[];
  readonly connections: readonly string[];
  readonly text: string;
  /** The key of a source, `INFERENCE`, or in a session the words for where it comes from. */
  readonly source: string;
}

/** Concluded, and said by nobody. */
export const INFERENCE = "inference";

/** The line above a step. */
export function walkHeading({ components }: Pick<Architecture, "components">, step: WalkStep): string {
  if (step.tells === "parting") return "Where they part";
  if (step.tells === "event") return step.when === "" ? "What happens" : step.when;
  const [side = ""] = step.components;
  return `As seen by ${components.find(({ id }) => id === side)?.name ?? side}`;
}

/** The elements that a step is about; where two sides part, their seam. */
export function walkElements({ tells, components, connections }: WalkStep): readonly Subject[] {
  const [a, b] = components;
  return [
    ...components.map((component) => ({ component })),
    ...connections.map((connection) => ({ connection })),
    ...(tells === "parting" && a !== undefined && b !== undefined ? [{ agreement: [a, b] as const }] : []),
  ];
}

/** The same as `core/diagram` names them in its drawings. */
export function drawnKeys(step: WalkStep): readonly string[] {
  return walkElements(step).map((about) =>
    "component" in about
      ? `component:${about.component}`
      : "connection" in about
        ? `connection:${about.connection}`
        : `seam:${pairKey(...about.agreement)}`,
  );
}
