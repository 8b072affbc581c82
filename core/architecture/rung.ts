import type { Facts } from "./architecture.schema.ts";
import { readFact, valueKey } from "./reading.ts";
import { CONDITIONS } from "./vocabulary.ts";

export const RUNGS = ["unstated", "stated", "enforced", "verified"] as const;
export type Rung = (typeof RUNGS)[number];

/** How far an agreement has come, and the conditions outside which that was never shown. */
export interface LadderPlace {
  readonly rung: Rung;
  readonly limitedTo: readonly (typeof CONDITIONS)[number][];
  /** Enforced or verified, yet written down nowhere: worth saying, because the next change will not know of it. */
  readonly withoutStatement: boolean;
}

/** The place of an agreement on the invariant ladder (domain.md), by its facts. What is disputed or unknown does not count as reached. */
export function ladderPlace(facts: Facts): LadderPlace {
  const value = (fact: string) => {
    const reading = readFact(facts[fact]);
    return reading.kind === "known" ? valueKey(reading.value) : "";
  };
  const isStated = !["", "nowhere"].includes(value("stated"));
  const rung: Rung = ["in-tests", "continuously"].includes(value("verified"))
    ? "verified"
    : ["runtime-check", "by-construction"].includes(value("enforced"))
      ? "enforced"
      : isStated
        ? "stated"
        : "unstated";
  const limits = value("limitedTo");
  return {
    rung,
    limitedTo: CONDITIONS.filter((condition) => limits.slice(1, -1).split(",").includes(condition)),
    withoutStatement: rung !== "unstated" && !isStated,
  };
}
