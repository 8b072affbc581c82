const NONE = -1;

/**
 * What is to happen at which whole moment, in the order in which it was put in. One list for each moment, so that
 * millions of events cost the same each.
 */
export class EventQueue {
  now = 0;
  private readonly end: number;
  private readonly first: Int32Array;
  private readonly last: Int32Array;
  private after: Int32Array;
  private what: Int32Array;
  private used = 0;
  private free = NONE;

  /** What would come at the end or later is forgotten. */
  constructor(end: number) {
    this.end = end;
    this.first = new Int32Array(end).fill(NONE);
    this.last = new Int32Array(end).fill(NONE);
    this.after = new Int32Array(1024);
    this.what = new Int32Array(1024);
  }

  /** `what` is a whole number, at least 0; `at` must not lie in the past. */
  put(at: number, what: number): void {
    if (at >= this.end) return;
    const place = this.newPlace();
    this.what[place] = what;
    this.after[place] = NONE;
    const last = this.last[at] ?? NONE;
    if (last === NONE) this.first[at] = place;
    else this.after[last] = place;
    this.last[at] = place;
  }

  /** The next event, with `now` moved to its moment; -1 when there is none left. */
  take(): number {
    while (this.now < this.end) {
      const place = this.first[this.now] ?? NONE;
      if (place === NONE) {
        this.now += 1;
        continue;
      }
      const after = this.after[place] ?? NONE;
      this.first[this.now] = after;
      if (after === NONE) this.last[this.now] = NONE;
      this.after[place] = this.free;
      this.free = place;
      return this.what[place] ?? NONE;
    }
    return NONE;
  }

  private newPlace(): number {
    const { free } = this;
    if (free !== NONE) {
      this.free = this.after[free] ?? NONE;
      return free;
    }
    if (this.used === this.what.length) {
      this.what = doubled(this.what);
      this.after = doubled(this.after);
    }
    this.used += 1;
    return this.used - 1;
  }
}

/** The same numbers with as much room again. */
export function doubled(numbers: Int32Array): Int32Array<ArrayBuffer> {
  const larger = new Int32Array(numbers.length * 2);
  larger.set(numbers);
  return larger;
}
