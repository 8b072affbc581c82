import { spacingOf, type Rate } from "./rate.ts";

const MICROSECONDS = 1000;

/**
 * The limits as one process sees them: what it let through itself. `now` is in milliseconds of any steady clock. Keys
 * begin with what is limited and a colon.
 */
export class MemoryStore {
  private readonly arrivals = new Map<string, number>();
  private readonly mostKeys: number;
  private sweptAt = -Infinity;

  constructor({ mostKeys = 50_000 } = {}) {
    this.mostKeys = mostKeys;
  }

  /** Seconds until `key` has a token, 0 when it has one now. Takes nothing. */
  wait(key: string, rate: Rate, now: number): number {
    return waitFor(this.arrivals.get(key) ?? now, rate, now);
  }

  /**
   * Takes a token, or tells the seconds to wait for one. When there is no room for another key, all further keys of
   * the same kind share one: forgetting somebody who is limited would let them begin anew.
   */
  take(key: string, rate: Rate, now: number): number {
    const isOneTooMany = !this.arrivals.has(key) && this.isFull(now);
    const others = `${key.slice(0, key.indexOf(":"))}:others`;
    const held = isOneTooMany ? others : key;
    // Who gets a place of its own may have taken from the shared one before: what that owes, it owes.
    const owed = this.arrivals.get(held) ?? this.arrivals.get(others) ?? now;
    const wait = waitFor(owed, rate, now);
    if (wait > 0) return wait;
    this.arrivals.set(held, Math.max(owed, now) + spacingOf(rate).interval / MICROSECONDS);
    return 0;
  }

  /** Takes a token that the store gave: it is one too many all the same when this process alone gave all there are. */
  takeGiven(key: string, rate: Rate, now: number): number {
    return !this.arrivals.has(key) && this.isFull(now) ? 0 : this.take(key, rate, now);
  }

  /** Makes room, once a second at most, by forgetting those whose tokens have all grown back. */
  private isFull(now: number): boolean {
    if (this.arrivals.size < this.mostKeys) return false;
    if (now - this.sweptAt >= 1000) {
      this.sweptAt = now;
      for (const [key, arrival] of this.arrivals) if (arrival <= now) this.arrivals.delete(key);
    }
    return this.arrivals.size >= this.mostKeys;
  }
}

function waitFor(arrival: number, rate: Rate, now: number): number {
  const early = arrival - spacingOf(rate).tolerance / MICROSECONDS - now;
  return early > 0 ? Math.max(1, Math.ceil(early / 1000)) : 0;
}
