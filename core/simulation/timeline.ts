interface Event {
  readonly at: number;
  readonly happen: () => void;
}

/** Things that happen one after the other in whole units of time; at the same moment in the order they were planned. */
export class Timeline {
  readonly #events: Event[] = [];
  #now = 0;

  get now(): number {
    return this.#now;
  }

  /** Plans something for `delay` units from now. */
  after(delay: number, happen: () => void): void {
    const at = this.#now + delay;
    const later = this.#events.findIndex((event) => event.at > at);
    this.#events.splice(later === -1 ? this.#events.length : later, 0, { at, happen });
  }

  /** Lets everything happen that is planned, and what it plans in turn. */
  run(): void {
    for (let event = this.#events.shift(); event; event = this.#events.shift()) {
      this.#now = event.at;
      event.happen();
    }
  }
}
