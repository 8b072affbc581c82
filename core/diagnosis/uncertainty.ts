/**
 * What is uncertain about one pair, in bits: which of its explanations holds, or none. Explanations of one pair are
 * rivals, since a seam needs one and is reported once; each log-odds is that of the explanation against no seam at all.
 * Pairs are independent of each other, so their uncertainties add up.
 */
export function uncertaintyOf(logOdds: readonly number[]): number {
  return statesOf(logOdds).reduce((sum, p) => sum - (p > 0 ? p * Math.log2(p) : 0), 0);
}

/** The probability that there is no seam, then that of each explanation. */
export function statesOf(logOdds: readonly number[]): readonly number[] {
  return normalized([1, ...logOdds.map((odds) => Math.exp(odds))]);
}

export function normalized(weights: readonly number[]): readonly number[] {
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  return weights.map((weight) => weight / total);
}
