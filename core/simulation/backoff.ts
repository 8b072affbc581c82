import { uniform } from "./draws.ts";
import type { Random } from "./random.ts";

export type DelayKind = "none" | "fixed" | "exponential" | "full" | "equal" | "decorrelated" | "slots";

export interface Backoff {
  readonly kind: DelayKind;
  /** Milliseconds. */
  readonly base: number;
  readonly cap: number;
}

/** Where the delays of decorrelated jitter settle, as a share of the cap; found by running the chain. */
const DECORRELATED = 0.56;

/**
 * How long to wait before the next attempt, in milliseconds.
 * @param failures how many attempts have failed so far, at least 1
 * @param previous the delay before this one, 0 for the first
 */
export function drawDelay(backoff: Backoff, failures: number, previous: number, random: Random): number {
  const { kind, base, cap } = backoff;
  const grown = grow(base, cap, failures);
  switch (kind) {
    case "none":
      return 0;
    case "fixed":
      return base;
    case "exponential":
      return grown;
    case "equal":
      return (grown >> 1) + uniform(random, grown >> 1);
    case "decorrelated":
      return Math.min(cap, base + uniform(random, Math.max(base, previous) * 3 - base));
    // Whoever was given no turn, or does not keep it, waits as with full jitter.
    case "full":
    case "slots":
      return uniform(random, grown);
  }
}

function grow(base: number, cap: number, failures: number): number {
  let delay = base;
  for (let i = 1; i < failures && delay < cap; i += 1) delay *= 2;
  return Math.min(cap, delay);
}

/** The mean delay once it has grown to its cap, in milliseconds. */
export function meanAtCap({ kind, base, cap }: Backoff): number {
  const shares: Readonly<Record<DelayKind, number>> = {
    none: 0,
    fixed: base / cap,
    exponential: 1,
    full: 1 / 2,
    equal: 3 / 4,
    decorrelated: DECORRELATED,
    slots: 1 / 2,
  };
  return shares[kind] * cap;
}
