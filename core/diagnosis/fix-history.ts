import type { Architecture } from "../architecture/architecture.schema.ts";
import type { Pair } from "../architecture/subject.ts";
import type { ProxyFix, ProxyFixes } from "./diagnosis.ts";

/** From here on the fixes of one seam say more than each of them: the agreement stays, and the next incident is adjacent. */
const ACCUMULATING = 2;

const NONE: ProxyFixes = { fixes: [], isAccumulating: false };

/**
 * The fixes that the history tells of either side of a pair. Each covered a failure and left the agreement between the
 * two as it was, so each inherited it. This only lists them; whether they speak for a seam is not weighed here.
 */
export function proxyFixesOf({ history }: Architecture, pair: Pair, agreement: string): ProxyFixes {
  if (history.length === 0) return NONE;
  const fixes = history
    .filter(({ kind, about }) => kind === "fix" && about.some((id) => pair.includes(id)))
    .map(({ id, date, text, covered, leftOpen }): ProxyFix => ({
      id,
      date,
      text,
      covered,
      leftOpen,
      inherited: agreement,
    }));
  return { fixes, isAccumulating: fixes.length >= ACCUMULATING };
}
