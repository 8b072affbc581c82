import { describeError, log } from "../telemetry/log.ts";
import { MemoryStore } from "./memory-store.ts";
import type { Rate } from "./rate.ts";

/** Where all processes count together. */
export interface LimitStore {
  readonly name: "postgresql" | "redis";
  /** Takes a token of `key`, or tells the seconds to wait for one; rejects, in good time, when it cannot tell. */
  readonly take: (key: string, rate: Rate) => Promise<number>;
  /** Rejects when `take` would. */
  readonly check: () => Promise<void>;
}

/** How long a store that did not answer is left alone. */
const LEFT_ALONE_MS = 1000;

interface LimiterOptions {
  readonly memory?: MemoryStore;
  /** Milliseconds of a steady clock. */
  readonly clock?: () => number;
}

/**
 * Asks the store, and beside it keeps in memory what this process let through. So a caller over the limit is refused
 * without asking, and a store that is away, or that forgot everything, leaves each process with a limit that already
 * counts what went before: together they never let through more than processes × bound.
 */
export class Limiter {
  private readonly store: LimitStore;
  private readonly memory: MemoryStore;
  private readonly clock: () => number;
  private isAway = false;
  private askAgainAt = 0;

  constructor(
    store: LimitStore,
    { memory = new MemoryStore(), clock = () => performance.now() }: LimiterOptions = {},
  ) {
    this.store = store;
    this.memory = memory;
    this.clock = clock;
  }

  /** Takes a token of `key`: 0, or the seconds to wait for one. Never rejects. */
  async take(key: string, rate: Rate): Promise<number> {
    const early = this.memory.wait(key, rate, this.clock());
    if (early > 0) return early;
    const answer = await this.ask(() => this.store.take(key, rate));
    if (answer === undefined) return this.memory.take(key, rate, this.clock());
    return answer === 0 ? this.memory.takeGiven(key, rate, this.clock()) : answer;
  }

  /** Says in the log when the store is not there. */
  async check(): Promise<void> {
    await this.ask(() => this.store.check());
  }

  /** Undefined while the store is away. Then one call a second tries it, and the others do not wait for that one. */
  private async ask<T>(work: () => Promise<T>): Promise<T | undefined> {
    const isTrial = this.isAway;
    if (isTrial) {
      if (this.clock() < this.askAgainAt) return undefined;
      this.askAgainAt = this.clock() + LEFT_ALONE_MS;
    }
    try {
      const answer = await work();
      if (isTrial) this.noteBack();
      return answer;
    } catch (error) {
      this.noteAway(error);
      return undefined;
    }
  }

  private noteAway(error: unknown): void {
    this.askAgainAt = this.clock() + LEFT_ALONE_MS;
    if (this.isAway) return;
    this.isAway = true;
    log("limits.store.away", { "limits.store": this.store.name, ...describeError(error) });
  }

  private noteBack(): void {
    if (!this.isAway) return;
    this.isAway = false;
    log("limits.store.back", { "limits.store": this.store.name });
  }
}
