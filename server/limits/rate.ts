/**
 * How often something may happen: in any time of `t` minutes at most `burst + perMinute * t` times (the generic cell
 * rate algorithm, GCRA).
 */
export interface Rate {
  /** How many are let through at once after a quiet time. */
  readonly burst: number;
  /** How many per minute are let through in the long run. */
  readonly perMinute: number;
}

const MICROSECONDS_PER_MINUTE = 60_000_000;

/** Microseconds in which one token grows back, and how far ahead of the clock the next arrival may lie. */
export function spacingOf({ burst, perMinute }: Rate): {
  readonly interval: number;
  readonly tolerance: number;
} {
  const interval = Math.ceil(MICROSECONDS_PER_MINUTE / perMinute);
  return { interval, tolerance: interval * (burst - 1) };
}

/** As many as a minute grows, all of them at once if need be. */
export function perMinute(count: number): Rate {
  return { burst: count, perMinute: count };
}

/** At most `count` in any `minutes`, whenever they begin: half of them at once, the other half as time goes by. */
export function atMost(count: number, minutes: number): Rate {
  const half = Math.floor(count / 2);
  return { burst: count - half, perMinute: half / minutes };
}
