import { exponential } from "./draws.ts";
import { doubled, EventQueue } from "./event-queue.ts";
import { seededRandom, type Random } from "./random.ts";
import { drawDelay, type Backoff } from "./backoff.ts";
import { Tally } from "./tally.ts";
import { WaitingLine } from "./waiting-line.ts";

/** Times in milliseconds, but the duration in seconds. */
export interface Retrying {
  /** Requests a second that arrive for the first time. */
  readonly load: number;
  readonly workers: number;
  /** The mean time that one attempt takes. */
  readonly service: number;
  readonly queue: number;
  readonly order: "oldest" | "newest";
  /** Whether the server looks, before it begins, if anybody still waits. */
  readonly dropsExpired: boolean;
  readonly timeout: number;
  readonly attempts: number;
  readonly backoff: Backoff;
  /** Retries for each hundred successes; null where nothing bounds them. */
  readonly budget: number | null;
  readonly trigger: Trigger;
  readonly duration: number;
}

export interface Trigger {
  readonly kind: "capacity" | "load" | "none";
  /** By how much the load is multiplied or the capacity divided. */
  readonly strength: number;
  readonly from: number;
  readonly to: number;
}

export interface Retried {
  readonly times: readonly number[];
  /** All a second: first attempts, all attempts, answers in time, answers to nobody. */
  readonly arriving: readonly number[];
  readonly attempts: readonly number[];
  readonly answered: readonly number[];
  readonly wasted: readonly number[];
  /** Attempts in the queue at each time. */
  readonly waiting: readonly number[];
}

const SECOND = 1000;
/** How many retries a budget can save up. */
export const BURST = 10;
const NOT_WAITING = -1;

const ARRIVAL = 0;
const ATTEMPT = 1;
const TIMEOUT = 2;
const DONE = 3;
const KINDS = 4;

/** Requests arrive, whatever became of those before them; some are tried again. */
export function retry(setup: Retrying, seed: number): Retried {
  return new RetryStorm(setup, seed).run();
}

class RetryStorm {
  private readonly setup: Retrying;
  /** Each kind of chance has its own source, so that policies meet the same arrivals. */
  private readonly arrivals: Random;
  private readonly services: Random;
  private readonly delays: Random;
  private readonly events: EventQueue;
  /** Each entry is the number of an attempt. */
  private readonly queue: WaitingLine;
  private idle: number;
  private tokens = BURST;
  private requests = 0;
  /** By request: since when its client waits, how many attempts it has made, the last of them, the last delay. */
  private since = new Int32Array(1024);
  private tries = new Int32Array(1024);
  private latest = new Int32Array(1024);
  private waited = new Int32Array(1024);
  /** By attempt: its request. */
  private requestOf = new Int32Array(4096);
  private made = 0;
  private readonly arrived: Tally;
  private readonly attempted: Tally;
  private readonly answered: Tally;
  private readonly wasted: Tally;
  private readonly waiting: number[] = [];

  constructor(setup: Retrying, seed: number) {
    this.setup = setup;
    this.arrivals = seededRandom(seed);
    this.services = seededRandom(seed + 0x1000_0000);
    this.delays = seededRandom(seed + 0x2000_0000);
    this.events = new EventQueue(setup.duration * SECOND);
    this.queue = new WaitingLine(setup.queue);
    this.idle = setup.workers;
    this.arrived = new Tally(setup.duration);
    this.attempted = new Tally(setup.duration);
    this.answered = new Tally(setup.duration);
    this.wasted = new Tally(setup.duration);
  }

  run(): Retried {
    this.awaitArrival();
    for (let event = this.events.take(); event >= 0; event = this.events.take()) {
      this.watch(this.attempted.pointAt(this.events.now));
      this.happen(event % KINDS, Math.floor(event / KINDS));
    }
    this.watch(this.attempted.times.length);
    return {
      times: this.attempted.times,
      arriving: this.arrived.perSecond(),
      attempts: this.attempted.perSecond(),
      answered: this.answered.perSecond(),
      wasted: this.wasted.perSecond(),
      waiting: this.waiting,
    };
  }

