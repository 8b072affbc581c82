/** A source of numbers in [0, 1). The same seed gives the same numbers everywhere. */
export type Random = () => number;

/** mulberry32: 32 bits of state, good enough to shuffle lists, name things and draw arrivals. */
export function seededRandom(seed: number): Random {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), state | 1);
    t = (t + Math.imul(t ^ (t >>> 7), t | 61)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 0x1_0000_0000;
  };
}
