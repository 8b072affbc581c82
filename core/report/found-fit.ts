import { assessFit, type FitVerdict } from "../fit/assess-fit.ts";
import { SIGNALS, type Signal } from "../fit/signals.ts";

/** How well the situation fits a structural diagnosis, and by which signs. */
export interface FoundFit {
  readonly verdict: FitVerdict;
  readonly signsFor: readonly string[];
  readonly signsAgainst: readonly string[];
  /** What would help instead of a diagnosis. */
  readonly instead: readonly string[];
}

/** Null where nobody recognized anything. */
export function foundFit(signals: readonly Signal[]): FoundFit | null {
  if (signals.length === 0) return null;
  const { verdict, instead } = assessFit(signals);
  const statements = (speaks: "for" | "against") =>
    signals.filter((signal) => SIGNALS[signal].speaks === speaks).map((signal) => SIGNALS[signal].statement);
  return { verdict, signsFor: statements("for"), signsAgainst: statements("against"), instead };
}
