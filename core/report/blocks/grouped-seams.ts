import type { Finding } from "../finding.ts";
import type { Findings } from "../findings.ts";
import { toldInFull } from "../told-in-full.ts";

/** One seam with everything that explains it, and how it is called in the report. */
export interface SeamTold {
  readonly number: number;
  /** Id of its heading. */
  readonly id: string;
  readonly standing: "found" | "suspected" | "kept";
  readonly lead: Finding;
  readonly others: readonly Finding[];
  /** Whether it is told with everything that is known of it, or in a line. */
  readonly isInFull: boolean;
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
  const inFull = new Set(toldInFull(groups));
  return groups.flatMap((group, i) => {
    const [standing, [lead, ...others]] = group;
    const isInFull = inFull.has(group);
    return lead === undefined
      ? []
      : [{ number: i + 1, id: `seam-${i + 1}`, standing, lead, others, isInFull }];
  });
}

export function nameOf({ lead }: SeamTold): string {
  return lead.between.join(" and ");
}

/** A rung is worth nothing before anybody was asked. */
export function rungWords({ rung, restsOnAnswers }: Finding): string {
  return restsOnAnswers ? rung : "not asked yet";
}
