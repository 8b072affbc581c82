import type { Finding } from "../finding.ts";
import { TOLD_IN_FULL, type Findings } from "../findings.ts";

/** One seam with everything that explains it, and how it is called in the report. */
export interface SeamTold {
  readonly number: number;
  /** Id of its heading. */
  readonly id: string;
  readonly standing: "found" | "suspected" | "kept";
  readonly lead: Finding;
  readonly others: readonly Finding[];
}

/** Whether it is told with everything that is known of it, or in a line. */
export function isInFull({ number }: SeamTold): boolean {
  return number <= TOLD_IN_FULL;
}

/** The seams of a report in the order in which it tells them: found, suspected, kept by people; each the most probable first. */
export function seamsTold({ seams, kept }: Findings): readonly SeamTold[] {
  const likely = [...Map.groupBy(seams, ({ pair }) => pair).values()];
  const isFound = (explanations: readonly Finding[]) =>
    explanations.some(({ restsOnAnswers }) => restsOnAnswers);
  const groups = [
    ...likely.filter(isFound).map((all) => ["found", all] as const),
    ...likely.filter((all) => !isFound(all)).map((all) => ["suspected", all] as const),
    ...[...Map.groupBy(kept, ({ pair }) => pair).values()].map((all) => ["kept", all] as const),
  ];
  return groups.flatMap(([standing, [lead, ...others]], i) =>
    lead === undefined ? [] : [{ number: i + 1, id: `seam-${i + 1}`, standing, lead, others }],
  );
}

export function nameOf({ lead }: SeamTold): string {
  return lead.between.join(" and ");
}

/** A rung is worth nothing before anybody was asked. */
export function rungWords({ rung, restsOnAnswers }: Finding): string {
  return restsOnAnswers ? rung : "not asked yet";
}
