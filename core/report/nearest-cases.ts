import type { Candidate } from "../diagnosis/diagnosis.ts";

/** A published case, as far as a report names it. */
export interface PublishedCase {
  readonly slug: string;
  readonly title: string;
  /** Key of the mechanism that it documents. */
  readonly mechanism: string;
  readonly zone: string;
  readonly summary: string;
}

export interface NearCase extends PublishedCase {
  /** Of the same mechanism, or at least of the same zone. */
  readonly by: "mechanism" | "zone";
}

/** A reader follows a few. */
const FEW = 3;

/** Published cases of the same mechanism first, then of the same zone, in the order in which they are published. */
export function nearestCases(
  cases: readonly PublishedCase[],
  { mechanism, zone }: Candidate,
): readonly NearCase[] {
  if (mechanism === null) return [];
  const same = cases.filter((one) => one.mechanism === mechanism);
  const akin = cases.filter((one) => one.mechanism !== mechanism && one.zone === zone);
  return [
    ...same.map((one): NearCase => ({ ...one, by: "mechanism" })),
    ...akin.map((one): NearCase => ({ ...one, by: "zone" })),
  ].slice(0, same.length > 0 ? Math.min(FEW, same.length) : 1);
}
