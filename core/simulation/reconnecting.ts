import { EventQueue } from "./event-queue.ts";
import { uniform } from "./draws.ts";
import { seededRandom, type Random } from "./random.ts";
import { drawDelay, type Backoff } from "./backoff.ts";
import { Tally } from "./tally.ts";
import { WaitingLine } from "./waiting-line.ts";

/** Times in milliseconds, but the duration in seconds. */
export interface Reconnecting {
  readonly clients: number;
  /** Handshakes a second. */
  readonly capacity: number;
  readonly backlog: number;
  readonly timeout: number;
  /** Over how long the first attempts are spread. */
  readonly spread: number;
  readonly backoff: Backoff;
  /** How many of a hundred clients keep the turn they are given. */
  readonly honoured: number;
  readonly duration: number;
}

export interface Reconnected {
  readonly times: readonly number[];
  /** Clients. */
  readonly connected: readonly number[];
  /** Attempts a second. */
  readonly attempts: readonly number[];
  /** Handshakes a second for clients that had gone. */
  readonly wasted: readonly number[];
  /** Attempts in the backlog at each time. */
  readonly waiting: readonly number[];
  /** In milliseconds, null where it was not reached. */
  readonly halfAt: number | null;
  readonly allAt: number | null;
}

/** How long one handshake takes. The capacity decides how many are made at once. */
export const HANDSHAKE = 100;
const SECOND = 1000;
/** A client that waits for nothing. */
const NOT_WAITING = -1;
const CONNECTED = -2;

const ATTEMPT = 0;
const TIMEOUT = 1;
const DONE = 2;

/** All clients lose their connection at 0 and come back as their policy has it. */
export function reconnect(setup: Reconnecting, seed: number): Reconnected {
  return new Reconnection(setup, seed).run();
}

class Reconnection {
  private readonly setup: Reconnecting;
  private readonly random: Random;
  private readonly events: EventQueue;
  /** Each entry is `client + clients × turn`: the turn tells an attempt from an earlier one. */
  private readonly backlog: WaitingLine;
  /** Since when a client waits, or one of the two marks. */
  private readonly since: Int32Array;
  private readonly failures: Int32Array;
  private readonly delays: Int32Array;
  /** How many more handshakes could be made at once. */
  private idle: number;
  private readonly served: WaitingLine;
  private nextTurn = 0;
  private connected = 0;
  private halfAt: number | null = null;
  private allAt: number | null = null;
  private readonly answered: Tally;
  private readonly attempted: Tally;
  private readonly wasted: Tally;
  private readonly waiting: number[] = [];

  constructor(setup: Reconnecting, seed: number) {
    const { clients, duration, backlog, capacity } = setup;
    this.setup = setup;
    this.random = seededRandom(seed);
    this.events = new EventQueue(duration * SECOND);
    this.backlog = new WaitingLine(backlog);
    this.since = new Int32Array(clients).fill(NOT_WAITING);
    this.failures = new Int32Array(clients);
    this.delays = new Int32Array(clients);
    this.idle = Math.round((capacity * HANDSHAKE) / SECOND);
    this.served = new WaitingLine(this.idle);
    this.answered = new Tally(duration);
    this.attempted = new Tally(duration);
    this.wasted = new Tally(duration);
  }

  run(): Reconnected {
    const { clients, spread } = this.setup;
    for (let client = 0; client < clients; client += 1)
      this.events.put(spread === 0 ? 0 : uniform(this.random, spread), ATTEMPT + 3 * client);
    for (let event = this.events.take(); event >= 0; event = this.events.take()) {
      this.watch();
      this.happen(event % 3, Math.floor(event / 3));
    }
    this.watch();
    return this.seen();
  }

  private happen(kind: number, client: number): void {
    if (kind === ATTEMPT) this.attempt(client);
    else if (kind === TIMEOUT) this.giveUp(client);
    else this.answer();
  }

  private attempt(client: number): void {
    const { now } = this.events;
    this.attempted.add(now);
    const entry = client + this.setup.clients * ((this.failures[client] ?? 0) % TURNS);
    if (this.idle > 0) this.serve(entry);
    else if (!this.backlog.join(entry) && this.setup.backoff.kind === "slots" && this.keepsTurn()) {
      this.failures[client] = (this.failures[client] ?? 0) + 1;
      this.events.put(this.giveTurn(), ATTEMPT + 3 * client);
      return;
    }
    this.since[client] = now;
    this.events.put(now + this.setup.timeout, TIMEOUT + 3 * client);
  }

  private keepsTurn(): boolean {
    return uniform(this.random, 100) < this.setup.honoured;
  }

  /** One turn for each handshake that the server can make, behind everybody who already waits. */
  private giveTurn(): number {
    const { capacity } = this.setup;
    const first = Math.ceil((this.events.now * capacity) / SECOND) + this.backlog.length;
    this.nextTurn = Math.max(this.nextTurn + 1, first);
    return Math.ceil((this.nextTurn * SECOND) / capacity);
  }

  private giveUp(client: number): void {
    const { now } = this.events;
    if (this.since[client] !== now - this.setup.timeout) return;
    this.since[client] = NOT_WAITING;
    const failures = (this.failures[client] ?? 0) + 1;
    this.failures[client] = failures;
    const delay = drawDelay(this.setup.backoff, failures, this.delays[client] ?? 0, this.random);
    this.delays[client] = delay;
    this.events.put(now + delay, ATTEMPT + 3 * client);
  }

  private serve(entry: number): void {
    this.idle -= 1;
    this.served.join(entry);
    this.events.put(this.events.now + HANDSHAKE, DONE);
  }

  /** Handshakes all take as long, so the one that began first is done first. */
  private answer(): void {
    this.idle += 1;
    this.finish(this.served.takeOldest());
    const next = this.backlog.takeOldest();
    if (next >= 0) this.serve(next);
  }

  private finish(entry: number): void {
    const { clients } = this.setup;
    const client = entry % clients;
    const turn = Math.floor(entry / clients);
    const since = this.since[client] ?? NOT_WAITING;
    if (since < 0 || turn !== (this.failures[client] ?? 0) % TURNS) {
      this.wasted.add(this.events.now);
      return;
    }
    this.since[client] = CONNECTED;
    this.answered.add(this.events.now);
    this.connected += 1;
    if (this.connected * 2 >= clients) this.halfAt ??= this.events.now;
    if (this.connected === clients) this.allAt = this.events.now;
  }

  /** Notes the length of the backlog for each time that has passed. */
  private watch(): void {
    const point = this.attempted.pointAt(this.events.now);
    while (this.waiting.length < point) this.waiting.push(this.backlog.length);
  }

  private seen(): Reconnected {
    const { times } = this.answered;
    while (this.waiting.length < times.length) this.waiting.push(this.backlog.length);
    return {
      times,
      connected: this.answered.total(),
      attempts: this.attempted.perSecond(),
      wasted: this.wasted.perSecond(),
      waiting: this.waiting.slice(0, times.length),
      halfAt: this.halfAt,
      allAt: this.allAt,
    };
  }
}

/** So many attempts of a client are told apart; more of them never lie in one backlog. */
const TURNS = 4096;