  private happen(kind: number, which: number): void {
    if (kind === ARRIVAL) this.arrive();
    else if (kind === ATTEMPT) this.attempt(which);
    else if (kind === TIMEOUT) this.giveUp(which);
    else this.finish(which);
  }

  private isTriggered(kind: Trigger["kind"]): boolean {
    const { trigger } = this.setup;
    return trigger.kind === kind && this.events.now >= trigger.from && this.events.now < trigger.to;
  }

  private awaitArrival(): void {
    const { load, trigger } = this.setup;
    const rate = this.isTriggered("load") ? load * trigger.strength : load;
    this.events.put(this.events.now + exponential(this.arrivals, SECOND / rate), ARRIVAL);
  }

  private arrive(): void {
    const request = this.requests;
    this.requests += 1;
    if (request === this.since.length) this.growRequests();
    this.since[request] = NOT_WAITING;
    this.arrived.add(this.events.now);
    this.attempt(request);
    this.awaitArrival();
  }

  private attempt(request: number): void {
    const { now } = this.events;
    const attempt = this.made;
    this.made += 1;
    if (attempt === this.requestOf.length) this.requestOf = doubled(this.requestOf);
    this.requestOf[attempt] = request;
    this.tries[request] = (this.tries[request] ?? 0) + 1;
    this.attempted.add(now);
    if (this.idle > 0) this.serve(attempt);
    else if (!this.queue.join(attempt)) {
      this.fail(request);
      return;
    }
    this.since[request] = now;
    this.latest[request] = attempt;
    this.events.put(now + this.setup.timeout, TIMEOUT + KINDS * request);
  }

  private giveUp(request: number): void {
    if (this.since[request] !== this.events.now - this.setup.timeout) return;
    this.since[request] = NOT_WAITING;
    this.fail(request);
  }

  private fail(request: number): void {
    const { attempts, backoff, budget } = this.setup;
    const tries = this.tries[request] ?? 0;
    if (tries >= attempts || (budget !== null && this.tokens < 1)) return;
    if (budget !== null) this.tokens -= 1;
    const delay = drawDelay(backoff, tries, this.waited[request] ?? 0, this.delays);
    this.waited[request] = delay;
    this.events.put(this.events.now + delay, ATTEMPT + KINDS * request);
  }

  private serve(attempt: number): void {
    const { service, trigger } = this.setup;
    const mean = this.isTriggered("capacity") ? service * trigger.strength : service;
    this.idle -= 1;
    this.events.put(this.events.now + exponential(this.services, mean), DONE + KINDS * attempt);
  }

  private finish(attempt: number): void {
    const { now } = this.events;
    this.idle += 1;
    if (this.isWanted(attempt)) {
      this.since[this.requestOf[attempt] ?? 0] = NOT_WAITING;
      this.answered.add(now);
      this.tokens = Math.min(BURST, this.tokens + (this.setup.budget ?? 0) / 100);
    } else this.wasted.add(now);
    const next = this.takeNext();
    if (next >= 0) this.serve(next);
  }

  private isWanted(attempt: number): boolean {
    const request = this.requestOf[attempt] ?? 0;
    return (this.since[request] ?? NOT_WAITING) >= 0 && this.latest[request] === attempt;
  }

  private takeNext(): number {
    const { order, dropsExpired } = this.setup;
    for (;;) {
      const next = order === "oldest" ? this.queue.takeOldest() : this.queue.takeNewest();
      if (next < 0 || !dropsExpired || this.isWanted(next)) return next;
    }
  }

  /** Notes the length of the queue for each time that has passed. */
  private watch(upTo: number): void {
    while (this.waiting.length < upTo) this.waiting.push(this.queue.length);
  }

  private growRequests(): void {
    this.since = doubled(this.since);
    this.tries = doubled(this.tries);
    this.latest = doubled(this.latest);
    this.waited = doubled(this.waited);
  }
}
