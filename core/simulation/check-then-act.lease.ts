import type { LanesRecorder } from "./lanes-recorder.ts";
import type { Timeline } from "./timeline.ts";

interface Waiting {
  readonly client: string;
  readonly granted: (token: number) => void;
}

/** A lock that is given to one client after the other, to each for the time of a lease and with a number of its own. */
export class LeasedLock {
  readonly #timeline: Timeline;
  readonly #record: LanesRecorder;
  readonly #lease: number;
  readonly #waiting: Waiting[] = [];
  #holder: string | null = null;
  #token = 0;

  constructor(timeline: Timeline, record: LanesRecorder, lease: number) {
    this.#timeline = timeline;
    this.#record = record;
    this.#lease = lease;
    record.hold("lock", 0, "free");
  }

  acquire(client: string, granted: (token: number) => void): void {
    this.#waiting.push({ client, granted });
    if (this.#holder === null) this.#grant();
    else this.#record.say(this.#timeline.now, `The lock is taken: ${client} waits.`);
  }

  release(token: number): void {
    if (this.#holder === null || token !== this.#token) return;
    this.#free("free");
  }

  #grant(): void {
    const next = this.#waiting.shift();
    if (!next) return;
    const { now } = this.#timeline;
    this.#holder = next.client;
    this.#token += 1;
    const token = this.#token;
    this.#record.hold("lock", now, `${next.client}, token ${token}`);
    this.#record.say(now, `The lock goes to ${next.client} for ${this.#lease} ms, with token ${token}.`);
    next.granted(token);
    this.#timeline.after(this.#lease, () => this.#expire(token));
  }

  #expire(token: number): void {
    if (this.#holder === null || token !== this.#token) return;
    this.#record.say(this.#timeline.now, `The lease of ${this.#holder} runs out. Nobody tells the holder.`);
    this.#free("free: lease ran out");
  }

  #free(value: string): void {
    this.#holder = null;
    if (this.#waiting.length === 0) this.#record.hold("lock", this.#timeline.now, value);
    this.#grant();
  }
}
