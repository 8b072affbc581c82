import type { Random } from "./random.ts";

const LN_2 = 0.6931471805599453;

/** A whole number from 0 up to, and without, the bound. */
export function uniform(random: Random, bound: number): number {
  return Math.floor(random() * bound);
}

/** A whole number of at least 0, exponentially distributed. */
export function exponential(random: Random, mean: number): number {
  return Math.round(-mean * naturalLogarithm(1 - random()));
}

/**
 * By the four basic operations alone: engines may differ in the last digit of `Math.log`, and a run must not depend
 * on who makes it. For numbers above 0 and up to 1.
 */
export function naturalLogarithm(x: number): number {
  let halvings = 0;
  let m = x;
  while (m < 0.75) {
    m *= 2;
    halvings += 1;
  }
  // ln m = 2 artanh y, and |y| is at most a fifth.
  const y = (m - 1) / (m + 1);
  const square = y * y;
  let sum = 0;
  for (let n = 21; n >= 1; n -= 2) sum = sum * square + 1 / n;
  return 2 * y * sum - halvings * LN_2;
}
